import { readFileSync } from 'node:fs';
import express from 'express';
import { MongoClient } from 'mongodb';

const password = readFileSync('/run/secrets/db_password', 'utf8').trim();
const client = new MongoClient('mongodb://mongo:27017', { auth: { username: 'notes', password } });

const app = express();
app.use(express.static('public'));
app.get('/api/notes', async (request, response) => {
  response.json(await client.db('notes').collection('notes').find().toArray());
});
app.listen(3000);
