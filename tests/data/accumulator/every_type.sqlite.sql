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

CREATE TABLE "every_type_movement" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recorder TEXT NOT NULL,
    line INTEGER NOT NULL DEFAULT 1,
    period TEXT NOT NULL,
    recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    recorded_by INTEGER NOT NULL DEFAULT 1,
    reversal_of INTEGER,
    cause TEXT NOT NULL DEFAULT '',
    "number" INTEGER NOT NULL,
    "large" INTEGER NOT NULL,
    "words" TEXT NOT NULL DEFAULT 'it''s',
    "best_before" TEXT NOT NULL,
    "flag" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,
    "item" INTEGER NOT NULL,
    "pieces_e0" INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX "every_type_movement_period" ON "every_type_movement" (period, id);

CREATE INDEX "every_type_movement_recorder" ON "every_type_movement" (recorder);

CREATE UNIQUE INDEX "every_type_movement_reversal" ON "every_type_movement" (reversal_of) WHERE reversal_of IS NOT NULL;

CREATE TABLE "every_type_day" (
    "number" INTEGER NOT NULL,
    "large" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "best_before" TEXT NOT NULL,
    "flag" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,
    "item" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "pieces_receipts_e0" INTEGER NOT NULL DEFAULT 0,
    "pieces_issues_e0" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("number", "large", "words", "best_before", "flag", "mark", "item", "day"),
    CONSTRAINT "bincard_ref_item" FOREIGN KEY ("item") REFERENCES "items" (id)
) WITHOUT ROWID;

CREATE TABLE "every_type_month" (
    "number" INTEGER NOT NULL,
    "large" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "best_before" TEXT NOT NULL,
    "flag" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,
    "item" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "pieces_receipts_e0" INTEGER NOT NULL DEFAULT 0,
    "pieces_issues_e0" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("number", "large", "words", "best_before", "flag", "mark", "item", "month")
) WITHOUT ROWID;

CREATE INDEX "every_type_day_day" ON "every_type_day" ("day");

CREATE TRIGGER "every_type_movement_check" BEFORE INSERT ON "every_type_movement"
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
        WHEN typeof(NEW."number") <> 'integer' OR NEW."number" NOT BETWEEN -2147483648 AND 2147483647
            THEN RAISE(ABORT, 'bincard:validation:number: a whole number of 32 bits is needed')
        WHEN typeof(NEW."large") <> 'integer'
            THEN RAISE(ABORT, 'bincard:validation:large: a whole number is needed')
        WHEN typeof(NEW."words") <> 'text' OR length(NEW."words") > 200 OR instr(CAST(NEW."words" AS BLOB), x'00') > 0
            THEN RAISE(ABORT, 'bincard:validation:words: a text of at most 200 characters is needed')
        WHEN typeof(NEW."best_before") <> 'text' OR NEW."best_before" IS NOT date(NEW."best_before", '+0 days') OR NEW."best_before" < '0001'
            THEN RAISE(ABORT, 'bincard:validation:best_before: a date such as 2026-04-18 is needed')
        WHEN typeof(NEW."flag") <> 'integer' OR NEW."flag" NOT IN (0, 1)
            THEN RAISE(ABORT, 'bincard:validation:flag: 0 or 1 is needed')
        WHEN typeof(NEW."mark") <> 'text' OR NEW."mark" NOT GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
            THEN RAISE(ABORT, 'bincard:validation:mark: a UUID in lower case is needed')
        WHEN typeof(NEW."item") <> 'integer'
            THEN RAISE(ABORT, 'bincard:validation:item: the id of a row of items is needed')
        WHEN NOT EXISTS (SELECT 1 FROM "items" WHERE id = NEW."item")
            THEN RAISE(ABORT, 'bincard:validation:item:reference: no row of items has this id')
        WHEN typeof(NEW."pieces_e0") <> 'integer' OR NEW."pieces_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999
            THEN RAISE(ABORT, 'bincard:validation:pieces: a whole number of at most 18 digits is needed, counted in units of 10^-0')
        WHEN NEW.reversal_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "every_type_movement" o
                WHERE o.id = NEW.reversal_of AND o.reversal_of IS NULL
                AND o.recorder = NEW.recorder AND o.period = NEW.period
                AND o."number" = NEW."number" AND o."large" = NEW."large" AND o."words" = NEW."words" AND o."best_before" = NEW."best_before" AND o."flag" = NEW."flag" AND o."mark" = NEW."mark" AND o."item" = NEW."item"
                AND o."pieces_e0" = -NEW."pieces_e0")
            THEN RAISE(ABORT, 'bincard:validation:reversal_of: a reversal repeats the recorder, period and dimensions of a movement, with its values negated')
        WHEN NEW.reversal_of IS NOT NULL AND EXISTS (SELECT 1 FROM "every_type_movement" o
                WHERE o.reversal_of = NEW.reversal_of)
            THEN RAISE(ABORT, 'bincard:validation:reversal_of: the movement is reversed already')
        WHEN substr(NEW.period, 1, 10) <= (SELECT closed_until FROM accumulator_closing)
            THEN RAISE(ABORT, 'bincard:period_closed: the closing date stands in accumulator_closing')
    END;
END;

CREATE TRIGGER "every_type_movement_added" AFTER INSERT ON "every_type_movement"
WHEN NOT EXISTS (SELECT 1 FROM accumulator_gate)
BEGIN
    SELECT RAISE(ABORT, 'bincard:validation:id: the journal gives the ids')
    WHERE NEW.id <= 0;
    INSERT INTO "every_type_month" ("number", "large", "words", "best_before", "flag", "mark", "item", "month", "pieces_receipts_e0", "pieces_issues_e0", last_movement)
    VALUES (NEW."number", NEW."large", NEW."words", NEW."best_before", NEW."flag", NEW."mark", NEW."item", substr(NEW.period, 1, 7) || '-01', CASE WHEN (NEW."pieces_e0" > 0) = (NEW.reversal_of IS NULL) THEN NEW."pieces_e0" ELSE 0 END, CASE WHEN (NEW."pieces_e0" > 0) = (NEW.reversal_of IS NULL) THEN 0 ELSE -NEW."pieces_e0" END, NEW.id)
    ON CONFLICT ("number", "large", "words", "best_before", "flag", "mark", "item", "month") DO UPDATE SET "pieces_receipts_e0" = "pieces_receipts_e0" + excluded."pieces_receipts_e0", "pieces_issues_e0" = "pieces_issues_e0" + excluded."pieces_issues_e0", last_movement = excluded.last_movement;
    INSERT INTO "every_type_day" ("number", "large", "words", "best_before", "flag", "mark", "item", "day", "pieces_receipts_e0", "pieces_issues_e0", last_movement)
    VALUES (NEW."number", NEW."large", NEW."words", NEW."best_before", NEW."flag", NEW."mark", NEW."item", substr(NEW.period, 1, 10), CASE WHEN (NEW."pieces_e0" > 0) = (NEW.reversal_of IS NULL) THEN NEW."pieces_e0" ELSE 0 END, CASE WHEN (NEW."pieces_e0" > 0) = (NEW.reversal_of IS NULL) THEN 0 ELSE -NEW."pieces_e0" END, NEW.id)
    ON CONFLICT ("number", "large", "words", "best_before", "flag", "mark", "item", "day") DO UPDATE SET "pieces_receipts_e0" = "pieces_receipts_e0" + excluded."pieces_receipts_e0", "pieces_issues_e0" = "pieces_issues_e0" + excluded."pieces_issues_e0", last_movement = excluded.last_movement;
END;

CREATE TRIGGER "every_type_movement_no_update" BEFORE UPDATE ON "every_type_movement"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the journal is append-only; a movement is taken back by a reversal');
END;

CREATE TRIGGER "every_type_movement_no_delete" BEFORE DELETE ON "every_type_movement"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the journal is append-only; a movement is taken back by a reversal');
END;

CREATE TRIGGER "every_type_day_no_insert" BEFORE INSERT ON "every_type_day"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement")
    OR NEW."pieces_receipts_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."pieces_issues_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: every_type_day follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "every_type_day_no_update" AFTER UPDATE ON "every_type_day"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."pieces_receipts_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."pieces_issues_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: every_type_day follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "every_type_day_no_delete" BEFORE DELETE ON "every_type_day"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: every_type_day follows from the journal; insert movements instead');
END;

CREATE TRIGGER "every_type_month_no_insert" BEFORE INSERT ON "every_type_month"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement")
    OR NEW."pieces_receipts_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."pieces_issues_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: every_type_month follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "every_type_month_no_update" AFTER UPDATE ON "every_type_month"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."pieces_receipts_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."pieces_issues_e0" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "every_type_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: every_type_month follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "every_type_month_no_delete" BEFORE DELETE ON "every_type_month"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: every_type_month follows from the journal; insert movements instead');
END;
