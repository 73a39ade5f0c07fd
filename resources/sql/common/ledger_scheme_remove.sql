DELETE FROM posting_scheme WHERE kind = ? AND what = ?
