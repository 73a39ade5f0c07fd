// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/LedgerPosting.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

/// The register, if the book has one.
Result<std::optional<Register>> ledgerOf(Accumulator &accumulator)
{
    auto found = accumulator.use(LedgerPosting::registerName);
    if (found.ok())
        return std::optional<Register>(*found);
    if (found.error().code() == ErrorCode::RegisterNotFound)
        return std::optional<Register>();
    return found.error();
}

QList<Movement> movementsOf(
    const Document &document, const QList<LedgerEntry> &entries, const RegisterDefinition &ledger)
{
    const QList<QVariant> defaults(ledger.dimensions().size());
    QList<Movement> movements;
    for (const LedgerEntry &entry : entries) {
        QList<Decimal> figures;
        for (const Resource &resource : ledger.resources())
            figures << (resource.name == LedgerPosting::amountName ? entry.amount : Decimal(0, resource.scale));
        movements << Movement{document.recorder(), Period(document.date), defaults, figures, {},
            {entry.debit, entry.debitAnalytics}, {entry.credit, entry.creditAnalytics}};
    }
    return movements;
}

} // namespace

QList<Problem> LedgerPosting::problemsOf(const RegisterDefinition &ledger)
{
    QList<Problem> problems;
    for (const Dimension &dimension : ledger.dimensions()) {
        if (!dimension.defaultValue)
            problems << Problem{QStringLiteral("dimensions"), 0,
                {QT_TRANSLATE_NOOP("Error",
                     "The dimension \"%1\" of the register %2 has no default, and documents say nothing of it."),
                    {dimension.name, ledger.name()}}};
    }
    const int amount = ledger.resourceIndex(amountName);
    if (amount < 0 || ledger.resources().at(amount).scale < amountScale)
        problems << Problem{QStringLiteral("resources"), 0,
            {QT_TRANSLATE_NOOP(
                 "Error", "Documents post amounts: the register %1 needs a resource \"%2\" with at least %3 decimals."),
                {ledger.name(), amountName, QString::number(amountScale)}}};
    return problems;
}

Result<void> LedgerPosting::write(const Document &document, const Postings &postings, bool wasPosted)
{
    BINCARD_ASSIGN(on, m_store.isOn());
    if (!on && !wasPosted)
        return {};
    BINCARD_ASSIGN(ledger, ledgerOf(m_accumulator));
    if (!ledger)
        return {};
    const QString recorder = document.recorder();
    bool stands = false;
    if (wasPosted) {
        BINCARD_ASSIGN(active, ledger->hasActive(recorder));
        stands = active;
    }
    if (!on && !stands)
        return {};
    BINCARD_ASSIGN(rules, m_store.rules());
    BINCARD_ASSIGN(entries, ledgerEntries(document, postings, rules));
    const QList<Movement> movements = movementsOf(document, entries, ledger->definition());
    const Result<void> done = [&]() -> Result<void> {
        if (stands)
            BINCARD_TRY(ledger->repost(recorder, movements));
        else if (!movements.isEmpty())
            BINCARD_TRY(ledger->post(movements));
        return {};
    }();
    if (done.ok() || done.error().code() != ErrorCode::Validation)
        return done;
    // The lines that the register counts are not the document's: what is wrong is the scheme or the chart.
    QList<Problem> problems;
    for (const Problem &problem : done.error().problems()) {
        const auto isSame = [&](const Problem &it) { return it.message.english() == problem.message.english(); };
        if (std::ranges::none_of(problems, isSame))
            problems << Problem{QStringLiteral("ledger"), 0, problem.message};
    }
    return problems.isEmpty() ? done.error() : Error::validation(problems);
}

Result<void> LedgerPosting::unpost(const Document &document)
{
    BINCARD_ASSIGN(ledger, ledgerOf(m_accumulator));
    if (!ledger)
        return {};
    BINCARD_ASSIGN(active, ledger->hasActive(document.recorder()));
    if (active)
        BINCARD_TRY(ledger->unpost(document.recorder()));
    return {};
}

} // namespace bincard
