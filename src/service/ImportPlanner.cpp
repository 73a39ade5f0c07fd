// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportPlanner.h"

#include "store/CatalogStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

ImportPlanner::ImportPlanner(
    const ImportRequest &request, const ImportRows &rows, ImportCollector &collector, ImportPlan &plan)
    : m_request(request)
    , m_collector(collector)
    , m_plan(plan)
    , m_dateFormat(CsvDateFormat::parse(rows.format(false).dateFormat))
    , m_headerComma(rows.format(false).decimalComma)
    , m_lineComma(rows.format(rows.hasDetails()).decimalComma)
    , m_hasPrices(rows.has(DocumentField::UnitPrice))
{
    m_plan.linesInDetails = rows.hasDetails();
}

void ImportPlanner::addProblem(int line, bool inDetails, const QString &field, const QString &value, Message reason)
{
    m_plan.problems += ImportProblem{line, field, value.left(200), std::move(reason), 0, inDetails};
}

void ImportPlanner::spoil(Invoice &invoice, const ImportRow &row, DocumentField field, Message reason)
{
    addProblem(row.line, row.part == Part::Line, name(field), row[field], std::move(reason));
    if (invoice.because == 0) {
        invoice.because = row.line;
        invoice.becauseOfHeader = row.part == Part::Header;
    }
    if (row.part != Part::Header)
        invoice.badRows += row.line;
}

/// Found wrong when the whole invoice is known.
void ImportPlanner::spoilLine(Invoice &invoice, int line, const QString &field, const QString &value, Message reason)
{
    addProblem(line, m_plan.linesInDetails, field, value, std::move(reason));
    if (invoice.because == 0)
        invoice.because = line;
    invoice.badRows += line;
}

ImportPlanner::Invoice *ImportPlanner::invoiceOf(const ImportRow &row, const QString &number)
{
    const auto known = m_byNumber.constFind(number);
    if (known != m_byNumber.constEnd())
        return &m_invoices[*known];
    if (row.part == Part::Line)
        return nullptr;
    m_byNumber.insert(number, m_invoices.size());
    Invoice fresh;
    fresh.number = number;
    fresh.firstLine = row.line;
    m_invoices += fresh;
    return &m_invoices.last();
}

void ImportPlanner::add(const ImportRow &row)
{
    const bool inDetails = row.part == Part::Line;
    if (row.part != Part::Header)
        ++m_plan.rowsRead;
    const QString number = row[DocumentField::Number].simplified();
    if (number.isEmpty()) {
        // Of a row that cannot be read one reason is enough.
        addProblem(row.line, inDetails, row.fault ? QString() : name(DocumentField::Number), QString(),
            row.fault.value_or(
                Message{QT_TRANSLATE_NOOP("Error", "The row does not say to which document it belongs."), {}}));
        return;
    }
    const bool repeated = row.part == Part::Header && m_byNumber.contains(number);
    Invoice *invoice = invoiceOf(row, number);
    if (!invoice) {
        addProblem(row.line, inDetails, name(DocumentField::Number), number,
            {QT_TRANSLATE_NOOP("Error", "The first file has no document %1."), {number}});
        return;
    }
    if (row.part != Part::Header)
        invoice->rows += row.line;
    if (row.fault) {
        spoil(*invoice, row, DocumentField::Number, *row.fault);
        return;
    }
    if (repeated) {
        spoil(*invoice, row, DocumentField::Number,
            {QT_TRANSLATE_NOOP("Error", "Document %1 stands in line %2 already."),
                {number, QString::number(invoice->firstLine)}});
        return;
    }
    if (row.part != Part::Line)
        readHeader(*invoice, row);
    if (row.part != Part::Header)
        readLine(*invoice, row);
}

void ImportPlanner::readHeader(Invoice &invoice, const ImportRow &row)
{
    readDate(invoice, row);
    readPartner(invoice, row);
    readWarehouse(invoice, row, DocumentField::Warehouse, invoice.warehouse, invoice.warehouseLine);
    readWarehouse(invoice, row, DocumentField::WarehouseTo, invoice.warehouseTo, invoice.warehouseToLine);
    if (invoice.note.isEmpty())
        invoice.note = row[DocumentField::Note];
    if (row[DocumentField::Kind].isEmpty())
        return;
    const auto kind =
        documentKind(row[DocumentField::Kind].toLower().simplified().replace(u' ', u'_').replace(u'-', u'_'));
    if (!kind.ok())
        spoil(invoice, row, DocumentField::Kind, kind.error().message());
    else if (!invoice.kind)
        invoice.kind = *kind;
    else if (*invoice.kind != *kind)
        spoil(invoice, row, DocumentField::Kind,
            {QT_TRANSLATE_NOOP("Error", "Document %1 is of another kind in its first row: %2."),
                {invoice.number, code(*invoice.kind)}});
}

void ImportPlanner::readDate(Invoice &invoice, const ImportRow &row)
{
    const QString &text = row[DocumentField::Date];
    if (text.isEmpty()) {
        spoil(invoice, row, DocumentField::Date, {QT_TRANSLATE_NOOP("Error", "The date is missing."), {}});
        return;
    }
    const QDate date = m_dateFormat ? m_dateFormat->date(text) : QDate();
    if (!date.isValid()) {
        spoil(invoice, row, DocumentField::Date,
            {QT_TRANSLATE_NOOP("Error", "\"%1\" is no date of the form %2."),
                {text.left(60), m_request.format.dateFormat}});
    } else if (!invoice.date.isValid()) {
        invoice.date = date;
        invoice.dateLine = row.line;
    } else if (invoice.date != date) {
        spoil(invoice, row, DocumentField::Date,
            {QT_TRANSLATE_NOOP("Error", "Document %1 is dated %2 in line %3."),
                {invoice.number, invoice.date.toString(Qt::ISODate), QString::number(invoice.dateLine)}});
    }
}

void ImportPlanner::readPartner(Invoice &invoice, const ImportRow &row)
{
    const QString partnerCode = row[DocumentField::Partner].simplified();
    if (partnerCode.isEmpty())
        return;
    const int partner = m_collector.partner(partnerCode);
    if (invoice.partner < 0) {
        invoice.partner = partner;
        invoice.partnerLine = row.line;
        m_collector.namePartner(partner, row[DocumentField::PartnerName].simplified());
    } else if (invoice.partner != partner) {
        spoil(invoice, row, DocumentField::Partner,
            {QT_TRANSLATE_NOOP("Error", "Document %1 belongs to partner %2 in line %3."),
                {invoice.number, m_plan.partners.at(invoice.partner).row.code, QString::number(invoice.partnerLine)}});
    }
}

void ImportPlanner::readWarehouse(
    Invoice &invoice, const ImportRow &row, DocumentField field, int &warehouse, int &line)
{
    const QString warehouseCode = row[field].simplified();
    if (warehouseCode.isEmpty())
        return;
    const int found = m_collector.warehouse(warehouseCode);
    if (found < 0) {
        spoil(invoice, row, field,
            {QT_TRANSLATE_NOOP("Error", "There is no warehouse \"%1\" in the book."), {warehouseCode}});
    } else if (warehouse < 0) {
        warehouse = found;
        line = row.line;
    } else if (warehouse != found) {
        spoil(invoice, row, field,
            {QT_TRANSLATE_NOOP("Error", "Document %1 names warehouse %2 in line %3."),
                {invoice.number, m_plan.warehouses.at(warehouse).row.code, QString::number(line)}});
    }
}

Decimal ImportPlanner::number(Invoice &invoice, const ImportRow &row, DocumentField field, int scale)
{
    const Decimal zero(0, scale);
    if (row[field].isEmpty())
        return zero;
    const auto value = parseCsvNumber(row[field], scale, row.part == Part::Header ? m_headerComma : m_lineComma);
    if (value.ok())
        return *value;
    spoil(invoice, row, field, value.error().message());
    return zero;
}

void ImportPlanner::readLine(Invoice &invoice, const ImportRow &row)
{
    const qsizetype before = invoice.badRows.size();
    RawLine raw;
    raw.values.line = row.line;
    raw.values.quantity = number(invoice, row, DocumentField::Quantity, quantityScale);
    raw.values.unitPrice = number(invoice, row, DocumentField::UnitPrice, priceScale);
    raw.values.amount = number(invoice, row, DocumentField::Amount, amountScale);
    raw.values.amountGiven = !row[DocumentField::Amount].isEmpty();
    raw.hasPrice = !row[DocumentField::UnitPrice].isEmpty();
    const Decimal discount =
        number(invoice, row, DocumentField::Discount, percentScale + (m_request.discountIsFraction ? 2 : 0));
    raw.values.discount = Decimal(discount.units(), percentScale); // 0.15 and 15 percent are the same digits
    const QString itemCode = row[DocumentField::Item].simplified();
    if (invoice.badRows.size() == before && raw.values.quantity.isZero())
        spoil(invoice, row, DocumentField::Quantity, {QT_TRANSLATE_NOOP("Error", "The quantity is zero."), {}});
    if (raw.values.unitPrice.isNegative())
        spoil(invoice, row, DocumentField::UnitPrice,
            {QT_TRANSLATE_NOOP("Error", "The unit price cannot be below zero."), {}});
    if (itemCode.isEmpty())
        spoil(invoice, row, DocumentField::Item, {QT_TRANSLATE_NOOP("Error", "The row names no item."), {}});
    else if (itemCode.size() > 60)
        spoil(invoice, row, DocumentField::Item,
            {QT_TRANSLATE_NOOP("Error", "A code has at most 60 characters and no blanks around it."), {}});
    if (invoice.badRows.size() > before)
        return;
    const Decimal price = raw.values.unitPrice;
    const bool sells = !raw.values.quantity.isNegative() && !price.isZero();
    raw.values.item = m_collector.item(itemCode);
    m_collector.describeItem(raw.values.item, row[DocumentField::ItemName].simplified(),
        row[DocumentField::Unit].simplified(), price, sells);
    invoice.lines += raw;
}

} // namespace bincard
