SELECT id, code, name, customer, supplier, email, phone, active, version FROM partners ORDER BY code_key
