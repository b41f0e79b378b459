from django.http import HttpResponse
from django.urls import path

DEBUG = True
ALLOWED_HOSTS = ["*"]
SECRET_KEY = "mississippi"
ROOT_URLCONF = "settings"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db",
        "NAME": "talk",
        "USER": "talk",
        "PASSWORD": "talk",
    }
}

urlpatterns = [path("", lambda request: HttpResponse("hello\n"))]
