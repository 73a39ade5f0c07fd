// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Document.h"

#include "domain/Catalog.h"
#include "domain/JsonReader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard {

namespace {

constexpr const char *stateCodes[] = {"draft", "posted", "cancelled"};
constexpr int hundredPercentUnits = 1'000'000; ///< 100 at percentScale

} // namespace

const QList<DocumentTraits> &documentTraits()
{
    // kind, code, prefix: then partner needed, is supplier, destination, prices, values stock, issues stock
    static const QList<DocumentTraits> all{
        {DocumentKind::GoodsReceipt, "goods_receipt", "GR", false, true, false, true, true, false},
        {DocumentKind::SalesOrder, "sales_order", "SO", true, false, false, true, false, true},
        {DocumentKind::StockTransfer, "stock_transfer", "ST", false, false, true, false, false, true},
        {DocumentKind::CustomerReturn, "customer_return", "CR", true, false, false, true, false, false},
        {DocumentKind::WriteOff, "write_off", "WO", false, false, false, false, false, true},
        {DocumentKind::OpeningBalance, "opening_balance", "OB", false, false, false, true, true, false},
    };
    return all;
}

const DocumentTraits &traits(DocumentKind kind)
{
    const DocumentTraits &found = documentTraits().at(static_cast<int>(kind));
    Q_ASSERT(found.kind == kind);
    return found;
}

QString code(DocumentKind kind) { return QLatin1String(traits(kind).code); }

QString code(DocumentState state) { return QLatin1String(stateCodes[static_cast<int>(state)]); }

Result<DocumentKind> documentKind(const QString &code)
{
    QStringList known;
    for (const DocumentTraits &traits : documentTraits()) {
        if (code == QLatin1String(traits.code))
            return traits.kind;
        known << QLatin1String(traits.code);
    }
    return Error::validation(QStringLiteral("kind"),
        {QT_TRANSLATE_NOOP("Error", "\"%1\" is no kind of document. There are: %2."),
            {code.left(40), known.join(QStringLiteral(", "))}});
}

Result<DocumentState> documentState(const QString &code)
{
    for (int i = 0; i < 3; ++i) {
        if (code == QLatin1String(stateCodes[i]))
            return static_cast<DocumentState>(i);
    }
    return Error::validation(QStringLiteral("state"),
        {QT_TRANSLATE_NOOP("Error", "\"%1\" is no state. There are draft, posted and cancelled."), {code.left(40)}});
}

QString Document::recorder() const { return bincard::code(kind) + u':' + id.toString(QUuid::WithoutBraces); }

bool isDocumentRecorder(const QString &recorder)
{
    const qsizetype colon = recorder.indexOf(u':');
    return colon > 0 && documentKind(recorder.left(colon)).ok();
}

QUuid documentOf(const QString &recorder)
{
    if (!isDocumentRecorder(recorder))
        return {};
    const QString text = recorder.section(u':', 1);
    const QUuid id = QUuid::fromString(text);
    return id.toString(QUuid::WithoutBraces) == text ? id : QUuid(); // only as recorder() spells it
}

Result<Decimal> lineAmount(Decimal quantity, Decimal unitPrice, Decimal discount)
{
    Q_ASSERT(quantity.scale() == quantityScale && unitPrice.scale() == priceScale && discount.scale() == percentScale);
    const Int128 rest = hundredPercentUnits - discount.units();
    const Int128 gross = Int128(quantity.units()) * unitPrice.units(); // at most 10^36: it fits
    if (rest == 0)
        return Decimal(0, amountScale);
    // What would not fit into 128 bits is far beyond 18 digits: fromRatio() refuses the gross amount as it would the
    // net.
    const Int128 fitting = powerOfTen(37) / (rest < 0 ? -rest : rest);
    if (gross > fitting || gross < -fitting)
        return Decimal::fromRatio(gross, 1, amountScale);
    const int scaleOfProduct = quantityScale + priceScale + percentScale + 2; // and 2 of the percent
    return Decimal::fromRatio(gross * rest, powerOfTen(scaleOfProduct - amountScale), amountScale);
}

Result<void> computeAmounts(Document &document)
{
    QList<Problem> problems;
    Decimal total(0, amountScale);
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        DocumentLine &line = document.lines[i];
        const auto wrong = [&](const char *field, const Error &error) {
            problems << Problem{QLatin1String(field), static_cast<int>(i) + 1, error.message()};
        };
        if (line.amountGiven) {
            line.unitPrice = Decimal(0, priceScale);
            line.discount = Decimal(0, percentScale);
        } else if (auto amount = lineAmount(line.quantity, line.unitPrice, line.discount); amount.ok()) {
            line.amount = *amount;
        } else {
            wrong("lines.amount", amount.error());
            continue;
        }
        if (auto sum = total.plus(line.amount); sum.ok())
            total = *sum;
        else
            wrong("total", sum.error());
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    document.total = total;
    return {};
}

namespace {

class Checker
{
public:
    explicit Checker(const Document &document) : m_document(document), m_traits(traits(document.kind)) {}

    QList<Problem> problems()
    {
        header();
        partnerAndWarehouses();
        if (m_document.lines.isEmpty())
            note("lines", {QT_TRANSLATE_NOOP("Error", "The document has no lines."), {}});
        for (const DocumentLine &row : m_document.lines) {
            ++m_line;
            line(row);
        }
        return m_problems;
    }

private:
    void note(const char *field, Message message)
    {
        m_problems << Problem{QLatin1String(field), m_line, std::move(message)};
    }

    void header()
    {
        const QDate date = m_document.date;
        if (!date.isValid())
            note("date", {QT_TRANSLATE_NOOP("Error", "A posting date is needed."), {}});
        else if (date.year() < 1900 || date.year() > 9998)
            note(
                "date", {QT_TRANSLATE_NOOP("Error", "The posting date must lie between the years 1900 and 9998."), {}});
        if (m_document.number.size() > 40 || m_document.number != m_document.number.simplified())
            note("number",
                {QT_TRANSLATE_NOOP("Error", "A number has at most 40 characters and no blanks around it."), {}});
        if (m_document.note.size() > 2000)
            note("note", {QT_TRANSLATE_NOOP("Error", "The note is longer than 2000 characters."), {}});
    }

    void partnerAndWarehouses()
    {
        const bool mayHavePartner = m_traits.needsPartner || m_traits.partnerIsSupplier;
        if (m_traits.needsPartner && m_document.partner.isEmpty())
            note("partner", {QT_TRANSLATE_NOOP("Error", "A partner is needed."), {}});
        else if (!mayHavePartner && !m_document.partner.isEmpty())
            note("partner", {QT_TRANSLATE_NOOP("Error", "A document of this kind has no partner."), {}});
        if (m_document.warehouse.isEmpty())
            note("warehouse", {QT_TRANSLATE_NOOP("Error", "A warehouse is needed."), {}});
        if (!m_traits.hasDestination && !m_document.warehouseTo.isEmpty())
            note("warehouse_to", {QT_TRANSLATE_NOOP("Error", "Only a stock transfer has a second warehouse."), {}});
        else if (m_traits.hasDestination && m_document.warehouseTo.isEmpty())
            note("warehouse_to", {QT_TRANSLATE_NOOP("Error", "The warehouse to transfer to is needed."), {}});
        else if (m_traits.hasDestination && codeKey(m_document.warehouse) == codeKey(m_document.warehouseTo))
            note("warehouse_to", {QT_TRANSLATE_NOOP("Error", "A transfer needs two different warehouses."), {}});
    }

    void line(const DocumentLine &row)
    {
        if (row.item.isEmpty())
            note("lines.item", {QT_TRANSLATE_NOOP("Error", "An item is needed."), {}});
        if (row.quantity.isZero() || row.quantity.isNegative())
            note("lines.quantity", {QT_TRANSLATE_NOOP("Error", "The quantity must be above zero."), {}});
        if (row.unitPrice.isNegative())
            note("lines.unit_price", {QT_TRANSLATE_NOOP("Error", "The unit price cannot be below zero."), {}});
        if (row.discount.isNegative() || row.discount.units() > hundredPercentUnits)
            note("lines.discount", {QT_TRANSLATE_NOOP("Error", "A discount lies between 0 and 100 percent."), {}});
        if (!m_traits.hasPrices && !(row.unitPrice.isZero() && row.discount.isZero() && row.amount.isZero()))
            note("lines.unit_price", {QT_TRANSLATE_NOOP("Error", "A document of this kind has no prices."), {}});
        else if (row.amountGiven && !m_traits.valuesStock)
            note("lines.amount",
                {QT_TRANSLATE_NOOP("Error",
                     "Only goods receipts and opening balances may give an amount; "
                     "give the unit price."),
                    {}});
        else if (row.amountGiven && row.amount.isNegative())
            note("lines.amount", {QT_TRANSLATE_NOOP("Error", "The amount cannot be below zero."), {}});
    }

    const Document &m_document;
    const DocumentTraits &m_traits;
    QList<Problem> m_problems;
    int m_line = 0;
};

QJsonObject toJson(const DocumentLine &line, int number)
{
    QJsonObject json{
        {QStringLiteral("line"), number},
        {QStringLiteral("item"), line.item},
        {QStringLiteral("quantity"), line.quantity.toString()},
        {QStringLiteral("amount"), line.amount.toString()},
    };
    if (!line.amountGiven) {
        json.insert(QStringLiteral("unit_price"), line.unitPrice.toStringTrimmed(2));
        json.insert(QStringLiteral("discount"), line.discount.toStringTrimmed(0));
    }
    return json;
}

DocumentLine lineFromJson(const QJsonObject &json, const DocumentTraits &traits, int number, QList<Problem> &problems)
{
    DocumentLine line;
    const qsizetype before = problems.size();
    JsonReader reader(json, problems, QStringLiteral("lines."), number);
    reader.ignore(QStringLiteral("line"));
    reader.text(QStringLiteral("item"), line.item, 60);
    reader.decimal(QStringLiteral("quantity"), line.quantity);
    reader.decimal(QStringLiteral("unit_price"), line.unitPrice);
    reader.decimal(QStringLiteral("discount"), line.discount);
    reader.decimal(QStringLiteral("amount"), line.amount);
    reader.finish();
    if (!reader.has(QStringLiteral("amount")) || problems.size() > before)
        return line;
    if (!reader.has(QStringLiteral("unit_price"))) {
        line.amountGiven = traits.hasPrices;
        if (line.amountGiven && !line.discount.isZero())
            reader.problem(QStringLiteral("discount"),
                {QT_TRANSLATE_NOOP("Error", "A line whose amount is given has no discount."), {}});
    } else if (traits.valuesStock) {
        const auto amount = lineAmount(line.quantity, line.unitPrice, line.discount);
        if (amount.ok() && *amount != line.amount)
            reader.problem(QStringLiteral("amount"),
                {QT_TRANSLATE_NOOP("Error",
                     "Quantity, unit price and discount make %1 and not %2; "
                     "give the unit price or the amount."),
                    {amount->toString(), line.amount.toString()}});
    }
    return line;
}

void readLines(const QJsonValue &value, const DocumentTraits &traits, Document &document, QList<Problem> &problems)
{
    if (!value.isArray() && !value.isUndefined()) {
        problems << Problem{QStringLiteral("lines"), 0, {QT_TRANSLATE_NOOP("Error", "A list of lines is needed."), {}}};
        return;
    }
    int number = 0;
    for (const QJsonValue &line : value.toArray()) {
        ++number;
        if (line.isObject())
            document.lines << lineFromJson(line.toObject(), traits, number, problems);
        else
            problems << Problem{
                QStringLiteral("lines"), number, {QT_TRANSLATE_NOOP("Error", "A line is a JSON object."), {}}};
    }
}

} // namespace

QList<Problem> problemsOf(const Document &document) { return Checker(document).problems(); }

QJsonObject toJson(const Document &document)
{
    QJsonArray lines;
    for (const DocumentLine &line : document.lines)
        lines.append(toJson(line, static_cast<int>(lines.size()) + 1));
    return {
        {QStringLiteral("id"), document.id.isNull() ? QString() : document.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("kind"), code(document.kind)},
        {QStringLiteral("number"), document.number},
        {QStringLiteral("date"), document.date.toString(Qt::ISODate)},
        {QStringLiteral("partner"), document.partner},
        {QStringLiteral("warehouse"), document.warehouse},
        {QStringLiteral("warehouse_to"), document.warehouseTo},
        {QStringLiteral("note"), document.note},
        {QStringLiteral("state"), code(document.state)},
        {QStringLiteral("version"), document.version},
        {QStringLiteral("lines"), lines},
        {QStringLiteral("total"), document.total.toString()},
    };
}

Result<Document> documentFromJson(const QJsonObject &json)
{
    Document document;
    QList<Problem> problems;
    JsonReader reader(json, problems);
    QString id, kind, state = code(DocumentState::Draft);
    reader.text(QStringLiteral("id"), id);
    reader.text(QStringLiteral("kind"), kind);
    reader.text(QStringLiteral("number"), document.number, 40);
    reader.date(QStringLiteral("date"), document.date);
    reader.text(QStringLiteral("partner"), document.partner, 60);
    reader.text(QStringLiteral("warehouse"), document.warehouse, 60);
    reader.text(QStringLiteral("warehouse_to"), document.warehouseTo, 60);
    reader.text(QStringLiteral("note"), document.note, 2000);
    reader.text(QStringLiteral("state"), state);
    reader.integer(QStringLiteral("version"), document.version);
    reader.ignore(QStringLiteral("total"));
    reader.ignore(QStringLiteral("lines"));
    reader.finish();

    document.id = QUuid::fromString(id);
    if (!id.isEmpty() && document.id.isNull())
        reader.problem(QStringLiteral("id"), {QT_TRANSLATE_NOOP("Error", "\"%1\" is no UUID."), {id.left(40)}});
    const auto knownKind = documentKind(kind);
    if (knownKind.ok())
        document.kind = *knownKind;
    else
        problems << knownKind.error().problems();
    const auto knownState = documentState(state);
    if (knownState.ok())
        document.state = *knownState;
    else
        problems << knownState.error().problems();
    readLines(json.value(QStringLiteral("lines")), traits(document.kind), document, problems);
    // With a field unread or a kind unknown, the rules of the kind would only repeat it in other words.
    if (problems.isEmpty())
        problems = problemsOf(document);
    if (!problems.isEmpty())
        return Error::validation(problems);
    BINCARD_TRY(computeAmounts(document));
    return document;
}

} // namespace bincard
