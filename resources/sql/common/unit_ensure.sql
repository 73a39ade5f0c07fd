INSERT INTO units (code, decimals) VALUES (?, 0) ON CONFLICT (code) DO NOTHING
