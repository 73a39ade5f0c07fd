SELECT code, code_key FROM items WHERE barcode = ?
