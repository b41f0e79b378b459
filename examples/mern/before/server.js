const express = require('express');
const { MongoClient } = require('mongodb');

const app = express();
const client = new MongoClient('mongodb://root:abracadabra@localhost:27017');

app.use(express.static('public'));
app.get('/api/notes', async (request, response) => {
  response.json(await client.db('notes').collection('notes').find().toArray());
});
app.listen(3000);
