UPDATE document_counters SET last_number = last_number - 1 WHERE kind = ? AND year = ? AND last_number = ?
