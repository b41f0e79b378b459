<?php
$password = trim(file_get_contents('/run/secrets/db_password'));
$db = new PDO('mysql:host=mysql;dbname=blog', 'blog', $password);
echo $db->query('SELECT VERSION()')->fetchColumn(), "\n";
