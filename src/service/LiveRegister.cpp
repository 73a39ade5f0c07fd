// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/LiveRegister.h"

#include "db/Session.h"
#include "service/DocumentNumbers.h"
#include "service/OpenBook.h"
#include "service/RegisterJson.h"

#include <limits>

namespace bincard {

namespace {

Result<QString> textOf(
    RegisterJson &json, const RegisterDefinition &definition, const QString &name, const QVariant &value)
{
    const int index = definition.dimensionIndex(name);
    if (index < 0)
        return value.toString(); // an account or a key of analytics
    BINCARD_ASSIGN(shown, json.dimension(definition.dimensions().at(index), value));
    return shown.toVariant().toString();
}

Result<QList<LiveBalance>> balances(Register &reg, const LiveQuery &query, const Filter &filter, RegisterJson &json)
{
    QList<LiveBalance> rows;
    if (reg.definition().kind() == RegisterKind::Turnover) {
        TurnoverQuery question;
        question.filter = filter;
        question.groupBy = query.groupBy;
        question.limit = query.balances + 1;
        question.after = query.after;
        BINCARD_ASSIGN(found, reg.turnover(question));
        for (const TurnoverRow &row : found) {
            LiveBalance balance{row.group, {}, {}};
            for (qsizetype i = 0; i < row.receipts.size(); ++i) {
                BINCARD_ASSIGN(net, row.receipts.at(i).minus(row.issues.at(i)));
                balance.figures << net;
            }
            rows << balance;
        }
    } else {
        BalancesQuery question;
        question.filter = filter;
        question.groupBy = query.groupBy;
        question.limit = query.balances + 1;
        question.after = query.after;
        BINCARD_ASSIGN(found, reg.balance(question));
        for (const BalanceRow &row : found)
            rows << LiveBalance{row.group, {}, row.resources};
    }
    for (LiveBalance &row : rows) {
        for (qsizetype i = 0; i < row.group.size(); ++i) {
            BINCARD_ASSIGN(text, textOf(json, reg.definition(), query.groupBy.at(i), row.group.at(i)));
            row.texts << text;
        }
    }
    return rows;
}

/// "1400 WDG-A1": the account, and whatever it is about.
QString sideText(const LedgerSide &side)
{
    QStringList parts{side.account};
    parts += side.analytics.values();
    return parts.join(u' ');
}

Result<LiveMovement> movement(const JournalRow &row, const RegisterDefinition &definition, RegisterJson &json)
{
    LiveMovement shown{
        row.id, row.recorder, {}, row.period, row.recordedAt, row.recordedBy, row.reversalOf != 0, {}, row.resources};
    if (definition.kind() == RegisterKind::Ledger)
        shown.dimensions << sideText(row.debit) << sideText(row.credit);
    for (qsizetype i = 0; i < row.dimensions.size(); ++i) {
        BINCARD_ASSIGN(text, textOf(json, definition, definition.dimensions().at(i).name, row.dimensions.at(i)));
        shown.dimensions << text;
    }
    return shown;
}

} // namespace

Result<LiveAnswer> readLive(OpenBook &book, const LiveQuery &query)
{
    BINCARD_ASSIGN(reg, book.accumulator().use(query.registerName));
    LiveAnswer answer;
    answer.definition = reg.definition();
    answer.countFrom = query.countFrom;
    if (answer.countFrom < 0) {
        BINCARD_ASSIGN(start, reg.journalEnd(std::numeric_limits<qint64>::max()));
        answer.countFrom = start.newest;
    }
    BINCARD_ASSIGN(end, reg.journalEnd(answer.countFrom));
    answer.end = end;
    if (query.known && *query.known == end) {
        answer.isUnchanged = true;
        return answer;
    }
    // After the look, not around it: what is committed in between is read, and seen by the next look again.
    const db::Snapshot snapshot(book.session());
    BINCARD_TRY(snapshot.begun());
    RegisterJson json(book.session(), reg.definition());
    QList<Problem> problems;
    BINCARD_ASSIGN(filter, json.filter(query.where, problems));
    if (!problems.isEmpty())
        return Error::validation(problems);
    if (query.balances > 0) {
        BINCARD_ASSIGN(rows, balances(reg, query, filter, json));
        answer.moreBalances = rows.size() > query.balances;
        answer.balances = rows.mid(0, query.balances);
    }
    if (query.movements > 0) {
        MovementsQuery question;
        question.filter = filter;
        question.asRecorded = true;
        question.newestFirst = true;
        question.limit = query.movements;
        question.after = query.movementsAfter;
        BINCARD_ASSIGN(page, reg.movements(question));
        answer.moreMovements = page.next;
        QStringList recorders;
        for (const JournalRow &row : page.rows) {
            BINCARD_ASSIGN(shown, movement(row, reg.definition(), json));
            answer.movements << shown;
            recorders << row.recorder;
        }
        BINCARD_ASSIGN(numbers, documentNumbers(book.session(), recorders));
        for (LiveMovement &each : answer.movements)
            each.documentNumber = numbers.value(each.recorder);
    }
    return answer;
}

} // namespace bincard
