SELECT id, code, name, customer, supplier, email, phone, active, version FROM partners WHERE code_key = ?
