INSERT INTO partners (code, code_key, name, customer, supplier, email, phone, active, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
