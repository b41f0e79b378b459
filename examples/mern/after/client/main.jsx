import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Notes() {
  const [notes, setNotes] = useState([]);
  useEffect(() => {
    fetch('/api/notes').then((response) => response.json()).then(setNotes);
  }, []);
  return <ul>{notes.map((note) => <li key={note._id}>{note.text}</li>)}</ul>;
}

createRoot(document.getElementById('root')).render(<Notes />);
