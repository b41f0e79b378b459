import os
from pathlib import Path

import psycopg
from flask import Flask

app = Flask(__name__)


def connect():
    return psycopg.connect(
        host=os.environ["DATABASE_HOST"],
        user=os.environ["DATABASE_USER"],
        password=Path(os.environ["DATABASE_PASSWORD_FILE"]).read_text().strip(),
    )


@app.get("/")
def index():
    with connect() as connection:
        return f"{connection.info.server_version}\n"
