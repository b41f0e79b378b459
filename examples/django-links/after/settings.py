from pathlib import Path

from django.http import HttpResponse
from django.urls import path


def secret(name):
    return Path("/run/secrets", name).read_text().strip()


DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
SECRET_KEY = secret("django_key")
ROOT_URLCONF = "settings"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db",
        "NAME": "talk",
        "USER": "talk",
        "PASSWORD": secret("db_password"),
    }
}

urlpatterns = [path("", lambda request: HttpResponse("hello\n"))]
