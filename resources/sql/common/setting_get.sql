SELECT value FROM book_setting WHERE key = ?
