<?php
$db = new PDO('mysql:host=127.0.0.1;dbname=blog', 'root', 'root');
echo $db->query('SELECT VERSION()')->fetchColumn();
