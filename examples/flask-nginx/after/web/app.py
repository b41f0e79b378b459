from pathlib import Path

import psycopg
from flask import Flask

app = Flask(__name__)


def connect():
    password = Path("/run/secrets/db_password").read_text().strip()
    return psycopg.connect(host="db", user="web", password=password, dbname="web")


@app.get("/")
def index():
    with connect() as connection:
        return connection.execute("SELECT version()").fetchone()[0] + "\n"


@app.get("/health")
def health():
    return "ok\n"
