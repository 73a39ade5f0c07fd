// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a question: its fields as a query, and a query as its fields.
#include "gui/query/GroupList.h"
#include "gui/query/MomentEdit.h"
#include "gui/query/QueryForm.h"
#include "models/Moment.h"
#include "models/RegisterColumns.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace bincard {

namespace {

/// The empty text as a condition; an empty cell is one that is being typed.
const QString emptyText = QStringLiteral("\"\"");

} // namespace

QStringList QueryForm::orderColumns() const
{
    const RegisterDefinition *chosen = definition();
    if (!chosen)
        return {};
    QStringList names = m_groups->checked();
    const bool turnover = kind() == RegisterQuestion::Kind::Turnover;
    if (turnover && !m_by->currentData().toString().isEmpty())
        names << QStringLiteral("period");
    for (const Resource &resource : chosen->resources()) {
        const bool ledger = chosen->isLedger();
        if (!turnover) {
            names << resource.name;
            if (ledger)
                names << resource.name + QStringLiteral("_debit") << resource.name + QStringLiteral("_credit");
            continue;
        }
        for (const char *side :
            {"_opening", ledger ? "_debit" : "_receipts", ledger ? "_credit" : "_issues", "_net", "_closing"}) {
            if (chosen->hasBalances()
                || !QStringList{QStringLiteral("_opening"), QStringLiteral("_closing")}.contains(QLatin1String(side)))
                names << resource.name + QLatin1String(side);
        }
    }
    return names;
}

void QueryForm::updateOrderColumns()
{
    // A column that is no longer there orders nothing.
    const QStringList known = orderColumns();
    QList<QStringList> rows = m_order.rows();
    const qsizetype before = rows.size();
    rows.removeIf([&known](const QStringList &row) { return !known.contains(row.value(OrderBy)); });
    if (rows.size() != before)
        m_order.setRows(rows);
}

QJsonObject QueryForm::where() const
{
    QJsonObject where;
    const QList<QStringList> rows = m_filter.rows();
    for (const QStringList &row : rows) {
        const QString &dimension = row.at(FilterDimension);
        if (dimension.isEmpty() || row.at(FilterValue).isEmpty())
            continue; // half a condition is one that is being typed
        QJsonArray values = where.value(dimension).toArray();
        values << (row.at(FilterValue) == emptyText ? QString() : row.at(FilterValue));
        where.insert(dimension, values);
    }
    return where;
}

QStringList QueryForm::problems() const
{
    QStringList texts;
    const auto check = [&texts](const MomentEdit *edit) {
        if (!edit->isReadable() && edit->isVisibleTo(edit->parentWidget()))
            texts << tr("\"%1\" is not a date.").arg(edit->text());
    };
    for (const MomentEdit *edit : {m_at, m_from, m_to, m_knownOn})
        check(edit);
    return texts;
}

std::optional<RegisterQuestion> QueryForm::question() const
{
    const RegisterDefinition *chosen = definition();
    if (!chosen || !problems().isEmpty())
        return std::nullopt;
    RegisterQuestion question{kind(), *chosen, {}};
    QJsonObject &query = question.query;
    const auto give = [&query](const char *field, const QString &value) {
        if (!value.isEmpty())
            query.insert(QLatin1String(field), value);
    };
    const bool movements = kind() == RegisterQuestion::Kind::Movements;
    if (kind() == RegisterQuestion::Kind::Balance) {
        give("at", m_at->moment());
    } else {
        give("from", m_from->moment());
        give("to", m_to->moment());
    }
    give("known_on", instantOf(m_knownOn->moment()));
    if (const QJsonObject conditions = where(); !conditions.isEmpty())
        query.insert(QStringLiteral("where"), conditions);
    if (movements) {
        give("recorder", m_recorder->text().trimmed());
        if (m_activeOnly->isChecked())
            query.insert(QStringLiteral("active_only"), true);
    } else {
        if (const QStringList groups = m_groups->checked(); !groups.isEmpty())
            query.insert(QStringLiteral("group_by"), QJsonArray::fromStringList(groups));
        if (kind() == RegisterQuestion::Kind::Turnover)
            give("by", m_by->currentData().toString());
        QJsonArray order;
        const QList<QStringList> rows = m_order.rows();
        for (const QStringList &row : rows) {
            if (orderColumns().contains(row.at(OrderBy)))
                order << QString(
                    row.at(OrderBy) + (row.at(OrderDirection) == u"desc" ? QStringLiteral(":desc") : QString()));
        }
        if (!order.isEmpty())
            query.insert(QStringLiteral("order"), order);
    }
    if (m_limit->value() > 0)
        query.insert(QStringLiteral("limit"), m_limit->value());
    return question;
}

void QueryForm::setQuery(const QJsonObject &query)
{
    m_filling = true;
    const auto text = [&query](const char *field) { return query.value(QLatin1String(field)).toString(); };
    m_at->setMoment(text("at"));
    m_from->setMoment(text("from"));
    m_to->setMoment(text("to"));
    m_knownOn->setMoment(momentOf(text("known_on")));
    m_recorder->setText(text("recorder"));
    m_activeOnly->setChecked(query.value(QLatin1String("active_only")).toBool());
    m_by->setCurrentIndex(std::max(0, m_by->findData(text("by"))));
    m_limit->setValue(query.value(QLatin1String("limit")).toInt(0));
    if (const RegisterDefinition *chosen = definition()) {
        const RegisterQuestion question{kind(), *chosen, query};
        m_groups->setDimensions(dimensionNames(*chosen), question.groupBy());
        QList<QStringList> conditions, order;
        const QStringList dimensions = query.value(QLatin1String("where")).toObject().keys();
        for (const QString &dimension : dimensions) {
            const QStringList values = question.filterValues(dimension);
            for (const QString &value : values)
                conditions << QStringList{dimension, value.isEmpty() ? emptyText : value};
        }
        const QJsonArray columns = query.value(QLatin1String("order")).toArray();
        for (const QJsonValue &column : columns) {
            const QStringList parts = column.toString().split(u':');
            order << QStringList{
                parts.value(0), parts.value(1) == u"desc" ? QStringLiteral("desc") : QStringLiteral("asc")};
        }
        m_filter.setRows(conditions);
        m_order.setRows(order);
    }
    m_filling = false;
}

} // namespace bincard
