import os

import psycopg2
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    connection = psycopg2.connect(
        host=os.environ["DATABASE_HOST"],
        user=os.environ["DATABASE_USER"],
        password=os.environ["DATABASE_PASSWORD"],
    )
    return str(connection.server_version)


app.run(host="0.0.0.0", port=5000)
