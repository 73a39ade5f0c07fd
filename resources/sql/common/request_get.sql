SELECT answer FROM book_request WHERE id IN (?, ?)
