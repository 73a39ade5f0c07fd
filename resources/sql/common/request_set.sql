INSERT INTO book_request (id, answer) VALUES (?, ?)
