INSERT INTO posting_scheme (kind, what, account_dr, analytics_dr, account_cr, analytics_cr) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, what) DO UPDATE SET account_dr = excluded.account_dr, analytics_dr = excluded.analytics_dr,
    account_cr = excluded.account_cr, analytics_cr = excluded.analytics_cr
