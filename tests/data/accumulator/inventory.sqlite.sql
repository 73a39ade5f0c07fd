CREATE TABLE IF NOT EXISTS accumulator_register (
    name TEXT NOT NULL PRIMARY KEY,
    definition TEXT NOT NULL,
    defaults TEXT NOT NULL,
    generator INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS accumulator_actor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
);

INSERT OR IGNORE INTO accumulator_actor (id, name) VALUES (1, '');

CREATE TABLE IF NOT EXISTS accumulator_account (
    code TEXT NOT NULL PRIMARY KEY CHECK (typeof(code) = 'text' AND length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('active', 'passive', 'active_passive')),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
);

CREATE TRIGGER IF NOT EXISTS accumulator_account_no_delete BEFORE DELETE ON accumulator_account
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: an account stays in the chart; make it inactive instead');
END;

CREATE TRIGGER IF NOT EXISTS accumulator_account_no_rename BEFORE UPDATE OF code ON accumulator_account
    WHEN NEW.code IS NOT OLD.code
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the code of an account stays');
END;

CREATE TABLE IF NOT EXISTS accumulator_closing (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    closed_until TEXT CHECK (closed_until IS date(closed_until, '+0 days'))
);

INSERT OR IGNORE INTO accumulator_closing (id, closed_until) VALUES (1, NULL);

CREATE TABLE IF NOT EXISTS accumulator_gate (
    open INTEGER NOT NULL PRIMARY KEY CHECK (open = 0)
        REFERENCES accumulator_actor (id) DEFERRABLE INITIALLY DEFERRED,
    base INTEGER NOT NULL,
    pending INTEGER NOT NULL
);

CREATE TABLE "inventory_movement" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recorder TEXT NOT NULL,
    line INTEGER NOT NULL DEFAULT 1,
    period TEXT NOT NULL,
    recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    recorded_by INTEGER NOT NULL DEFAULT 1,
    reversal_of INTEGER,
    cause TEXT NOT NULL DEFAULT '',
    "warehouse" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "quantity_e4" INTEGER NOT NULL DEFAULT 0,
    "amount_e2" INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX "inventory_movement_period" ON "inventory_movement" (period, id);

CREATE INDEX "inventory_movement_recorder" ON "inventory_movement" (recorder);

CREATE UNIQUE INDEX "inventory_movement_reversal" ON "inventory_movement" (reversal_of) WHERE reversal_of IS NOT NULL;

CREATE TABLE "inventory_day" (
    "warehouse" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "quantity_receipts_e4" INTEGER NOT NULL DEFAULT 0,
    "quantity_issues_e4" INTEGER NOT NULL DEFAULT 0,
    "amount_receipts_e2" INTEGER NOT NULL DEFAULT 0,
    "amount_issues_e2" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("warehouse", "item", "day")
) WITHOUT ROWID;

CREATE TABLE "inventory_month" (
    "warehouse" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "quantity_receipts_e4" INTEGER NOT NULL DEFAULT 0,
    "quantity_issues_e4" INTEGER NOT NULL DEFAULT 0,
    "amount_receipts_e2" INTEGER NOT NULL DEFAULT 0,
    "amount_issues_e2" INTEGER NOT NULL DEFAULT 0,
    "quantity_lowest_e4" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("warehouse", "item", "month")
) WITHOUT ROWID;

CREATE INDEX "inventory_day_day" ON "inventory_day" ("day");

CREATE TABLE "inventory_balance" (
    "warehouse" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "quantity_e4" INTEGER NOT NULL DEFAULT 0,
    "amount_e2" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("warehouse", "item"),
    CONSTRAINT "bincard_ref_warehouse" FOREIGN KEY ("warehouse") REFERENCES "warehouses" (id),
    CONSTRAINT "bincard_ref_item" FOREIGN KEY ("item") REFERENCES "items" (id)
) WITHOUT ROWID;

CREATE TRIGGER "inventory_movement_check" BEFORE INSERT ON "inventory_movement"
WHEN NOT EXISTS (SELECT 1 FROM accumulator_gate)
BEGIN
    SELECT CASE
        WHEN NEW.id <> -1
            THEN RAISE(ABORT, 'bincard:validation:id: the journal gives the ids')
        WHEN trim(NEW.recorder, ' ' || char(9, 10, 11, 12, 13)) = '' OR typeof(NEW.recorder) <> 'text' OR length(NEW.recorder) > 200 OR instr(CAST(NEW.recorder AS BLOB), x'00') > 0
            THEN RAISE(ABORT, 'bincard:validation:recorder: a text of 1 to 200 characters is needed')
        WHEN typeof(NEW.line) <> 'integer' OR NEW.line NOT BETWEEN 1 AND 2147483647
            THEN RAISE(ABORT, 'bincard:validation:line: a number from 1 on is needed')
        WHEN typeof(NEW.period) <> 'text' OR NEW.period < '0001'
            OR NEW.period IS NOT strftime('%Y-%m-%d %H:%M:%S', NEW.period, '+0 days')
            THEN RAISE(ABORT, 'bincard:validation:period: a date and time such as 2026-04-18 00:00:00 is needed')
        WHEN NEW.recorded_at IS NULL
            OR NEW.recorded_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.recorded_at, '+0 days')
            THEN RAISE(ABORT, 'bincard:validation:recorded_at: an instant such as 2026-04-18T09:30:00.000Z is needed')
        WHEN NOT EXISTS (SELECT 1 FROM accumulator_actor WHERE id = NEW.recorded_by)
            THEN RAISE(ABORT, 'bincard:validation:recorded_by: the id of a row of accumulator_actor is needed')
        WHEN typeof(NEW.cause) <> 'text' OR length(NEW.cause) > 200 OR instr(CAST(NEW.cause AS BLOB), x'00') > 0
            THEN RAISE(ABORT, 'bincard:validation:cause: a text of at most 200 characters is needed')
        WHEN typeof(NEW."warehouse") <> 'integer'
            THEN RAISE(ABORT, 'bincard:validation:warehouse: the id of a row of warehouses is needed')
        WHEN NOT EXISTS (SELECT 1 FROM "warehouses" WHERE id = NEW."warehouse")
            THEN RAISE(ABORT, 'bincard:validation:warehouse:reference: no row of warehouses has this id')
        WHEN typeof(NEW."item") <> 'integer'
            THEN RAISE(ABORT, 'bincard:validation:item: the id of a row of items is needed')
        WHEN NOT EXISTS (SELECT 1 FROM "items" WHERE id = NEW."item")
            THEN RAISE(ABORT, 'bincard:validation:item:reference: no row of items has this id')
        WHEN typeof(NEW."quantity_e4") <> 'integer' OR NEW."quantity_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999
            THEN RAISE(ABORT, 'bincard:validation:quantity: a whole number of at most 18 digits is needed, counted in units of 10^-4')
        WHEN typeof(NEW."amount_e2") <> 'integer' OR NEW."amount_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
            THEN RAISE(ABORT, 'bincard:validation:amount: a whole number of at most 18 digits is needed, counted in units of 10^-2')
        WHEN NEW.reversal_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "inventory_movement" o
                WHERE o.id = NEW.reversal_of AND o.reversal_of IS NULL
                AND o.recorder = NEW.recorder AND o.period = NEW.period
                AND o."warehouse" = NEW."warehouse" AND o."item" = NEW."item"
                AND o."quantity_e4" = -NEW."quantity_e4" AND o."amount_e2" = -NEW."amount_e2")
            THEN RAISE(ABORT, 'bincard:validation:reversal_of: a reversal repeats the recorder, period and dimensions of a movement, with its values negated')
        WHEN NEW.reversal_of IS NOT NULL AND EXISTS (SELECT 1 FROM "inventory_movement" o
                WHERE o.reversal_of = NEW.reversal_of)
            THEN RAISE(ABORT, 'bincard:validation:reversal_of: the movement is reversed already')
        WHEN substr(NEW.period, 1, 10) <= (SELECT closed_until FROM accumulator_closing)
            THEN RAISE(ABORT, 'bincard:period_closed: the closing date stands in accumulator_closing')
    END;
END;

CREATE TRIGGER "inventory_movement_added" AFTER INSERT ON "inventory_movement"
WHEN NOT EXISTS (SELECT 1 FROM accumulator_gate)
BEGIN
    SELECT RAISE(ABORT, 'bincard:validation:id: the journal gives the ids')
    WHERE NEW.id <= 0;
    INSERT INTO "inventory_balance" ("warehouse", "item", "quantity_e4", "amount_e2", last_movement)
    VALUES (NEW."warehouse", NEW."item", NEW."quantity_e4", NEW."amount_e2", NEW.id)
    ON CONFLICT ("warehouse", "item") DO UPDATE SET "quantity_e4" = "quantity_e4" + excluded."quantity_e4", "amount_e2" = "amount_e2" + excluded."amount_e2", last_movement = excluded.last_movement;
    INSERT INTO "inventory_month" ("warehouse", "item", "month", "quantity_receipts_e4", "quantity_issues_e4", "amount_receipts_e2", "amount_issues_e2", "quantity_lowest_e4", last_movement)
    VALUES (NEW."warehouse", NEW."item", substr(NEW.period, 1, 7) || '-01', CASE WHEN (NEW."quantity_e4" > 0) = (NEW.reversal_of IS NULL) THEN NEW."quantity_e4" ELSE 0 END, CASE WHEN (NEW."quantity_e4" > 0) = (NEW.reversal_of IS NULL) THEN 0 ELSE -NEW."quantity_e4" END, CASE WHEN (NEW."amount_e2" > 0) = (NEW.reversal_of IS NULL) THEN NEW."amount_e2" ELSE 0 END, CASE WHEN (NEW."amount_e2" > 0) = (NEW.reversal_of IS NULL) THEN 0 ELSE -NEW."amount_e2" END, NEW."quantity_e4", NEW.id)
    ON CONFLICT ("warehouse", "item", "month") DO UPDATE SET "quantity_receipts_e4" = "quantity_receipts_e4" + excluded."quantity_receipts_e4", "quantity_issues_e4" = "quantity_issues_e4" + excluded."quantity_issues_e4", "amount_receipts_e2" = "amount_receipts_e2" + excluded."amount_receipts_e2", "amount_issues_e2" = "amount_issues_e2" + excluded."amount_issues_e2",
        "quantity_lowest_e4" = max(-999999999999999999, CASE
            WHEN "inventory_month"."quantity_lowest_e4" > 0 AND NOT EXISTS (SELECT 1 FROM "inventory_day" d
                WHERE d."warehouse" = NEW."warehouse" AND d."item" = NEW."item" AND d."day" >= "inventory_month"."month" AND d."day" <= substr(NEW.period, 1, 10))
                THEN min("inventory_month"."quantity_lowest_e4" + min(NEW."quantity_e4", 0), NEW."quantity_e4")
            WHEN min(NEW."quantity_e4", 0) = 0 OR "inventory_month"."quantity_lowest_e4" + min(NEW."quantity_e4", 0) >= 0 OR EXISTS (SELECT 1 FROM "inventory_day" d
                WHERE d."warehouse" = NEW."warehouse" AND d."item" = NEW."item" AND d."day" > substr(NEW.period, 1, 10) AND d."day" <= substr("inventory_month"."month", 1, 8) || '31')
                THEN "inventory_month"."quantity_lowest_e4" + min(NEW."quantity_e4", 0)
            ELSE min("inventory_month"."quantity_lowest_e4", "inventory_month"."quantity_receipts_e4" - "inventory_month"."quantity_issues_e4" + min(NEW."quantity_e4", 0)) END), last_movement = excluded.last_movement;
    INSERT INTO "inventory_day" ("warehouse", "item", "day", "quantity_receipts_e4", "quantity_issues_e4", "amount_receipts_e2", "amount_issues_e2", last_movement)
    VALUES (NEW."warehouse", NEW."item", substr(NEW.period, 1, 10), CASE WHEN (NEW."quantity_e4" > 0) = (NEW.reversal_of IS NULL) THEN NEW."quantity_e4" ELSE 0 END, CASE WHEN (NEW."quantity_e4" > 0) = (NEW.reversal_of IS NULL) THEN 0 ELSE -NEW."quantity_e4" END, CASE WHEN (NEW."amount_e2" > 0) = (NEW.reversal_of IS NULL) THEN NEW."amount_e2" ELSE 0 END, CASE WHEN (NEW."amount_e2" > 0) = (NEW.reversal_of IS NULL) THEN 0 ELSE -NEW."amount_e2" END, NEW.id)
    ON CONFLICT ("warehouse", "item", "day") DO UPDATE SET "quantity_receipts_e4" = "quantity_receipts_e4" + excluded."quantity_receipts_e4", "quantity_issues_e4" = "quantity_issues_e4" + excluded."quantity_issues_e4", "amount_receipts_e2" = "amount_receipts_e2" + excluded."amount_receipts_e2", "amount_issues_e2" = "amount_issues_e2" + excluded."amount_issues_e2", last_movement = excluded.last_movement;
    SELECT RAISE(ABORT, 'bincard:insufficient_stock: the balance would fall below zero at the end of a day')
    FROM "inventory_balance" b
    WHERE NEW."quantity_e4" < 0 AND b."warehouse" = NEW."warehouse" AND b."item" = NEW."item" AND CASE
        WHEN b."quantity_e4" >= coalesce((SELECT max(0, max(t."quantity_receipts_e4" - t."quantity_issues_e4")) * count(*) - min(t."quantity_lowest_e4") FROM "inventory_month" t WHERE t."warehouse" = NEW."warehouse" AND t."item" = NEW."item" AND t."month" >= substr(substr(NEW.period, 1, 10), 1, 7)), 0) THEN 0
        WHEN NOT EXISTS (SELECT 1 FROM (
        SELECT SUM(t."quantity_receipts_e4" - t."quantity_issues_e4") OVER (ORDER BY t."month" DESC) AS later, t."quantity_lowest_e4" AS lowest
        FROM "inventory_month" t WHERE t."warehouse" = NEW."warehouse" AND t."item" = NEW."item" AND t."month" >= substr(substr(NEW.period, 1, 10), 1, 7)) WHERE b."quantity_e4" - later + lowest < 0) THEN 0
        ELSE b."quantity_e4" < max(0, coalesce((SELECT max(later) FROM (
        SELECT SUM(d."quantity_receipts_e4" - d."quantity_issues_e4") OVER (ORDER BY d."day" DESC) AS later
        FROM "inventory_day" d WHERE d."warehouse" = NEW."warehouse" AND d."item" = NEW."item" AND d."day" > substr(NEW.period, 1, 10))), 0)) END;
END;

CREATE TRIGGER "inventory_movement_no_update" BEFORE UPDATE ON "inventory_movement"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the journal is append-only; a movement is taken back by a reversal');
END;

CREATE TRIGGER "inventory_movement_no_delete" BEFORE DELETE ON "inventory_movement"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the journal is append-only; a movement is taken back by a reversal');
END;

CREATE TRIGGER "inventory_day_no_insert" BEFORE INSERT ON "inventory_day"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement")
    OR NEW."quantity_receipts_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."quantity_issues_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: inventory_day follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "inventory_day_no_update" AFTER UPDATE ON "inventory_day"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."quantity_receipts_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."quantity_issues_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: inventory_day follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "inventory_day_no_delete" BEFORE DELETE ON "inventory_day"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: inventory_day follows from the journal; insert movements instead');
END;

CREATE TRIGGER "inventory_month_no_insert" BEFORE INSERT ON "inventory_month"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement")
    OR NEW."quantity_receipts_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."quantity_issues_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: inventory_month follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "inventory_month_no_update" AFTER UPDATE ON "inventory_month"
WHEN (NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement") OR NEW.last_movement <= OLD.last_movement) AND NOT EXISTS (SELECT 1 FROM accumulator_gate)
    OR NEW."quantity_receipts_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."quantity_issues_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN (NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement") OR NEW.last_movement <= OLD.last_movement) AND NOT EXISTS (SELECT 1 FROM accumulator_gate)
            THEN RAISE(ABORT, 'bincard:permission_denied: inventory_month follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "inventory_month_no_delete" BEFORE DELETE ON "inventory_month"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: inventory_month follows from the journal; insert movements instead');
END;

CREATE TRIGGER "inventory_balance_no_insert" BEFORE INSERT ON "inventory_balance"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement")
    OR NEW."quantity_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: inventory_balance follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "inventory_balance_no_update" AFTER UPDATE ON "inventory_balance"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."quantity_e4" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "inventory_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: inventory_balance follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "inventory_balance_no_delete" BEFORE DELETE ON "inventory_balance"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: inventory_balance follows from the journal; insert movements instead');
END;
