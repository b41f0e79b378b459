import psycopg
from flask import Flask

app = Flask(__name__)


@app.get("/")
def count():
    with psycopg.connect(host="db", user="postgres", password="abracadabra", dbname="shop") as connection:
        orders = connection.execute("SELECT 42").fetchone()[0]
    return f"{orders} orders\n"
