// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the cells of DocumentLinesModel and what typing or pasting into them means.
#include "models/DocumentLinesModel.h"
#include "models/Format.h"
#include "models/ValueTableModel.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace bincard {

namespace {

/// As one would type it: the locale's decimal sign, no grouping.
QString plainNumber(Decimal value, int minimumDecimals)
{
    QString text = value.toStringTrimmed(minimumDecimals);
    text.replace(u'.', QLocale().decimalPoint());
    return text;
}

bool isNumber(LineColumn column) { return column != LineColumn::Item && column != LineColumn::Unit; }

int scaleOf(LineColumn column)
{
    switch (column) {
    case LineColumn::Price: return priceScale;
    case LineColumn::Discount: return percentScale;
    case LineColumn::Amount: return amountScale;
    default: return quantityScale;
    }
}

/// What a unit costs where only the amount was given.
std::optional<Decimal> derivedPrice(const DocumentLine &line)
{
    if (!line.amountGiven || line.quantity.isZero())
        return std::nullopt;
    const Int128 numerator = Int128(line.amount.units()) * powerOfTen(quantityScale + priceScale - amountScale);
    const Result<Decimal> price = Decimal::fromRatio(numerator, line.quantity.units(), priceScale);
    return price ? std::optional(*price) : std::nullopt;
}

} // namespace

void DocumentLinesModel::complete(EditedLine &edited) const
{
    DocumentLine &line = edited.line;
    edited.problems.remove(LineColumn::Amount);
    if (!traits(m_kind).hasPrices) {
        line.unitPrice = Decimal(0, priceScale);
        line.discount = Decimal(0, percentScale);
        line.amount = Decimal(0, amountScale);
        line.amountGiven = false;
    } else if (line.amountGiven) {
        line.unitPrice = Decimal(0, priceScale);
        line.discount = Decimal(0, percentScale);
    } else if (const Result<Decimal> amount = lineAmount(line.quantity, line.unitPrice, line.discount)) {
        line.amount = *amount;
    } else {
        line.amount = Decimal(0, amountScale);
        edited.problems.insert(LineColumn::Amount, tr("The amount has more than 18 digits."));
    }
}

EditedLine DocumentLinesModel::withItem(EditedLine edited, const Item &item) const
{
    const bool another = edited.line.item.compare(item.code, Qt::CaseInsensitive) != 0;
    edited.typed.remove(LineColumn::Item);
    edited.problems.remove(LineColumn::Item);
    edited.problems.remove(LineColumn::Quantity); // a shortage was the other item's
    edited.line.item = item.code;
    edited.line.itemName = item.name;
    edited.line.unit = item.unit;
    edited.line.unitDecimals = item.unitDecimals;
    // The price of the item that stood here before means nothing for this one.
    if (another && !edited.line.amountGiven && traits(m_kind).hasPrices) {
        edited.line.unitPrice = item.listPrice;
        edited.typed.remove(LineColumn::Price);
        edited.problems.remove(LineColumn::Price);
    }
    return edited;
}

EditedLine DocumentLinesModel::withTyped(EditedLine edited, LineColumn column, const QString &text) const
{
    edited.problems.remove(column);
    if (column != LineColumn::Item)
        return withNumber(std::move(edited), column, text);
    edited.typed.remove(column);
    if (const Item *item = text.isEmpty() ? nullptr : m_catalog->resolveItem(text))
        return withItem(std::move(edited), *item);
    const Decimal listPrice(0, priceScale);
    edited.line.item.clear();
    edited.line.itemName.clear();
    edited.line.unit.clear();
    edited.line.unitDecimals = 0;
    if (text.isEmpty()) {
        if (!edited.line.amountGiven)
            edited.line.unitPrice = listPrice; // it came with the item
    } else {
        edited.typed.insert(column, text);
    }
    return edited;
}

EditedLine DocumentLinesModel::withNumber(EditedLine edited, LineColumn column, const QString &text) const
{
    QString plain = text;
    if (column == LineColumn::Discount && plain.endsWith(u'%'))
        plain = plain.chopped(1).trimmed();
    edited.typed.remove(column);
    Decimal value(0, scaleOf(column));
    if (!plain.isEmpty()) {
        const Result<Decimal> parsed = format::parseNumber(plain, scaleOf(column));
        if (!parsed) {
            edited.typed.insert(column, text);
            return edited;
        }
        value = *parsed;
    }
    switch (column) {
    case LineColumn::Quantity: edited.line.quantity = value; break;
    case LineColumn::Price:
        edited.line.unitPrice = value;
        edited.line.amountGiven = false;
        break;
    case LineColumn::Discount:
        if (edited.line.amountGiven && !value.isZero()) // counting again from the unit price
            edited.line.unitPrice = derivedPrice(edited.line).value_or(Decimal(0, priceScale));
        edited.line.amountGiven = edited.line.amountGiven && value.isZero();
        edited.line.discount = value;
        break;
    case LineColumn::Amount:
        if (plain.isEmpty() && edited.line.amountGiven) { // back to counting: the list price again
            const Item *item = m_catalog->item(edited.line.item);
            edited.line.unitPrice = item ? item->listPrice : Decimal(0, priceScale);
        }
        edited.line.amountGiven = !plain.isEmpty();
        edited.line.amount = value;
        break;
    default: break;
    }
    return edited;
}

// --- spreadsheets ----------------------------------------------------------------------------------------------------

bool DocumentLinesModel::looksLikeTitles(const QStringList &cells) const
{
    return cells.size() > 1 && !m_catalog->resolveItem(cells.at(0))
        && !format::parseNumber(cells.at(1).trimmed(), quantityScale);
}

EditedLine DocumentLinesModel::fromCells(const QStringList &cells) const
{
    static constexpr LineColumn order[] = {
        LineColumn::Item, LineColumn::Quantity, LineColumn::Price, LineColumn::Discount};
    EditedLine edited;
    const qsizetype count = std::min<qsizetype>(cells.size(), traits(m_kind).hasPrices ? 4 : 2);
    for (qsizetype i = 0; i < count; ++i) {
        const QString text = cells.at(i).trimmed();
        if (i < 2 || !text.isEmpty()) // an empty price leaves the list price
            edited = withTyped(std::move(edited), order[i], text);
    }
    return edited;
}

int DocumentLinesModel::paste(int row, const QString &text)
{
    if (m_readOnly)
        return 0;
    QList<EditedLine> pasted;
    bool first = true;
    for (const QStringList &cells : spreadsheetRows(text)) {
        if (!(std::exchange(first, false) && looksLikeTitles(cells)))
            pasted.append(fromCells(cells));
    }
    pasted.removeIf([](const EditedLine &edited) { return edited.isEmpty(); });
    if (pasted.isEmpty())
        return 0;
    const int count = static_cast<int>(pasted.size());
    const int at = std::clamp(row, 0, rowCount() - 1);
    // On an empty line the pasted ones take its place, elsewhere they stand before the line.
    change(tr("Paste %n line(s)", nullptr, count), at, m_rows.at(at).isEmpty() ? 1 : 0, pasted, LineColumn::Item);
    return count;
}

QString DocumentLinesModel::copied(QList<int> rows) const
{
    QString text;
    for (const int row : ordered(std::move(rows))) {
        if (row < 0 || row >= rowCount() || m_rows.at(row).isEmpty())
            continue;
        const EditedLine &edited = m_rows.at(row);
        QStringList cells{editText(edited, LineColumn::Item), editText(edited, LineColumn::Quantity)};
        if (traits(m_kind).hasPrices)
            cells << editText(edited, LineColumn::Price) << editText(edited, LineColumn::Discount);
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

// --- cells -----------------------------------------------------------------------------------------------------------

QString DocumentLinesModel::problem(int row, LineColumn column) const
{
    const EditedLine &edited = m_rows.at(row);
    if (const auto typed = edited.typed.constFind(column); typed != edited.typed.cend()) {
        if (column == LineColumn::Item)
            return tr("No item has the SKU, name or barcode \"%1\".").arg(*typed);
        const Result<Decimal> parsed = format::parseNumber(*typed, scaleOf(column));
        return parsed || parsed.error().message().arguments.size() < 2
            ? tr("\"%1\" is not a number.").arg(*typed)
            : tr("\"%1\" has more than %n decimal(s).", nullptr, scaleOf(column)).arg(*typed);
    }
    if (column == LineColumn::After && isShort(row)) {
        const Availability *figure = availability(row);
        const int decimals = edited.line.unitDecimals;
        return tr("%1 needed, %2 available on %3.")
            .arg(format::quantity(quantityOfItem(edited.line.item), decimals),
                format::quantity(figure->available, decimals), format::date(figure->lowestOn));
    }
    return edited.problems.value(column);
}

QString DocumentLinesModel::editText(const EditedLine &edited, LineColumn column) const
{
    if (const auto typed = edited.typed.constFind(column); typed != edited.typed.cend())
        return *typed;
    const DocumentLine &line = edited.line;
    switch (column) {
    case LineColumn::Item: return line.item;
    case LineColumn::Quantity:
        return line.quantity.isZero() ? QString() : plainNumber(line.quantity, line.unitDecimals);
    case LineColumn::Price:
        return line.item.isEmpty() && line.unitPrice.isZero()
            ? QString()
            : plainNumber(derivedPrice(line).value_or(line.unitPrice), 2);
    case LineColumn::Discount: return line.discount.isZero() ? QString() : plainNumber(line.discount, 0);
    case LineColumn::Amount:
        return line.amount.isZero() && !line.amountGiven ? QString() : plainNumber(line.amount, amountScale);
    default: return {};
    }
}

QString DocumentLinesModel::display(const EditedLine &edited, LineColumn column, int row) const
{
    if (edited.typed.contains(column))
        return edited.typed.value(column);
    const DocumentLine &line = edited.line;
    switch (column) {
    case LineColumn::Item: return line.itemName.isEmpty() ? line.item : line.item + u' ' + line.itemName;
    case LineColumn::Quantity:
        return line.quantity.isZero() ? QString() : format::quantity(line.quantity, line.unitDecimals);
    case LineColumn::Unit: return line.unit;
    case LineColumn::Price:
        return line.item.isEmpty() && line.unitPrice.isZero()
            ? QString()
            : format::price(derivedPrice(line).value_or(line.unitPrice));
    case LineColumn::Discount: return line.discount.isZero() ? QString() : format::percent(line.discount);
    case LineColumn::Amount:
        return line.item.isEmpty() && line.amount.isZero() ? QString() : format::amount(line.amount);
    case LineColumn::Available:
        if (const Availability *figure = availability(row))
            return figure->service ? QString(QChar(0x2014)) : format::quantity(figure->available, line.unitDecimals);
        return {};
    case LineColumn::After:
        if (const std::optional<Decimal> left = after(row))
            return format::quantity(*left, line.unitDecimals);
        return {};
    }
    return {};
}

QVariant DocumentLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<LineColumn>(index.column());
    const EditedLine &edited = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(edited, column, index.row());
    case Qt::EditRole: return editText(edited, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case role::Problem: return problem(index.row(), column);
    case Qt::ToolTipRole: {
        if (const QString text = problem(index.row(), column); !text.isEmpty())
            return text;
        if (column != LineColumn::Available)
            return {};
        const Availability *figure = availability(index.row());
        if (!figure)
            return {};
        return figure->service
            ? tr("A service keeps no stock.")
            : tr("The lowest balance from the posting date on, reached on %1.").arg(format::date(figure->lowestOn));
    }
    case role::Units:
        if (column == LineColumn::Quantity)
            return QVariant::fromValue(edited.line.quantity);
        if (column == LineColumn::Price)
            return QVariant::fromValue(edited.line.unitPrice);
        if (column == LineColumn::Amount)
            return QVariant::fromValue(edited.line.amount);
        // Without the receipt that brought it there may be less than nothing; that is no fault of the receipt.
        if (const Availability *figure = availability(index.row());
            figure && column == LineColumn::Available && traits(m_kind).issuesStock)
            return QVariant::fromValue(figure->available);
        if (const std::optional<Decimal> left = after(index.row()); left && column == LineColumn::After)
            return QVariant::fromValue(*left);
        return {};
    default: return {};
    }
}

QVariant DocumentLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(QLocale().toString(section + 1)) : QVariant();
    if (section < 0 || section >= lineColumnCount)
        return {};
    const auto column = static_cast<LineColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const bool tip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !tip)
        return {};
    switch (column) {
    case LineColumn::Item: return tip ? tr("SKU, name or barcode") : tr("Item");
    case LineColumn::Quantity: return tr("Quantity");
    case LineColumn::Unit: return tip ? tr("Unit of measure") : tr("Unit");
    case LineColumn::Price: return tip ? tr("Price of one unit; the list price is filled in") : tr("Price");
    case LineColumn::Discount: return tip ? tr("Discount in percent of the price") : tr("Discount");
    case LineColumn::Amount:
        return !tip                      ? tr("Amount")
            : traits(m_kind).valuesStock ? tr("Quantity times price; type what the invoice says instead of a price")
                                         : tr("Quantity times price, less the discount");
    case LineColumn::Available:
        return tip ? tr("The lowest end-of-day balance in the warehouse from the posting date on") : tr("Available");
    case LineColumn::After:
        return tip ? tr("What this document leaves of it, all its lines taken together") : tr("After");
    }
    return {};
}

} // namespace bincard
