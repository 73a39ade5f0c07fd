-- What an import finds of itself: the documents of a period with what tells a changed file from the same one.
SELECT id, state, line_count, total$2
FROM documents
WHERE posting_date BETWEEN ? AND ?
