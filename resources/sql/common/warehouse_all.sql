SELECT id, code, name, active, version FROM warehouses ORDER BY code_key
