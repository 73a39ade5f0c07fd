SELECT kind, what, account_dr, analytics_dr, account_cr, analytics_cr FROM posting_scheme ORDER BY kind, what DESC
