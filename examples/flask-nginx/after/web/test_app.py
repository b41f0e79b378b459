import unittest

from app import app


class Index(unittest.TestCase):
    def test_names_the_database(self):
        self.assertIn("PostgreSQL", app.test_client().get("/").text)
