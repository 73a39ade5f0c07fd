-- The catalog and what a book knows about itself. Codes are kept as written and unique by code_key, the code folded to
-- one case. Tables are named as the command line and ref() name them.
CREATE TABLE book_setting (
    key $text NOT NULL PRIMARY KEY,
    value $text NOT NULL
)
-- ;;
-- Answers of requests that carried an id, so that a repetition does nothing again.
CREATE TABLE book_request (
    id $text NOT NULL PRIMARY KEY,
    answered_at $instant NOT NULL DEFAULT ($now),
    answer $text NOT NULL
)
-- ;;
-- decimals: how many a quantity of this unit shows at least.
CREATE TABLE units (
    code $text NOT NULL PRIMARY KEY,
    decimals INTEGER NOT NULL
)
-- ;;
INSERT INTO units (code, decimals) VALUES
    ('pcs', 0), ('box', 0), ('set', 0), ('pair', 0), ('h', 2), ('kg', 3), ('g', 0), ('t', 3), ('l', 3), ('m', 2), ('m2', 2), ('m3', 3)
-- ;;
CREATE TABLE categories (
    id $identity,
    code $text NOT NULL,
    code_key $text NOT NULL UNIQUE,
    name $text NOT NULL,
    parent_id $bigint REFERENCES categories (id),
    active $bool NOT NULL,
    version INTEGER NOT NULL
)
-- ;;
CREATE TABLE items (
    id $identity,
    code $text NOT NULL,
    code_key $text NOT NULL UNIQUE,
    name $text NOT NULL,
    category_id $bigint REFERENCES categories (id),
    unit $text NOT NULL REFERENCES units (code),
    list_price$4 $decimal(4) NOT NULL,
    barcode $text UNIQUE,
    reorder_point$4 $decimal(4) NOT NULL,
    service $bool NOT NULL,
    active $bool NOT NULL,
    version INTEGER NOT NULL
)
-- ;;
CREATE INDEX items_category ON items (category_id)
-- ;;
CREATE TABLE warehouses (
    id $identity,
    code $text NOT NULL,
    code_key $text NOT NULL UNIQUE,
    name $text NOT NULL,
    active $bool NOT NULL,
    version INTEGER NOT NULL
)
-- ;;
CREATE TABLE partners (
    id $identity,
    code $text NOT NULL,
    code_key $text NOT NULL UNIQUE,
    name $text NOT NULL,
    customer $bool NOT NULL,
    supplier $bool NOT NULL,
    email $text NOT NULL,
    phone $text NOT NULL,
    active $bool NOT NULL,
    version INTEGER NOT NULL
)
