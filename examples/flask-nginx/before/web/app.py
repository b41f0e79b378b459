import os

import psycopg2
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    connection = psycopg2.connect(
        host="db",
        port=os.environ["POSTGRES_PORT"],
        user=os.environ["POSTGRES_USER"],
        password=os.environ["POSTGRES_PASSWORD"],
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT version()")
        return cursor.fetchone()[0]
