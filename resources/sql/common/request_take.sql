INSERT INTO book_request (id, answer) VALUES (?, ?) ON CONFLICT (id) DO NOTHING
