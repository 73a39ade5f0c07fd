UPDATE warehouses SET code = ?, code_key = ?, name = ?, active = ?, version = version + 1 WHERE id = ? AND version = ?
