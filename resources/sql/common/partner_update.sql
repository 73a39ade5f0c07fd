UPDATE partners
SET code = ?, code_key = ?, name = ?, customer = ?, supplier = ?, email = ?, phone = ?, active = ?, version = version + 1
WHERE id = ? AND version = ?
