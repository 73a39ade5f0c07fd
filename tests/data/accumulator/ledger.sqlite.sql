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

CREATE TABLE "ledger_movement" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recorder TEXT NOT NULL,
    line INTEGER NOT NULL DEFAULT 1,
    period TEXT NOT NULL,
    recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    recorded_by INTEGER NOT NULL DEFAULT 1,
    reversal_of INTEGER,
    cause TEXT NOT NULL DEFAULT '',
    "account_dr" TEXT NOT NULL,
    "analytics_dr" TEXT NOT NULL DEFAULT '{}',
    "account_cr" TEXT NOT NULL,
    "analytics_cr" TEXT NOT NULL DEFAULT '{}',
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "amount_e2" INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX "ledger_movement_period" ON "ledger_movement" (period, id);

CREATE INDEX "ledger_movement_recorder" ON "ledger_movement" (recorder);

CREATE UNIQUE INDEX "ledger_movement_reversal" ON "ledger_movement" (reversal_of) WHERE reversal_of IS NOT NULL;

CREATE TABLE "ledger_day" (
    "account" TEXT NOT NULL,
    "analytics" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "amount_receipts_e2" INTEGER NOT NULL DEFAULT 0,
    "amount_issues_e2" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("account", "analytics", "currency", "day")
) WITHOUT ROWID;

CREATE TABLE "ledger_month" (
    "account" TEXT NOT NULL,
    "analytics" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "amount_receipts_e2" INTEGER NOT NULL DEFAULT 0,
    "amount_issues_e2" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("account", "analytics", "currency", "month")
) WITHOUT ROWID;

CREATE INDEX "ledger_day_day" ON "ledger_day" ("day");

CREATE TABLE "ledger_balance" (
    "account" TEXT NOT NULL,
    "analytics" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_e2" INTEGER NOT NULL DEFAULT 0,
    last_movement INTEGER NOT NULL,
    PRIMARY KEY ("account", "analytics", "currency"),
    CONSTRAINT "bincard_ref_account" FOREIGN KEY (account) REFERENCES accumulator_account (code)
) WITHOUT ROWID;

CREATE TRIGGER "ledger_movement_check" BEFORE INSERT ON "ledger_movement"
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
        WHEN typeof(NEW."account_dr") <> 'text' OR NOT EXISTS (SELECT 1 FROM accumulator_account a
                WHERE a.code = NEW."account_dr" AND (a.is_active OR NEW.reversal_of IS NOT NULL))
            THEN RAISE(ABORT, 'bincard:validation:account_dr: the code of an active account of accumulator_account is needed')
        WHEN NEW."analytics_dr" IS NOT '{}' AND (typeof(NEW."analytics_dr") <> 'text' OR length(NEW."analytics_dr") > 400 OR NEW."analytics_dr" IS NOT (
                SELECT '{' || group_concat('"' || key || '":"' || replace(replace(value, '\', '\\'), '"', '\"') || '"') || '}'
                FROM (SELECT key, min(value) AS value
                    FROM json_each(NEW."analytics_dr")
                    WHERE type = 'text' AND length(value) > 0 AND value NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
                        AND key GLOB '[A-Za-z]*' AND key NOT GLOB '*[^A-Za-z0-9_]*' AND length(key) <= 40
                    GROUP BY key ORDER BY key)))
            THEN RAISE(ABORT, 'bincard:validation:analytics_dr: a JSON object of texts with sorted keys and without blanks is needed')
        WHEN typeof(NEW."account_cr") <> 'text' OR NOT EXISTS (SELECT 1 FROM accumulator_account a
                WHERE a.code = NEW."account_cr" AND (a.is_active OR NEW.reversal_of IS NOT NULL))
            THEN RAISE(ABORT, 'bincard:validation:account_cr: the code of an active account of accumulator_account is needed')
        WHEN NEW."analytics_cr" IS NOT '{}' AND (typeof(NEW."analytics_cr") <> 'text' OR length(NEW."analytics_cr") > 400 OR NEW."analytics_cr" IS NOT (
                SELECT '{' || group_concat('"' || key || '":"' || replace(replace(value, '\', '\\'), '"', '\"') || '"') || '}'
                FROM (SELECT key, min(value) AS value
                    FROM json_each(NEW."analytics_cr")
                    WHERE type = 'text' AND length(value) > 0 AND value NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
                        AND key GLOB '[A-Za-z]*' AND key NOT GLOB '*[^A-Za-z0-9_]*' AND length(key) <= 40
                    GROUP BY key ORDER BY key)))
            THEN RAISE(ABORT, 'bincard:validation:analytics_cr: a JSON object of texts with sorted keys and without blanks is needed')
        WHEN typeof(NEW."currency") <> 'text' OR length(NEW."currency") > 200 OR instr(CAST(NEW."currency" AS BLOB), x'00') > 0
            THEN RAISE(ABORT, 'bincard:validation:currency: a text of at most 200 characters is needed')
        WHEN typeof(NEW."amount_e2") <> 'integer' OR NEW."amount_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
            THEN RAISE(ABORT, 'bincard:validation:amount: a whole number of at most 18 digits is needed, counted in units of 10^-2')
        WHEN NEW.reversal_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ledger_movement" o
                WHERE o.id = NEW.reversal_of AND o.reversal_of IS NULL
                AND o.recorder = NEW.recorder AND o.period = NEW.period
                AND o."account_dr" = NEW."account_dr" AND o."analytics_dr" = NEW."analytics_dr" AND o."account_cr" = NEW."account_cr" AND o."analytics_cr" = NEW."analytics_cr" AND o."currency" = NEW."currency"
                AND o."amount_e2" = -NEW."amount_e2")
            THEN RAISE(ABORT, 'bincard:validation:reversal_of: a reversal repeats the recorder, period and dimensions of a movement, with its values negated')
        WHEN NEW.reversal_of IS NOT NULL AND EXISTS (SELECT 1 FROM "ledger_movement" o
                WHERE o.reversal_of = NEW.reversal_of)
            THEN RAISE(ABORT, 'bincard:validation:reversal_of: the movement is reversed already')
        WHEN substr(NEW.period, 1, 10) <= (SELECT closed_until FROM accumulator_closing)
            THEN RAISE(ABORT, 'bincard:period_closed: the closing date stands in accumulator_closing')
    END;
END;

CREATE TRIGGER "ledger_movement_added" AFTER INSERT ON "ledger_movement"
WHEN NOT EXISTS (SELECT 1 FROM accumulator_gate)
BEGIN
    SELECT RAISE(ABORT, 'bincard:validation:id: the journal gives the ids')
    WHERE NEW.id <= 0;
    INSERT INTO "ledger_balance" ("account", "analytics", "currency", "amount_e2", last_movement)
    SELECT "account", "analytics", "currency", SUM("amount_e2"), NEW.id FROM (SELECT NEW.account_dr AS account, NEW.analytics_dr AS analytics, NEW.id AS id, NEW.recorder AS recorder, NEW.line AS line, NEW.period AS period, NEW.recorded_at AS recorded_at, NEW.reversal_of AS reversal_of, NEW."currency" AS "currency", NEW."amount_e2" AS "amount_e2", 0 AS "#credit" UNION ALL SELECT NEW.account_cr AS account, NEW.analytics_cr AS analytics, NEW.id AS id, NEW.recorder AS recorder, NEW.line AS line, NEW.period AS period, NEW.recorded_at AS recorded_at, NEW.reversal_of AS reversal_of, NEW."currency" AS "currency", -NEW."amount_e2" AS "amount_e2", 1 AS "#credit") AS "#sides" WHERE true GROUP BY "account", "analytics", "currency"
    ON CONFLICT ("account", "analytics", "currency") DO UPDATE SET "amount_e2" = "amount_e2" + excluded."amount_e2", last_movement = excluded.last_movement;
    INSERT INTO "ledger_day" ("account", "analytics", "currency", "day", "amount_receipts_e2", "amount_issues_e2", last_movement)
    SELECT "account", "analytics", "currency", substr(period, 1, 10), SUM(CASE WHEN "#credit" = 0 THEN "amount_e2" ELSE 0 END), SUM(CASE WHEN "#credit" = 0 THEN 0 ELSE -"amount_e2" END), NEW.id FROM (SELECT NEW.account_dr AS account, NEW.analytics_dr AS analytics, NEW.id AS id, NEW.recorder AS recorder, NEW.line AS line, NEW.period AS period, NEW.recorded_at AS recorded_at, NEW.reversal_of AS reversal_of, NEW."currency" AS "currency", NEW."amount_e2" AS "amount_e2", 0 AS "#credit" UNION ALL SELECT NEW.account_cr AS account, NEW.analytics_cr AS analytics, NEW.id AS id, NEW.recorder AS recorder, NEW.line AS line, NEW.period AS period, NEW.recorded_at AS recorded_at, NEW.reversal_of AS reversal_of, NEW."currency" AS "currency", -NEW."amount_e2" AS "amount_e2", 1 AS "#credit") AS "#sides" WHERE true GROUP BY "account", "analytics", "currency", substr(period, 1, 10)
    ON CONFLICT ("account", "analytics", "currency", "day") DO UPDATE SET "amount_receipts_e2" = "amount_receipts_e2" + excluded."amount_receipts_e2", "amount_issues_e2" = "amount_issues_e2" + excluded."amount_issues_e2", last_movement = excluded.last_movement;
    INSERT INTO "ledger_month" ("account", "analytics", "currency", "month", "amount_receipts_e2", "amount_issues_e2", last_movement)
    SELECT "account", "analytics", "currency", substr(period, 1, 7) || '-01', SUM(CASE WHEN "#credit" = 0 THEN "amount_e2" ELSE 0 END), SUM(CASE WHEN "#credit" = 0 THEN 0 ELSE -"amount_e2" END), NEW.id FROM (SELECT NEW.account_dr AS account, NEW.analytics_dr AS analytics, NEW.id AS id, NEW.recorder AS recorder, NEW.line AS line, NEW.period AS period, NEW.recorded_at AS recorded_at, NEW.reversal_of AS reversal_of, NEW."currency" AS "currency", NEW."amount_e2" AS "amount_e2", 0 AS "#credit" UNION ALL SELECT NEW.account_cr AS account, NEW.analytics_cr AS analytics, NEW.id AS id, NEW.recorder AS recorder, NEW.line AS line, NEW.period AS period, NEW.recorded_at AS recorded_at, NEW.reversal_of AS reversal_of, NEW."currency" AS "currency", -NEW."amount_e2" AS "amount_e2", 1 AS "#credit") AS "#sides" WHERE true GROUP BY "account", "analytics", "currency", substr(period, 1, 7) || '-01'
    ON CONFLICT ("account", "analytics", "currency", "month") DO UPDATE SET "amount_receipts_e2" = "amount_receipts_e2" + excluded."amount_receipts_e2", "amount_issues_e2" = "amount_issues_e2" + excluded."amount_issues_e2", last_movement = excluded.last_movement;
END;

CREATE TRIGGER "ledger_movement_no_update" BEFORE UPDATE ON "ledger_movement"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the journal is append-only; a movement is taken back by a reversal');
END;

CREATE TRIGGER "ledger_movement_no_delete" BEFORE DELETE ON "ledger_movement"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: the journal is append-only; a movement is taken back by a reversal');
END;

CREATE TRIGGER "ledger_day_no_insert" BEFORE INSERT ON "ledger_day"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement")
    OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: ledger_day follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "ledger_day_no_update" AFTER UPDATE ON "ledger_day"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: ledger_day follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "ledger_day_no_delete" BEFORE DELETE ON "ledger_day"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: ledger_day follows from the journal; insert movements instead');
END;

CREATE TRIGGER "ledger_month_no_insert" BEFORE INSERT ON "ledger_month"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement")
    OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: ledger_month follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "ledger_month_no_update" AFTER UPDATE ON "ledger_month"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."amount_receipts_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999 OR NEW."amount_issues_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: ledger_month follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "ledger_month_no_delete" BEFORE DELETE ON "ledger_month"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: ledger_month follows from the journal; insert movements instead');
END;

CREATE TRIGGER "ledger_balance_no_insert" BEFORE INSERT ON "ledger_balance"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement")
    OR NEW."amount_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement")
            THEN RAISE(ABORT, 'bincard:permission_denied: ledger_balance follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "ledger_balance_no_update" AFTER UPDATE ON "ledger_balance"
WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement") OR NEW.last_movement <= OLD.last_movement
    OR NEW."amount_e2" NOT BETWEEN -999999999999999999 AND 999999999999999999
BEGIN
    SELECT CASE WHEN NEW.last_movement IS NOT (SELECT max(id) FROM "ledger_movement") OR NEW.last_movement <= OLD.last_movement
            THEN RAISE(ABORT, 'bincard:permission_denied: ledger_balance follows from the journal; insert movements instead')
        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 digits')
    END;
END;

CREATE TRIGGER "ledger_balance_no_delete" BEFORE DELETE ON "ledger_balance"
BEGIN
    SELECT RAISE(ABORT, 'bincard:permission_denied: ledger_balance follows from the journal; insert movements instead');
END;
