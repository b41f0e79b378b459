from pathlib import Path

import psycopg
from flask import Flask

app = Flask(__name__)


def connect():
    password = Path("/run/secrets/db_password").read_text().strip()
    return psycopg.connect(host="db", user="shop", password=password, dbname="shop")


@app.get("/")
def count():
    with connect() as connection:
        orders = connection.execute("SELECT 42").fetchone()[0]
    return f"{orders} orders\n"


@app.get("/health")
def health():
    return "ok\n"
