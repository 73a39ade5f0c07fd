// SPDX-License-Identifier: GPL-3.0-or-later
// The query page: how an answer is shown, and what one does with it.
#include "domain/Document.h"
#include "gui/CodeView.h"
#include "gui/DataTable.h"
#include "gui/TableExporter.h"
#include "gui/query/JournalExport.h"
#include "gui/query/QueryForm.h"
#include "gui/query/QueryPage.h"
#include "models/DocumentText.h"
#include "models/RegisterColumns.h"
#include "service/RegisterService.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>

#include <utility>

namespace bincard {

QString QueryPage::compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void QueryPage::showCode(const RegisterQuestion &question)
{
    const BookLocation location = context().client.info().location;
    m_cpp->setCode(cppText(question));
    m_sql->setCode(sqlText(question, !location.isServer()));
    m_shell->setCode(commandLineText(question, location.toString()));
}

void QueryPage::showAnswer(const RegisterQuestion &question, const QueryAnswer &answer)
{
    QList<JsonColumn> columns;
    QStringList key = question.groupBy();
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance: columns = RegisterColumns::balance(question.definition, key); break;
    case RegisterQuestion::Kind::Turnover:
        columns = RegisterColumns::turnover(question.definition, key, question.text("by"));
        key << QStringLiteral("period");
        break;
    case RegisterQuestion::Kind::Movements:
        columns = RegisterColumns::movements(question.definition,
            [this](const QString &recorder) { return text::recorder(recorder, m_documentNumbers.value(recorder)); });
        key = {QStringLiteral("id")};
        break;
    }
    const auto ids = [](const QList<JsonColumn> &list) {
        QStringList names;
        for (const JsonColumn &column : list)
            names << column.id;
        return names;
    };
    const bool fresh = !m_shown || m_shown->definition != question.definition || m_shown->kind != question.kind
        || ids(columns) != ids(m_model.columns());
    if (fresh) {
        m_model.setColumns(columns, [key](const QJsonObject &row) {
            QStringList values;
            for (const QString &field : key)
                values << row.value(field).toVariant().toString();
            return QVariant(values.join(u'\t'));
        });
        m_table->proxy()->sort(-1); // as it was asked for, until a header is clicked
        m_table->view()->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    }
    // A document's number stands at the end; names are told apart by how they begin.
    m_table->view()->setTextElideMode(
        question.kind == RegisterQuestion::Kind::Movements ? Qt::ElideMiddle : Qt::ElideRight);
    m_shown = question;
    m_documentNumbers = answer.documentNumbers;
    showEmpty(question);
    m_model.setRows(answer.json.value(QLatin1String("rows")).toArray());
    if (fresh)
        m_table->refit();
    m_json->setCode(compact(answer.json));
    showMore(answer.json);
}

void QueryPage::showEmpty(const RegisterQuestion &question)
{
    const bool filtered = !question.query.value(QLatin1String("where")).toObject().isEmpty();
    const QString clear = QStringLiteral("<a href=\"clear\">%1</a>").arg(tr("Clear the conditions"));
    m_table->setEmptyText(filtered ? tr("Nothing matches the conditions.") : tr("Nothing was posted in this time."),
        filtered ? clear : QString());
}

void QueryPage::showMore(const QJsonObject &answer)
{
    m_next = answer.value(QLatin1String("next")).toString();
    m_model.setMore(!m_next.isEmpty(), [this] { askMore(); });
    updateTotals();
}

void QueryPage::updateTotals()
{
    const bool isAll = m_next.isEmpty();
    // Part of a journal has no total.
    m_table->setTotals(isAll && m_model.rowCount() > 1 ? m_model.totals(tr("Total")) : QStringList());
    const int rows = m_model.rowCount();
    QString count = isAll ? tr("%Ln row(s)", nullptr, rows) : tr("%Ln row(s), more below", nullptr, rows);
    const bool atLimit = m_shown && m_shown->kind != RegisterQuestion::Kind::Movements && rows > 0
        && m_shown->query.value(QLatin1String("limit")).toInt() == rows;
    if (atLimit)
        count = tr("The first %Ln row(s)", nullptr, rows);
    m_count->setText(count);
    m_exporter->setPart(!isAll || atLimit);
}

// --- what one does with it --------------------------------------------------------------------------------------------

namespace {

/// The first and the last day of "2026-04-18", "2026-04" or "2026"; of nothing nothing.
std::pair<QString, QString> periodOf(const QString &bucket)
{
    const QDate day = QDate::fromString(bucket + QStringLiteral("-01-01").mid(bucket.size() - 4), Qt::ISODate);
    if (!day.isValid())
        return {};
    const QDate last = bucket.size() == 4 ? QDate(day.year(), 12, 31)
        : bucket.size() == 7              ? QDate(day.year(), day.month(), day.daysInMonth())
                                          : day;
    return {day.toString(Qt::ISODate), last.toString(Qt::ISODate)};
}

} // namespace

/// What a figure is made of: its movements; and of a movement the document, or what its recorder has done.
void QueryPage::open(int row)
{
    if (!m_shown || row < 0)
        return;
    const QJsonObject object = m_model.row(row);
    if (m_shown->kind == RegisterQuestion::Kind::Movements) {
        const QString recorder = object.value(QLatin1String("recorder")).toString();
        const QUuid document = documentOf(recorder);
        if (!document.isNull())
            context().go(QStringLiteral("document"), {{QStringLiteral("id"), document.toString(QUuid::WithoutBraces)}});
        else
            context().go(QStringLiteral("registers"),
                {{QStringLiteral("register"), m_shown->definition.name()},
                    {QStringLiteral("tab"), QStringLiteral("history")}, {QStringLiteral("recorder"), recorder}});
        return;
    }
    QJsonObject query, where = m_shown->query.value(QLatin1String("where")).toObject();
    const QStringList groups = m_shown->groupBy();
    for (const QString &dimension : groups) {
        const QJsonValue value = object.value(dimension);
        where.insert(
            dimension, QJsonArray{value.isObject() ? compact(value.toObject()) : value.toVariant().toString()});
    }
    if (!where.isEmpty())
        query.insert(QStringLiteral("where"), where);
    const auto give = [&query](const char *field, const QString &text) {
        if (!text.isEmpty())
            query.insert(QLatin1String(field), text);
    };
    const auto [from, to] = periodOf(object.value(QLatin1String("period")).toString());
    give("from", qMax(m_shown->text("from"), from)); // moments in ISO form sort as texts
    const QString until = m_shown->text(m_shown->kind == RegisterQuestion::Kind::Balance ? "at" : "to");
    // The last day counts to its end: on that day, whatever the question names is no later.
    give("to", until.isEmpty() || (!to.isEmpty() && to < until.left(to.size())) ? to : until);
    give("known_on", m_shown->text("known_on"));
    query.insert(QStringLiteral("limit"), 1000);
    context().go(name(),
        {{QStringLiteral("register"), m_shown->definition.name()},
            {QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("query"), compact(query)}});
}

QString QueryPage::json() const { return m_json->code(); }

QString QueryPage::code(const QString &language) const
{
    if (language == u"cpp")
        return m_cpp->code();
    return language == u"sql" ? m_sql->code() : m_shell->code();
}

QByteArray QueryPage::csv() const { return m_exporter->csv(); }

void QueryPage::copyAll()
{
    if (auto *code = qobject_cast<CodeView *>(m_answer->currentWidget()))
        code->copyAction()->trigger();
    else
        m_exporter->copy();
}

void QueryPage::exportFile()
{
    if (m_export->isRunning()) {
        m_export->setFocus();
        return;
    }
    if (!m_shown)
        return;
    m_exporter->askWhere(
        QStringLiteral("%1-%2").arg(m_shown->definition.name(), m_shown->verb()), [this](const QString &path) {
            // Of a journal the table holds what one has scrolled to; the file is to hold all of it.
            if (m_exporter->isPart() && m_shown->kind == RegisterQuestion::Kind::Movements)
                m_export->start(*m_shown, m_exporter->shownColumns(), path);
            else
                m_exporter->saveTo(path);
        });
}

} // namespace bincard
