-- What documents post to the register `ledger`: for a kind of document and what it moves (value: of the goods it brings
-- in; revenue; cost: of the goods it takes or brings back) the account debited and the account credited. Analytics are
-- what either side takes from the document: some of item, partner, warehouse, separated by commas.
CREATE TABLE posting_scheme (
    kind $text NOT NULL,
    what $text NOT NULL CHECK (what IN ('value', 'revenue', 'cost')),
    account_dr $text NOT NULL,
    analytics_dr $text NOT NULL DEFAULT '',
    account_cr $text NOT NULL,
    analytics_cr $text NOT NULL DEFAULT '',
    PRIMARY KEY (kind, what)
)
