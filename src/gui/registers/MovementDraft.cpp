// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/MovementDraft.h"

#include "models/Format.h"
#include "models/RegisterColumns.h"
#include "models/ValueList.h"

#include <QJsonObject>
#include <algorithm>
#include <optional>

namespace bincard {

namespace {

/// An empty text where the default is another: two quotation marks.
const QString emptyText = QStringLiteral("\"\"");

GridCell cellOf(const Dimension &dimension)
{
    GridCell cell;
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt: cell.kind = GridCell::Kind::Number; break;
    case DimensionType::Date: cell.kind = GridCell::Kind::Day; break;
    case DimensionType::Bool:
        cell.kind = GridCell::Kind::Choice;
        cell.choices = {{QStringLiteral("true"), MovementDraft::tr("Yes"), {}},
            {QStringLiteral("false"), MovementDraft::tr("No"), {}}};
        break;
    case DimensionType::Ref:
        cell.kind = GridCell::Kind::Reference;
        cell.table = dimension.refTable;
        cell.placeholder = MovementDraft::tr("Code or name");
        break;
    case DimensionType::Text:
    case DimensionType::Uuid: break;
    }
    if (dimension.defaultValue)
        cell.placeholder = dimension.defaultValue->isEmpty() ? emptyText : *dimension.defaultValue;
    return cell;
}

/// As JSON takes it; undefined if it cannot be read.
QJsonValue read(const Dimension &dimension, const QString &text)
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt: {
        const auto number = format::parseNumber(text, 0);
        return number.ok() ? QJsonValue(number->units()) : QJsonValue(QJsonValue::Undefined);
    }
    case DimensionType::Bool:
        return text == u"true" || text == u"false" ? QJsonValue(text == u"true") : QJsonValue(QJsonValue::Undefined);
    case DimensionType::Text: return text == emptyText ? QString() : text;
    default: return text;
    }
}

/// Both sides of a ledger's movement, as the contract names them.
const QStringList sides{QStringLiteral("account_dr"), QStringLiteral("analytics_dr"), QStringLiteral("account_cr"),
    QStringLiteral("analytics_cr")};

/// "item=WDG-A1, partner=ACME"; a pair whose value holds a comma stands in quotes.
std::optional<QJsonObject> analyticsOf(const QString &text)
{
    QJsonObject analytics;
    const QStringList parts = splitValues(text);
    for (const QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = part.left(equals).trimmed(), value = part.mid(equals + 1).trimmed();
        if (equals < 1 || key.isEmpty() || value.isEmpty() || analytics.contains(key))
            return std::nullopt;
        analytics.insert(key, value);
    }
    return analytics;
}

} // namespace

QString MovementDraft::analyticsText(const QJsonObject &analytics)
{
    QStringList parts;
    for (auto it = analytics.begin(); it != analytics.end(); ++it)
        parts << it.key() + u'=' + it.value().toString();
    return joinValues(parts);
}

MovementDraft::MovementDraft(QObject *parent) : QObject(parent)
{
    connect(&m_grid, &TextGridModel::edited, this, [this] {
        m_grid.setProblems(unreadable() + refused());
        emit edited();
    });
}

void MovementDraft::setDefinition(const RegisterDefinition &definition)
{
    const QList<GridColumn> before = m_grid.columns();
    const QList<QStringList> rows = m_definition.name() == definition.name() ? m_grid.rows() : QList<QStringList>();
    m_definition = definition;
    m_refusals.clear();
    QList<GridColumn> columns{
        {QStringLiteral("period"), tr("Period"), {.kind = GridCell::Kind::Period, .placeholder = tr("Date")},
            tr("A date, or a date and a time such as 09:30. +0 is today.")}};
    if (definition.isLedger())
        columns << GridColumn{sides.at(0), tr("Debit"), {.placeholder = tr("Account")}}
                << GridColumn{sides.at(1), tr("Debit analytics"), {.placeholder = tr("item=..., partner=...")}}
                << GridColumn{sides.at(2), tr("Credit"), {.placeholder = tr("Account")}}
                << GridColumn{sides.at(3), tr("Credit analytics"), {.placeholder = tr("item=..., partner=...")}};
    for (const Dimension &dimension : definition.dimensions())
        columns << GridColumn{dimension.name, fieldTitle(definition, dimension.name), cellOf(dimension)};
    for (const Resource &resource : definition.resources())
        columns << GridColumn{resource.name, fieldTitle(definition, resource.name), {.kind = GridCell::Kind::Number},
            tr("What comes in is positive, what goes out is negative.")};
    m_grid.setColumns(columns);
    QList<QStringList> kept;
    for (const QStringList &row : rows) {
        QStringList cells(columns.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (const int column = m_grid.columnOf(before.at(i).id); column >= 0)
                cells[column] = row.at(i);
        }
        kept << cells;
    }
    if (!kept.isEmpty())
        m_grid.setRows(kept);
    emit edited();
}

void MovementDraft::setMovements(const QJsonArray &rows)
{
    QList<QStringList> texts;
    for (const QJsonValue &row : rows) {
        const Period period =
            Period::parse(row[u"period"].toString()).ok() ? *Period::parse(row[u"period"].toString()) : Period();
        QStringList cells{period.isMidnight() ? period.date.toString(Qt::ISODate) : period.toString()};
        for (const QString &side : m_definition.isLedger() ? sides : QStringList())
            cells << (row[side].isObject() ? analyticsText(row[side].toObject()) : row[side].toString());
        for (const Dimension &dimension : m_definition.dimensions()) {
            const QString text = row[dimension.name].toVariant().toString();
            cells << (dimension.type == DimensionType::Text && text.isEmpty() ? emptyText : text);
        }
        for (const Resource &resource : m_definition.resources()) {
            const auto figure = Decimal::parse(row[resource.name].toString(), resource.scale);
            cells << (figure.ok() && !figure->isZero() ? format::number(*figure, 0) : QString());
        }
        texts << cells;
    }
    m_grid.setRows(texts);
    emit edited();
}

QJsonArray MovementDraft::json() const
{
    QJsonArray movements;
    const QList<QStringList> rows = m_grid.rows();
    for (const QStringList &row : rows) {
        QJsonObject movement;
        qsizetype column = 0;
        if (const QString &period = row.at(column++); !period.isEmpty())
            movement.insert(QStringLiteral("period"), period);
        for (const QString &side : m_definition.isLedger() ? sides : QStringList()) {
            const QString &text = row.at(column++);
            if (side.startsWith(u"account") && !text.isEmpty())
                movement.insert(side, text);
            else if (const auto analytics = analyticsOf(text); !text.isEmpty() && analytics)
                movement.insert(side, *analytics);
        }
        for (const Dimension &dimension : m_definition.dimensions()) {
            const QString &text = row.at(column++);
            const QJsonValue value = text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : read(dimension, text);
            if (!value.isUndefined())
                movement.insert(dimension.name, value);
        }
        for (const Resource &resource : m_definition.resources()) {
            const QString &text = row.at(column++);
            const auto number = format::parseNumber(text, resource.scale);
            if (!text.isEmpty() && number.ok())
                movement.insert(resource.name, number->toString());
        }
        movements << movement;
    }
    return movements;
}

QList<TextGridModel::CellProblem> MovementDraft::unreadable() const
{
    QList<TextGridModel::CellProblem> problems;
    const QList<QStringList> rows = m_grid.rows();
    for (int line = 1; line <= rows.size(); ++line) {
        const QStringList &row = rows.at(line - 1);
        const auto add = [&](int column, const QString &text) {
            problems << TextGridModel::CellProblem{m_grid.rowOfLine(line), column, text};
        };
        int column = 0;
        if (const QString &period = row.at(column++); !period.isEmpty() && !Period::parse(period).ok())
            add(0, tr("\"%1\" is not a date.").arg(period));
        for (const QString &side : m_definition.isLedger() ? sides : QStringList()) {
            if (side.startsWith(u"analytics") && !analyticsOf(row.at(column)))
                add(column, tr("Analytics are written as item=WDG-A1, partner=ACME."));
            ++column;
        }
        for (const Dimension &dimension : m_definition.dimensions()) {
            const QString &text = row.at(column);
            if (!text.isEmpty() && read(dimension, text).isUndefined())
                add(column,
                    dimension.type == DimensionType::Bool ? tr("Yes or no is needed here.")
                                                          : tr("A whole number is needed here."));
            ++column;
        }
        for (const Resource &resource : m_definition.resources()) {
            const QString &text = row.at(column);
            const auto number = format::parseNumber(text, resource.scale);
            if (!text.isEmpty() && !number.ok())
                add(column, number.error().message().translated());
            ++column;
        }
    }
    return problems;
}

bool MovementDraft::hasUnreadableCells() const { return !unreadable().isEmpty(); }

QStringList MovementDraft::mark(const QList<Problem> &problems)
{
    QList<TextGridModel::CellProblem> cells = unreadable();
    QStringList rest;
    for (const Problem &problem : problems) {
        const int row = problem.line > 0 ? m_grid.rowOfLine(problem.line) : -1;
        const int column = m_grid.columnOf(problem.field);
        if (row >= 0 && column >= 0)
            cells << TextGridModel::CellProblem{row, column, problem.message.translated()};
        else
            rest << problem.message.translated();
    }
    m_grid.setProblems(cells + refused());
    return rest;
}

void MovementDraft::setRefusals(const QList<Refusal> &refusals)
{
    m_refusals = refusals;
    m_grid.setProblems(unreadable() + refused());
}

QList<TextGridModel::CellProblem> MovementDraft::refused() const
{
    const int judged = m_definition.forbiddenResource();
    if (judged < 0 || m_refusals.isEmpty())
        return {};
    const QString &resource = m_definition.resources().at(judged).name;
    const QJsonArray movements = json();
    const auto isOf = [this](const QJsonValue &movement, const QJsonObject &key) {
        return std::all_of(m_definition.dimensions().cbegin(), m_definition.dimensions().cend(), [&](const auto &each) {
            const QJsonValue value = movement[each.name];
            const QString text =
                value.isUndefined() ? each.defaultValue.value_or(QString()) : value.toVariant().toString();
            return text.compare(key.value(each.name).toVariant().toString(),
                       each.type == DimensionType::Uuid ? Qt::CaseInsensitive : Qt::CaseSensitive)
                == 0;
        });
    };
    QList<TextGridModel::CellProblem> problems;
    for (const Refusal &refusal : m_refusals) {
        QList<TextGridModel::CellProblem> taking, other;
        for (int i = 0; i < movements.size(); ++i) {
            if (isOf(movements.at(i), refusal.key))
                (movements.at(i)[resource].toString().startsWith(u'-') ? taking : other)
                    << TextGridModel::CellProblem{m_grid.rowOfLine(i + 1), m_grid.columnOf(resource), refusal.text};
        }
        problems += taking.isEmpty() ? other : taking; // a receipt that is made less takes, too
    }
    return problems;
}

QStringList MovementDraft::problems() const
{
    QStringList texts;
    for (const TextGridModel::CellProblem &each : m_grid.problems())
        texts << tr("Row %1: %2").arg(each.row + 1).arg(each.text);
    texts.removeDuplicates();
    return texts;
}

} // namespace bincard
