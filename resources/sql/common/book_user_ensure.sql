INSERT INTO book_users (name) SELECT n.name FROM (SELECT ? AS name) n
WHERE NOT EXISTS (SELECT 1 FROM book_users u WHERE u.name = n.name)
