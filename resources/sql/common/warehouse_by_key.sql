SELECT id, code, name, active, version FROM warehouses WHERE code_key = ?
