INSERT INTO warehouses (code, code_key, name, active, version) VALUES (?, ?, ?, ?, 1)
