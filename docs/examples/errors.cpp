// SPDX-License-Identifier: 0BSD
// Handles what can go wrong: an error has a code to act on, a message to show, and details.
#include "connect.h"

#include <QJsonArray>

using namespace bincard;

template <typename T>
void tell(const QString &tried, const Result<T> &result)
{
    if (result.ok()) {
        out << tried << ": done\n";
        return;
    }
    const Error &error = result.error();
    out << tried << ": " << code(error.code()) << '\n';
    switch (error.code()) {
    case ErrorCode::InsufficientStock: // every key that would break, and when
        for (const QJsonValue &each : error.details()["shortages"].toArray())
            out << "  " << each["key"]["item"].toString() << ": " << each["required"].toString()
                << " needed, " << each["available"].toString() << " available on "
                << each["date"].toString() << '\n';
        break;
    case ErrorCode::Validation: // everything that is wrong with the input, at once
        for (const Problem &problem : error.problems())
            out << "  line " << problem.line << ", " << problem.field << ": "
                << problem.message.english() << '\n';
        break;
    default: break;
    }
}

Movement issue(const QString &recorder, const QString &item, qint64 pieces)
{
    return {
        recorder, QDate(2026, 4, 12), {"MAIN", item}, {Decimal::whole(-pieces, 2), Decimal(0, 2)}};
}

Result<void> errors(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    tell("too much", stock.post({issue("order:3", "bolt", 101), issue("order:3", "nut", 201)}));
    tell("the same document again", stock.post({issue("receipt:1", "bolt", 1)}));
    tell("bad input", stock.post({issue("order:3", "bolt", 1), issue("", "nut", 1)}));
    Movement late = issue("order:3", "bolt", 1);
    late.period = QDate(2026, 3, 31); // close.cpp closed March
    tell("a closed period", stock.post({late}));
    tell("nothing to cancel", stock.unpost("order:3"));
    tell("no such register", accumulator.use("stok"));
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, errors); }

// Output:
// too much: insufficient_stock
//   bolt: 101.00 needed, 100.00 available on 2026-04-12
//   nut: 201.00 needed, 200.00 available on 2026-04-12
// the same document again: already_posted
// bad input: validation
// ...
// a closed period: period_closed
// nothing to cancel: not_found
// no such register: register_not_found
