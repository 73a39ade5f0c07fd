// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportPlanner.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace bincard {

namespace {

bool startsLikeCancellation(const QString &number)
{
    return number.startsWith(u'C', Qt::CaseInsensitive) && !(number.size() > 1 && number.at(1).isLetter());
}

/// The contract's name of a field of problemsOf(Document), without the prefix of lines.
QString fieldOf(const Problem &problem)
{
    return problem.field.startsWith(QLatin1String("lines.")) ? problem.field.mid(6) : problem.field;
}

} // namespace

DocumentKind ImportPlanner::kindOf(const Invoice &invoice) const
{
    const DocumentKind named = invoice.kind.value_or(DocumentKind::SalesOrder);
    if (named != DocumentKind::SalesOrder || !invoice.number.startsWith(u'C', Qt::CaseInsensitive))
        return named;
    const bool allNegative = std::all_of(invoice.lines.cbegin(), invoice.lines.cend(),
        [](const RawLine &raw) { return raw.values.quantity.isNegative(); });
    return startsLikeCancellation(invoice.number) || allNegative ? DocumentKind::CustomerReturn : named;
}

/// Rule 3: what a negative line of a sales order becomes.
DocumentKind ImportPlanner::kindOfLine(DocumentKind kind, const RawLine &raw) const
{
    if (kind != DocumentKind::SalesOrder || !raw.values.quantity.isNegative())
        return kind;
    return m_plan.items.at(raw.values.item).row.service ? DocumentKind::CustomerReturn : DocumentKind::WriteOff;
}

/// Returns and write-offs are written with either sign, but with one; the other kinds have none to spare.
void ImportPlanner::checkSigns(Invoice &invoice, DocumentKind kind)
{
    if (kind == DocumentKind::SalesOrder || invoice.lines.isEmpty())
        return;
    const bool either = kind == DocumentKind::CustomerReturn || kind == DocumentKind::WriteOff;
    const bool negative = std::any_of(invoice.lines.cbegin(), invoice.lines.cend(),
        [](const RawLine &raw) { return raw.values.quantity.isNegative(); });
    if (!negative)
        return;
    const QList<RawLine> lines = invoice.lines;
    for (const RawLine &raw : lines) {
        const QString value = raw.values.quantity.toStringTrimmed(0);
        if (!either && raw.values.quantity.isNegative())
            spoilLine(invoice, raw.values.line, name(DocumentField::Quantity), value,
                {QT_TRANSLATE_NOOP("Error", "A document of kind %1 cannot have a negative quantity."), {code(kind)}});
        else if (either && !raw.values.quantity.isNegative())
            spoilLine(invoice, raw.values.line, name(DocumentField::Quantity), value,
                {QT_TRANSLATE_NOOP("Error",
                     "Document %1 has quantities of both signs: what it takes back and what it delivers cannot be "
                     "told apart."),
                    {invoice.number}});
    }
}

/// The line with its quantity positive and its price settled by what the kind takes.
PlannedLine ImportPlanner::priced(Invoice &invoice, DocumentKind kind, const RawLine &raw)
{
    PlannedLine line = raw.values;
    line.quantity = line.quantity.absolute();
    line.amount = line.amount.absolute(); // of a line taken back it is as negative as the quantity
    const PlannedRow<Item> &item = m_plan.items.at(line.item);
    const bool amountKnown = line.amountGiven;
    line.amountGiven = amountKnown && traits(kind).valuesStock;
    if (!traits(kind).hasPrices) {
        line.unitPrice = Decimal(0, priceScale);
        line.discount = Decimal(0, percentScale);
        line.amount = Decimal(0, amountScale);
        return line;
    }
    if (line.amountGiven || raw.hasPrice)
        return line;
    if (amountKnown) {
        const auto price =
            Decimal::fromRatio(Int128(line.amount.units()) * powerOfTen(priceScale + quantityScale - amountScale),
                line.quantity.units(), priceScale);
        const auto reached = price.ok() ? lineAmount(line.quantity, *price, Decimal(0, percentScale)) : price;
        line.discount = Decimal(0, percentScale);
        if (price.ok() && reached.ok() && *reached == line.amount)
            line.unitPrice = *price;
        else
            spoilLine(invoice, line.line, name(DocumentField::Amount), line.amount.toString(),
                {QT_TRANSLATE_NOOP("Error", "No unit price with four decimals makes this amount; give the unit price."),
                    {}});
    } else if (m_hasPrices) {
        spoilLine(invoice, line.line, name(DocumentField::UnitPrice), QString(),
            {QT_TRANSLATE_NOOP("Error", "The unit price is missing."), {}});
    } else {
        line.unitPrice = item.row.listPrice;
    }
    return line;
}

PlannedDocument ImportPlanner::documentOf(const Invoice &invoice, DocumentKind kind) const
{
    PlannedDocument document;
    document.kind = kind;
    document.number = invoice.number;
    document.date = invoice.date;
    document.partner = invoice.partner;
    document.warehouse = invoice.warehouse >= 0 ? invoice.warehouse : m_collector.warehouse({});
    document.warehouseTo = traits(kind).hasDestination ? invoice.warehouseTo : -1;
    document.note = invoice.note;
    return document;
}

void ImportPlanner::completePartner(const Invoice &invoice, PlannedDocument &document)
{
    const DocumentTraits &kind = traits(document.kind);
    if (!kind.needsPartner && !kind.partnerIsSupplier) {
        document.partner = -1;
    } else if (invoice.partner < 0 && kind.needsPartner) {
        document.partner = m_collector.walkInPartner();
    }
    if (document.partner >= 0)
        m_collector.usePartner(document.partner, kind.partnerIsSupplier);
}

/// The invoice's documents: the one of its own kind first, then what its negative lines make.
QList<PlannedDocument> ImportPlanner::documentsOf(Invoice &invoice)
{
    const DocumentKind kind = kindOf(invoice);
    checkSigns(invoice, kind);
    QList<PlannedDocument> documents;
    const QList<RawLine> lines = invoice.lines;
    for (const RawLine &raw : lines) {
        const DocumentKind own = kindOfLine(kind, raw);
        auto found = std::find_if(
            documents.begin(), documents.end(), [&](const PlannedDocument &document) { return document.kind == own; });
        if (found == documents.end()) {
            documents += documentOf(invoice, own);
            found = documents.end() - 1;
            found->firstLine = raw.values.line;
        }
        found->lines += priced(invoice, own, raw);
    }
    for (PlannedDocument &document : documents) {
        if (documents.size() > 1 && document.kind != kind)
            document.number += document.kind == DocumentKind::WriteOff ? u"-W" : u"-R";
        completePartner(invoice, document);
    }
    return documents;
}

/// The rules every document has to keep, told of the rows it comes from.
void ImportPlanner::checkDocument(Invoice &invoice, const PlannedDocument &planned)
{
    Document document = m_plan.document(planned);
    QList<Problem> problems = problemsOf(document);
    if (problems.isEmpty())
        if (const auto amounts = computeAmounts(document); !amounts.ok())
            problems = amounts.error().problems();
    for (const Problem &problem : std::as_const(problems)) {
        const bool ofLine = problem.line > 0 && problem.line <= planned.lines.size();
        const int line = ofLine ? planned.lines.at(problem.line - 1).line : planned.firstLine;
        spoilLine(invoice, line, fieldOf(problem), ofLine ? QString() : invoice.number, problem.message);
    }
}

void ImportPlanner::leaveOut(const Invoice &invoice)
{
    ++m_plan.documentsLeftOut;
    const Message reason = invoice.becauseOfHeader
        ? Message{QT_TRANSLATE_NOOP("Error", "Left out with document %1 because of line %2 of the first file."),
            {invoice.number, QString::number(invoice.because)}}
        : Message{QT_TRANSLATE_NOOP("Error", "Left out with document %1 because of line %2."),
            {invoice.number, QString::number(invoice.because)}};
    const QSet<int> bad(invoice.badRows.cbegin(), invoice.badRows.cend());
    for (const int line : invoice.rows)
        if (!bad.contains(line))
            m_plan.problems += ImportProblem{
                line, name(DocumentField::Number), invoice.number, reason, invoice.because, m_plan.linesInDetails};
}

void ImportPlanner::build(Invoice &invoice)
{
    QList<PlannedDocument> documents;
    if (invoice.because == 0 && invoice.lines.isEmpty()) {
        addProblem(invoice.firstLine, false, name(DocumentField::Number), invoice.number,
            {QT_TRANSLATE_NOOP("Error", "The details file has no lines of document %1."), {invoice.number}});
        ++m_plan.documentsLeftOut;
        return;
    }
    if (invoice.because == 0)
        documents = documentsOf(invoice);
    for (const PlannedDocument &document : std::as_const(documents))
        if (invoice.because == 0)
            checkDocument(invoice, document);
    if (invoice.because != 0) {
        leaveOut(invoice);
        return;
    }
    for (const PlannedDocument &document : std::as_const(documents))
        if (invoice.partner < 0 && traits(document.kind).needsPartner)
            m_plan.rowsWithoutPartner += static_cast<int>(document.lines.size());
    m_plan.documents += documents;
}

void ImportPlanner::finish()
{
    m_collector.finish();
    for (Invoice &invoice : m_invoices) {
        build(invoice);
        invoice = Invoice(); // a large file is not kept twice
    }
    m_collector.finish(); // the walk-in partner came with the documents
    sortForPosting(m_plan.documents);
    std::stable_sort(
        m_plan.problems.begin(), m_plan.problems.end(), [](const ImportProblem &a, const ImportProblem &b) {
            return std::tie(a.inDetails, a.line) < std::tie(b.inDetails, b.line);
        });
}

} // namespace bincard
