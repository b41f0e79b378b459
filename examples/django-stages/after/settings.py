import os
from pathlib import Path

from django.http import HttpResponse
from django.urls import path

DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
SECRET_KEY = Path("/run/secrets/django_key").read_text().strip()
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "settings"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/data/db.sqlite3"}}

urlpatterns = [path("", lambda request: HttpResponse("hello\n"))]
