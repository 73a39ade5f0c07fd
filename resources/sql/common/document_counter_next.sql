INSERT INTO document_counters (kind, year, last_number) VALUES (?, ?, 1)
ON CONFLICT (kind, year) DO UPDATE SET last_number = document_counters.last_number + 1
RETURNING last_number
