// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LedgerStore.h"

#include "db/SqlCatalog.h"

#include <algorithm>

namespace bincard {

namespace {

const QString setting = QStringLiteral("ledger_posting");

QStringList names(const QString &text) { return text.split(u',', Qt::SkipEmptyParts); }

} // namespace

QString LedgerStore::sql(const char *name) const { return db::sql(m_session.dialect(), QLatin1String(name)); }

Result<QList<PostingRule>> LedgerStore::rules()
{
    BINCARD_ASSIGN(rows, m_session.query(sql("ledger_scheme")));
    QList<PostingRule> found;
    while (rows.next()) {
        BINCARD_ASSIGN(kind, documentKind(rows.text(0)));
        BINCARD_ASSIGN(what, ledgerAmount(rows.text(1)));
        found << PostingRule{kind, what, rows.text(2), rows.text(4), names(rows.text(3)), names(rows.text(5))};
    }
    BINCARD_TRY(rows.finished());
    std::ranges::stable_sort(found, {}, &PostingRule::kind);
    return found;
}

Result<void> LedgerStore::set(const PostingRule &rule)
{
    BINCARD_TRY(m_session.execute(sql("ledger_scheme_set"),
        {code(rule.kind), code(rule.what), rule.debit, rule.debitAnalytics.join(u','), rule.credit,
            rule.creditAnalytics.join(u',')}));
    return {};
}

Result<bool> LedgerStore::remove(DocumentKind kind, LedgerAmount what)
{
    BINCARD_ASSIGN(removed, m_session.execute(sql("ledger_scheme_remove"), {code(kind), code(what)}));
    return removed > 0;
}

Result<bool> LedgerStore::isOn()
{
    BINCARD_ASSIGN(rows, m_session.query(sql("setting_get"), {setting}));
    const bool on = rows.next() && rows.text(0) == u"on";
    BINCARD_TRY(rows.finished());
    return on;
}

Result<void> LedgerStore::setOn(bool on)
{
    BINCARD_TRY(m_session.execute(sql("setting_set"), {setting, on ? QStringLiteral("on") : QStringLiteral("off")}));
    return {};
}

Result<QList<QUuid>> LedgerStore::missing()
{
    // No file of its own: the register is made by its definition, not by a migration.
    BINCARD_ASSIGN(rows,
        m_session.query(QStringLiteral(
            "SELECT d.id FROM documents d WHERE d.state = 'posted' AND d.kind IN (SELECT kind FROM posting_scheme)"
            " AND NOT EXISTS (SELECT 1 FROM ledger_movement m WHERE m.recorder = d.kind || ':' || CAST(d.id AS TEXT)"
            " AND m.reversal_of IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_movement r WHERE r.reversal_of = m.id))"
            " ORDER BY d.posting_date, d.id")));
    QList<QUuid> found;
    while (rows.next())
        found << rows.uuid(0);
    BINCARD_TRY(rows.finished());
    return found;
}

} // namespace bincard
