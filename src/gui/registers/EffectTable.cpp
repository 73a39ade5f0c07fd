// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/EffectTable.h"

#include "gui/Page.h"
#include "models/RegisterColumns.h"
#include "models/ValueTableModel.h"
#include "service/RegisterService.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace bincard {

namespace {

constexpr int pauseMs = 200;

} // namespace

EffectTable::EffectTable(AppContext &context, QWidget *parent)
    : DataTable(context, QStringLiteral("registers.effect"), parent)
    , m_context(context)
{
    setModel(&m_model);
    setStretchColumn(QStringLiteral("outcome"));
    setEmptyText(tr("The effect stands here while you type."),
        tr("What comes in is positive, what goes out is negative. Every balance that changes is shown: before, after, "
           "and the lowest it comes to on any later day."));
    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseMs);
    connect(&m_delay, &QTimer::timeout, this, &EffectTable::due);
}

void EffectTable::setRegister(const RegisterDefinition &definition)
{
    m_fresh = true;
    QStringList names; // codes say enough where there is no room
    for (const Dimension &dimension : definition.dimensions())
        names << dimension.name + QStringLiteral(".name");
    setSpareColumns(names);
    m_model.setColumns(RegisterColumns::effect(definition), [](const QJsonObject &row) {
        return QVariant(QString::fromUtf8(
            QJsonDocument(row.value(QLatin1String("key")).toObject()).toJson(QJsonDocument::Compact)));
    });
}

void EffectTable::askSoon()
{
    m_generation.next();
    m_delay.start();
}

void EffectTable::clear()
{
    m_generation.next();
    setBusy(false);
    m_model.setRows({});
    m_outcome.clear();
    m_refusals.clear();
}

void EffectTable::ask(const Question &question)
{
    const int token = m_generation.next();
    ++m_pending;
    setBusy(true);
    m_context.client.request<QJsonObject>(
        this,
        [question](OpenBook &book) {
            return book.registers().preview(
                question.registerName, question.recorder, question.movements, question.append);
        },
        [this, token](const Result<QJsonObject> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            setBusy(false);
            if (answer.ok()) {
                showEffect(*answer);
                emit answered();
            } else {
                clear();
                emit refused(answer.error());
            }
        });
}

void EffectTable::showEffect(const QJsonObject &effect)
{
    const QJsonArray keys = effect.value(QLatin1String("keys")).toArray();
    m_model.setRows(keys);
    if (!keys.isEmpty() && std::exchange(m_fresh, false))
        refit();
    m_refusals.clear();
    for (int row = 0; row < keys.size(); ++row) {
        if (const QJsonValue &key = keys.at(row); key[u"refused"].toBool())
            m_refusals.append(
                {key[u"key"].toObject(), m_model.index(row, m_model.columnCount() - 1).data(role::Problem).toString()});
    }
    const int posted = effect.value(QLatin1String("posted")).toInt(),
              reversed = effect.value(QLatin1String("reversed")).toInt();
    if (!m_refusals.isEmpty())
        m_outcome = tr("The book would refuse this: %n balance(s) would fall below zero.", nullptr,
            static_cast<int>(m_refusals.size()));
    else if (posted == 0 && reversed == 0)
        m_outcome = tr("This is what stands in the book already.");
    else if (reversed == 0)
        m_outcome = tr("%n movement(s) will be posted.", nullptr, posted);
    else
        m_outcome = tr("%n movement(s) will be posted", nullptr, posted) + QStringLiteral(", ")
            + tr("%n reversed.", nullptr, reversed);
}

} // namespace bincard
