// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentDifference.h"

#include "models/DocumentText.h"
#include "models/EditedLine.h"
#include "models/Format.h"

#include <QCoreApplication>

namespace bincard {

namespace {

struct Difference
{
    Q_DECLARE_TR_FUNCTIONS(bincard::DocumentDifference)
};

QString shown(const DocumentLine &line, bool hasPrices)
{
    const QString item = line.itemName.isEmpty() ? line.item : line.item + u' ' + line.itemName;
    const QString quantity = format::quantity(line.quantity, line.unitDecimals);
    if (!hasPrices)
        //: quantity, item
        return Difference::tr("%1 × %2").arg(quantity, item);
    if (line.amountGiven)
        //: quantity, item, amount
        return Difference::tr("%1 × %2 for %3").arg(quantity, item, format::amount(line.amount));
    if (line.discount.isZero())
        //: quantity, item, price of one
        return Difference::tr("%1 × %2 at %3").arg(quantity, item, format::price(line.unitPrice));
    //: quantity, item, price of one, discount in percent
    return Difference::tr("%1 × %2 at %3 less %4")
        .arg(quantity, item, format::price(line.unitPrice), format::percent(line.discount));
}

void addLines(QList<DifferenceRow> &rows, const Document &mine, const Document &theirs)
{
    const bool prices = traits(mine.kind).hasPrices;
    QList<bool> taken(theirs.lines.size(), false);
    int number = 0;
    for (const DocumentLine &line : mine.lines) {
        DifferenceRow row{Difference::tr("Line %1").arg(++number), shown(line, prices), {}, true};
        for (qsizetype i = 0; i < theirs.lines.size(); ++i) {
            if (taken.at(i) || theirs.lines.at(i).item.compare(line.item, Qt::CaseInsensitive) != 0)
                continue;
            taken[i] = true;
            row.theirs = shown(theirs.lines.at(i), prices);
            row.differs = !sameContent(line, theirs.lines.at(i));
            break;
        }
        rows.append(row);
    }
    for (qsizetype i = 0; i < theirs.lines.size(); ++i) {
        if (!taken.at(i))
            rows.append({Difference::tr("Line %1").arg(i + 1), {}, shown(theirs.lines.at(i), prices), true});
    }
}

} // namespace

QList<DifferenceRow> compare(const Document &mine, const Document &theirs)
{
    QList<DifferenceRow> rows;
    const auto add = [&rows](const QString &what, const QString &left, const QString &right) {
        if (!left.isEmpty() || !right.isEmpty())
            rows.append({what, left, right, left != right});
    };
    add(Difference::tr("State"), text::state(mine.state), text::state(theirs.state));
    add(Difference::tr("Number"), mine.number, theirs.number);
    add(text::partnerLabel(mine.kind), mine.partner, theirs.partner);
    add(Difference::tr("Date"), format::date(mine.date), format::date(theirs.date));
    add(text::warehouseLabel(mine.kind), mine.warehouse, theirs.warehouse);
    add(Difference::tr("To"), mine.warehouseTo, theirs.warehouseTo);
    add(Difference::tr("Note"), mine.note, theirs.note);
    addLines(rows, mine, theirs);
    if (traits(mine.kind).hasPrices)
        add(Difference::tr("Total"), format::amount(mine.total), format::amount(theirs.total));
    return rows;
}

} // namespace bincard
