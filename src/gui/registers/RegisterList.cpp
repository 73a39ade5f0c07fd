// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/RegisterList.h"

#include "gui/Page.h"
#include "service/RegisterService.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace bincard {

namespace {

constexpr int sizeColumn = 5;

} // namespace

RegisterList::RegisterList(AppContext &context, QWidget *parent)
    : DataTable(context, QStringLiteral("registers"), parent)
    , m_context(context)
{
    JsonColumn size{QStringLiteral("bytes"), tr("Size")};
    size.value = [](const QJsonObject &row) {
        const qint64 bytes = row.value(QLatin1String("bytes")).toInteger(-1);
        return QJsonValue(bytes < 0 ? QString() : QLocale().formattedDataSize(bytes));
    };
    JsonColumn verified{QStringLiteral("verified"), tr("Last verified")};
    verified.problem = [](const QJsonObject &row) { return row.value(QLatin1String("wrong")).toString(); };
    m_model.setColumns(
        {{QStringLiteral("name"), tr("Name")}, {QStringLiteral("kind"), tr("Kind")},
            {QStringLiteral("dimensions"), tr("Dimensions")}, {QStringLiteral("resources"), tr("Resources")},
            {QStringLiteral("movements"), tr("Movements"), JsonColumn::Kind::Count}, size, verified},
        [](const QJsonObject &row) { return row.value(QLatin1String("name")).toVariant(); });
    setObjectName(QStringLiteral("registers.list"));
    setModel(&m_model);
    setStretchColumn(QStringLiteral("dimensions"));
    setSpareColumns({QStringLiteral("bytes"), QStringLiteral("resources")});
    // Not every SQLite can tell it, and a file is small: whoever wants to know shows the column.
    view()->setColumnHidden(sizeColumn, !context.client.info().location.isServer());
    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(this, &DataTable::currentChanged, this, [this](int row) {
        if (row >= 0 && !m_marking)
            emit chosen(m_model.row(row).value(QLatin1String("name")).toString());
    });
}

void RegisterList::load()
{
    const int token = m_listGeneration.next();
    ++m_pending;
    setBusy(true);
    m_context.client.request<QList<RegisterDefinition>>(
        this, [](OpenBook &book) { return book.registers().list(); },
        [this, token](const Result<QList<RegisterDefinition>> &answer) {
            --m_pending;
            if (!m_listGeneration.isCurrent(token))
                return;
            setBusy(false);
            if (!answer.ok()) {
                emit failed(answer.error());
                return;
            }
            m_definitions = *answer;
            showRows();
            loadInfo();
            emit loaded();
        });
}

void RegisterList::loadInfo()
{
    const int token = m_infoGeneration.next();
    QStringList names;
    for (const RegisterDefinition &definition : std::as_const(m_definitions))
        names << definition.name();
    ++m_pending;
    m_context.client.request<QHash<QString, QJsonObject>>(
        this,
        [names](OpenBook &book) -> Result<QHash<QString, QJsonObject>> {
            QHash<QString, QJsonObject> infos;
            for (const QString &name : names) {
                const auto info = book.registers().info(name);
                if (info.ok()) // somebody may have dropped it meanwhile
                    infos.insert(name, *info);
            }
            return infos;
        },
        [this, token](const Result<QHash<QString, QJsonObject>> &answer) {
            --m_pending;
            if (!m_infoGeneration.isCurrent(token) || !answer.ok())
                return;
            const bool isFirst = m_infos.isEmpty();
            m_infos = *answer;
            showRows();
            if (isFirst)
                refitUnlessChosen(); // what is counted needs room, too
        },
        Lane::Background);
}

const RegisterDefinition *RegisterList::find(const QString &name) const
{
    const auto found = std::ranges::find(m_definitions, name, &RegisterDefinition::name);
    return found == m_definitions.end() ? nullptr : &*found;
}

QString RegisterList::first() const { return m_definitions.isEmpty() ? QString() : m_definitions.constFirst().name(); }

std::optional<qint64> RegisterList::movementsOf(const QString &name) const
{
    const QJsonValue movements = m_infos.value(name).value(QLatin1String("movements"));
    return movements.isDouble() ? std::optional(movements.toInteger()) : std::nullopt;
}

void RegisterList::mark(const QString &name)
{
    const bool before = std::exchange(m_marking, true);
    if (!name.isEmpty()) {
        selectKey(name);
    } else {
        view()->clearSelection();
        view()->setCurrentIndex({});
    }
    m_marking = before;
}

// --- rows -------------------------------------------------------------------------------------------------------------

QString RegisterList::verifiedKey(const QString &name) const
{
    const QByteArray book = m_context.client.info().location.toString().toUtf8();
    return QStringLiteral("registers/verified/%1/%2")
        .arg(QString::fromLatin1(QCryptographicHash::hash(book, QCryptographicHash::Sha256).toHex().left(16)), name);
}

QJsonObject RegisterList::rowOf(const RegisterDefinition &definition) const
{
    const QHash<RegisterKind, QString> kinds{{RegisterKind::Balance, tr("Balances")},
        {RegisterKind::Turnover, tr("Turnovers only")}, {RegisterKind::Ledger, tr("Ledger, double entry")}};
    QStringList dimensions, resources;
    for (const Dimension &dimension : definition.dimensions())
        dimensions << dimension.name;
    for (const Resource &resource : definition.resources())
        resources << (resource.negative == NegativePolicy::Forbid ? tr("%1 (never below zero)").arg(resource.name)
                                                                  : resource.name);
    QJsonObject row{{QStringLiteral("name"), definition.name()},
        {QStringLiteral("kind"), kinds.value(definition.kind())},
        {QStringLiteral("dimensions"), dimensions.join(QStringLiteral(", "))},
        {QStringLiteral("resources"), resources.join(QStringLiteral(", "))}};
    const QJsonObject info = m_infos.value(definition.name());
    for (const char *field : {"movements", "bytes"}) {
        if (info.contains(QLatin1String(field)))
            row.insert(QLatin1String(field), info.value(QLatin1String(field)));
    }
    const QStringList verified = QSettings().value(verifiedKey(definition.name())).toStringList();
    row.insert(QStringLiteral("verified"), tr("Not yet"));
    if (verified.size() == 2) {
        const QDateTime at = QDateTime::fromString(verified.at(0), Qt::ISODate);
        const int wrong = verified.at(1).toInt();
        const QString outcome = wrong == 0 ? tr("all right") : tr("%n wrong", nullptr, wrong);
        row.insert(QStringLiteral("verified"),
            tr("%1 (%2)", "all right, when").arg(outcome, QLocale().toString(at, QLocale::ShortFormat)));
        if (wrong > 0)
            row.insert(
                QStringLiteral("wrong"), tr("Some figures do not agree with the journal. Rebuild makes them anew."));
    }
    return row;
}

void RegisterList::showRows()
{
    QJsonArray rows;
    for (const RegisterDefinition &definition : std::as_const(m_definitions))
        rows << rowOf(definition);
    m_marking = true;
    m_model.setRows(rows);
    m_marking = false;
}

void RegisterList::noteVerified(const QString &name, const QJsonArray &wrong)
{
    for (const RegisterDefinition &definition : std::as_const(m_definitions)) {
        if (!name.isEmpty() && definition.name() != name)
            continue;
        const auto count = std::count_if(wrong.begin(), wrong.end(),
            [&](const QJsonValue &row) { return row[u"register"].toString() == definition.name(); });
        QSettings().setValue(verifiedKey(definition.name()),
            QStringList{QDateTime::currentDateTime().toString(Qt::ISODate), QString::number(count)});
    }
    showRows();
    refitUnlessChosen();
}

void RegisterList::forget(const QString &name) { QSettings().remove(verifiedKey(name)); }

} // namespace bincard
