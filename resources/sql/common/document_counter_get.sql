SELECT last_number FROM document_counters WHERE kind = ? AND year = ?
