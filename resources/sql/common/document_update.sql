UPDATE documents SET kind = ?, state = ?, number = ?, number_key = ?, posting_date = ?, partner_id = ?, warehouse_id = ?, warehouse_to_id = ?, note = ?, search_key = ?, total$2 = ?, line_count = ?, version = ?
WHERE id = ?
