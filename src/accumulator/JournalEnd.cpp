// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "accumulator/RegisterContext.h"

namespace bincard {

// The journal only grows, so its highest id tells of every change that is committed in the order of the ids. On SQLite
// all are. On PostgreSQL a transaction may take its ids early and commit late; until then it holds a lock on the journal
// that everybody can see, and when the lock goes the answer differs. (The list is read after the snapshot is taken: who
// commits in between is missing from both, and is seen by the reads that follow.)
Result<JournalEnd> Register::journalEnd(qint64 countFrom)
{
    const auto &context = d->context;
    const QString journal = context.layout.journal();
    QString sql =
        QStringLiteral("SELECT (SELECT max(id) FROM %1), (SELECT COUNT(*) FROM %1 WHERE id > ?)").arg(journal);
    db::Values values{countFrom};
    if (!context.isSqlite()) {
        sql += QStringLiteral(", (SELECT string_agg(virtualtransaction, ' ' ORDER BY virtualtransaction) FROM pg_locks"
                              " WHERE locktype = 'relation' AND relation = to_regclass(?) AND mode = 'RowExclusiveLock'"
                              " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                              " AND pid <> pg_backend_pid())");
        values.append(journal);
    }
    BINCARD_ASSIGN(rows, context.session->query(sql, values));
    JournalEnd end;
    if (rows.next()) {
        end.newest = rows.integer(0);
        end.since = rows.integer(1);
        if (!context.isSqlite())
            end.underWay = rows.text(2);
    }
    BINCARD_TRY(rows.finished());
    return end;
}

} // namespace bincard
