// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/RecorderPanel.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/registers/RecorderNote.h"
#include "models/CatalogCache.h"
#include "models/RegisterColumns.h"
#include "service/RegisterService.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace bincard {

RecorderPanel::RecorderPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_recorder(new QLineEdit)
    , m_change(new QPushButton(tr("Change these movements")))
    , m_note(new RecorderNote(context))
    , m_banner(new ErrorBanner)
    , m_table(new DataTable(context, QStringLiteral("registers.history")))
{
    m_recorder->setObjectName(QStringLiteral("history.recorder"));
    m_recorder->setPlaceholderText(tr("Such as manual:1"));
    m_recorder->setMinimumWidth(40 * Theme::grid);
    m_recorder->setClearButtonEnabled(true);
    m_change->setToolTip(tr("Load what is active into the grid, to post it anew"));
    auto *label = new QLabel(tr("&Recorder"));
    label->setBuddy(m_recorder);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::grid);
    top->addWidget(label);
    top->addWidget(m_recorder);
    top->addWidget(m_change);
    top->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);

    // What is taken back, and what takes back, is history.
    m_model.setDimmed([](const QJsonObject &row) {
        return row.value(QLatin1String("reversed")).toBool() || !row.value(QLatin1String("reversal_of")).isNull();
    });
    m_table->setModel(&m_model);
    m_table->setSpareColumns({QStringLiteral("cause"), QStringLiteral("recorded_by")});
    m_table->setEmptyText(
        tr("Whose movements?"), tr("Type a recorder above: what it posted, what reversed it, when and by whom."));
    m_change->hide();
    connect(m_recorder, &QLineEdit::editingFinished, this, &RecorderPanel::load);
    connect(m_recorder, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            load();
    });
    connect(m_change, &QPushButton::clicked, this, [this] { emit change(recorder()); });
}

void RecorderPanel::setRegister(const RegisterDefinition &definition)
{
    if (definition == m_definition)
        return;
    m_definition = definition;
    m_fresh = true;
    m_model.setColumns(RegisterColumns::history(definition),
        [](const QJsonObject &row) { return row.value(QLatin1String("id")).toVariant(); });
    load();
}

QString RecorderPanel::recorder() const { return m_recorder->text().trimmed(); }

void RecorderPanel::setRecorder(const QString &recorder)
{
    m_recorder->setText(recorder);
    load();
}

void RecorderPanel::focusFirst() { m_recorder->setFocus(); }

void RecorderPanel::refresh() { load(); }

void RecorderPanel::load()
{
    const QString who = recorder();
    const int token = m_generation.next();
    if (who.isEmpty() || m_definition.name().isEmpty()) {
        m_model.setRows({});
        m_note->say({});
        m_change->hide();
        return;
    }
    ++m_pending;
    m_table->setBusy(true);
    m_context.client.request<QJsonObject>(
        this, [name = m_definition.name(), who](OpenBook &book) { return book.registers().history(name, who); },
        [this, token, who](const Result<QJsonObject> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            m_table->setBusy(false);
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            m_banner->clear();
            const QJsonArray rows = answer->value(QLatin1String("rows")).toArray();
            int active = 0;
            for (const QJsonValue &row : rows)
                active += row[u"reversal_of"].isNull() && !row[u"reversed"].toBool() ? 1 : 0;
            m_model.setRows(rows);
            if (!rows.isEmpty() && std::exchange(m_fresh, false))
                m_table->refit();
            const bool isDocuments = m_note->showDocument(who, false);
            m_change->setVisible(active > 0 && !isDocuments);
            if (!isDocuments)
                m_note->say(rows.isEmpty() ? tr("\"%1\" has posted nothing to this register.").arg(who)
                                           : tr("%n movement(s) of it count.", nullptr, active));
        });
}

} // namespace bincard
