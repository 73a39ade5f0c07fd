UPDATE book_request SET answer = ? WHERE id = ?
