// SPDX-License-Identifier: GPL-3.0-or-later
// A question as a C++ function over the accumulator library.
#include "service/QueryCode.h"

#include "domain/Catalog.h"

#include <QJsonArray>

#include <algorithm>

namespace bincard {

namespace {

QString literal(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += u'\\';
        if (c == u'\n')
            escaped += QStringLiteral("\\n");
        else if (c == u'\r')
            escaped += QStringLiteral("\\r");
        else if (c == u'\t')
            escaped += QStringLiteral("\\t");
        else
            escaped += c;
    }
    return QStringLiteral("QStringLiteral(\"%1\")").arg(escaped);
}

QString value(const Dimension &dimension, const QString &text)
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QStringLiteral("qint64(%1)").arg(number) : literal(text); // which the register refuses
    }
    case DimensionType::Bool: return text == u"true" ? QStringLiteral("true") : QStringLiteral("false");
    case DimensionType::Ref:
        return QStringLiteral("idOf(database, %1, %2)").arg(literal(dimension.refTable), literal(codeKey(text)));
    default: return literal(text);
    }
}

bool filtersReferences(const RegisterQuestion &question)
{
    const QJsonObject where = question.query.value(QLatin1String("where")).toObject();
    return std::ranges::any_of(question.definition.dimensions(), [&where](const Dimension &dimension) {
        return dimension.type == DimensionType::Ref && where.contains(dimension.name);
    });
}

QStringList filterLines(const RegisterQuestion &question)
{
    QStringList lines;
    const QStringList names = question.query.value(QLatin1String("where")).toObject().keys();
    for (const QString &name : names) {
        const int index = question.definition.dimensionIndex(name);
        QStringList values;
        const QStringList given = question.filterValues(name);
        for (const QString &text : given) // accounts and analytics of a ledger are texts
            values << (index < 0 ? literal(text) : value(question.definition.dimensions().at(index), text));
        lines << QStringLiteral("query.filter[%1] = {%2};").arg(literal(name), values.join(QStringLiteral(", ")));
    }
    return lines;
}

/// `type`: Period for a beginning, Until for an end.
void addMoment(QStringList &lines, const QString &text, const char *type, const char *field)
{
    if (text.isEmpty())
        return;
    lines << QStringLiteral("BINCARD_ASSIGN(%1, %2::parse(u\"%3\"));")
                 .arg(QLatin1String(field), QLatin1String(type), text)
          << QStringLiteral("query.%1 = %1;").arg(QLatin1String(field));
}

QStringList queryLines(const RegisterQuestion &question)
{
    const bool balance = question.kind == RegisterQuestion::Kind::Balance;
    const bool movements = question.kind == RegisterQuestion::Kind::Movements;
    QStringList lines;
    if (!question.text("recorder").isEmpty())
        lines << QStringLiteral("query.recorder = %1;").arg(literal(question.text("recorder")));
    if (balance) {
        addMoment(lines, question.text("at"), "Until", "at");
    } else {
        addMoment(lines, question.text("from"), "Period", "from");
        addMoment(lines, question.text("to"), "Until", "to");
    }
    if (!question.text("known_on").isEmpty())
        lines << QStringLiteral("query.knownOn = QDateTime::fromString(%1, Qt::ISODateWithMs);")
                     .arg(literal(question.text("known_on")));
    lines += filterLines(question);
    QStringList groups;
    const QStringList groupBy = question.groupBy();
    for (const QString &name : groupBy)
        groups << literal(name);
    if (!groups.isEmpty())
        lines << QStringLiteral("query.groupBy = {%1};").arg(groups.join(QStringLiteral(", ")));
    if (const QString by = question.text("by"); !by.isEmpty())
        lines << QStringLiteral("query.by = Granularity::%1;").arg(by.left(1).toUpper() + by.mid(1));
    if (movements && question.query.value(QLatin1String("active_only")).toBool())
        lines << QStringLiteral("query.activeOnly = true;");
    const QJsonArray order = question.query.value(QLatin1String("order")).toArray();
    for (const QJsonValue &entry : order) {
        const QStringList words = entry.toString().split(u':');
        lines << QStringLiteral("query.order << OrderBy{%1, %2};")
                     .arg(literal(words.value(0)),
                         words.value(1) == u"desc" ? QStringLiteral("true") : QStringLiteral("false"));
    }
    if (const QJsonValue limit = question.query.value(QLatin1String("limit")); limit.isDouble())
        lines << QStringLiteral("query.limit = %1;").arg(limit.toInteger());
    return lines;
}

} // namespace

QString cppText(const RegisterQuestion &question)
{
    QString answer, type;
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance:
        answer = QStringLiteral("QList<BalanceRow>");
        type = QStringLiteral("BalancesQuery");
        break;
    case RegisterQuestion::Kind::Turnover:
        answer = QStringLiteral("QList<TurnoverRow>");
        type = QStringLiteral("TurnoverQuery");
        break;
    case RegisterQuestion::Kind::Movements:
        answer = QStringLiteral("MovementsPage");
        type = QStringLiteral("MovementsQuery");
        break;
    }
    QString text = QStringLiteral("#include <accumulator/Accumulator.h>\n\n#include <QSqlDatabase>\n");
    if (filtersReferences(question))
        text += QStringLiteral("#include <QSqlQuery>\n");
    text += QStringLiteral("\nusing namespace bincard;\n\n");
    if (filtersReferences(question))
        text += QStringLiteral(
            "// A register keeps the ids of catalog rows; people know their codes, in whatever case.\n"
            "static qint64 idOf(const QSqlDatabase &database, const QString &table, const QString &codeKey)\n"
            "{\n"
            "    QSqlQuery query(database);\n"
            "    query.prepare(QStringLiteral(\"SELECT id FROM %1 WHERE code_key = ?\").arg(table));\n"
            "    query.addBindValue(codeKey);\n"
            "    return query.exec() && query.next() ? query.value(0).toLongLong() : 0;\n"
            "}\n\n");
    text += QStringLiteral("Result<%1> ask(const QSqlDatabase &database)\n{\n"
                           "    Accumulator accumulator(database);\n")
                .arg(answer);
    text += QStringLiteral("    BINCARD_ASSIGN(reg, accumulator.use(%1));\n    %2 query;\n")
                .arg(literal(question.definition.name()), type);
    const QStringList lines = queryLines(question);
    for (const QString &line : lines)
        text += QStringLiteral("    ") + line + u'\n';
    return text + QStringLiteral("    return reg.%1(query);\n}\n").arg(question.verb());
}

} // namespace bincard
