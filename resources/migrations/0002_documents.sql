-- Documents. A document names its references by id; kind and state are the codes of the contract. number_key is the
-- number folded to one case, search_key number and note folded likewise, for the list's text filter.
CREATE TABLE documents (
    id $uuid NOT NULL PRIMARY KEY,
    kind $text NOT NULL,
    state $text NOT NULL,
    number $text NOT NULL,
    number_key $text NOT NULL,
    posting_date $date NOT NULL,
    partner_id $bigint REFERENCES partners (id),
    warehouse_id $bigint NOT NULL REFERENCES warehouses (id),
    warehouse_to_id $bigint REFERENCES warehouses (id),
    note $text NOT NULL,
    search_key $text NOT NULL,
    total$2 $decimal(2) NOT NULL,
    line_count INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (kind, number_key)
)
-- ;;
-- The list, newest first, in pages by key.
CREATE INDEX documents_date ON documents (posting_date, number_key, id)
-- ;;
CREATE INDEX documents_partner ON documents (partner_id, posting_date)
-- ;;
CREATE INDEX documents_state ON documents (state, posting_date)
-- ;;
CREATE TABLE document_lines (
    document_id $uuid NOT NULL REFERENCES documents (id),
    line INTEGER NOT NULL,
    item_id $bigint NOT NULL REFERENCES items (id),
    quantity$4 $decimal(4) NOT NULL,
    unit_price$4 $decimal(4) NOT NULL,
    discount$4 $decimal(4) NOT NULL,
    amount$2 $decimal(2) NOT NULL,
    amount_given $bool NOT NULL,
    PRIMARY KEY (document_id, line)
)
-- ;;
CREATE INDEX document_lines_item ON document_lines (item_id)
-- ;;
-- Who did it. History holds the id, so that a person can be erased without touching it.
CREATE TABLE book_users (
    id $identity,
    name $text NOT NULL UNIQUE
)
-- ;;
-- One row for each saved version. request_id makes a repeated request harmless; content is the document as JSON.
CREATE TABLE document_history (
    document_id $uuid NOT NULL REFERENCES documents (id),
    version INTEGER NOT NULL,
    action $text NOT NULL,
    at $instant NOT NULL,
    user_id $bigint NOT NULL REFERENCES book_users (id),
    request_id $uuid UNIQUE,
    content $text NOT NULL,
    PRIMARY KEY (document_id, version)
)
-- ;;
-- The last number given out. The row is locked until the transaction ends, so that a number is never lost to a rollback.
CREATE TABLE document_counters (
    kind $text NOT NULL,
    year INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    PRIMARY KEY (kind, year)
)
