import os

from django.http import HttpResponse
from django.urls import path

DEBUG = os.environ.get("DEBUG", "1") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY", "abracadabra")
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "settings"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}

urlpatterns = [path("", lambda request: HttpResponse("hello\n"))]
