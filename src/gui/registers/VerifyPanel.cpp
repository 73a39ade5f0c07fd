// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/VerifyPanel.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "service/RegisterService.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace bincard {

VerifyPanel::VerifyPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_verify(new QPushButton)
    , m_verifyAll(new QPushButton(tr("Verify all registers")))
    , m_rebuild(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_progress(new QProgressBar)
    , m_summary(new QLabel)
    , m_banner(new ErrorBanner)
    , m_table(new DataTable(context, QStringLiteral("registers.verify")))
{
    m_verify->setObjectName(QStringLiteral("verify.one"));
    m_verify->setProperty("primary", true);
    m_verify->setToolTip(
        tr("Recompute every total and balance from the journal and compare. Others may go on posting."));
    m_verifyAll->setObjectName(QStringLiteral("verify.all"));
    m_rebuild->setObjectName(QStringLiteral("verify.rebuild"));
    m_rebuild->setToolTip(
        tr("Make all totals and balances anew from the journal. The journal itself is never changed."));
    m_cancel->setObjectName(QStringLiteral("verify.cancel"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_verify, m_verifyAll, m_rebuild})
        buttons->addWidget(widget);
    buttons->addSpacing(Theme::grid);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_cancel);
    buttons->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(buttons);
    layout->addWidget(m_banner);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);

    m_model.setColumns({{QStringLiteral("register"), tr("Register")}, {QStringLiteral("check"), tr("Figure")},
        {QStringLiteral("key"), tr("Key")}, {QStringLiteral("period"), tr("Period")},
        {QStringLiteral("expected"), tr("By the journal")}, {QStringLiteral("actual"), tr("In the book")},
        {QStringLiteral("status"), tr("What is wrong")}});
    m_table->setModel(&m_model);
    m_table->setStretchColumn(QStringLiteral("key"));
    m_table->setEmptyText(tr("Nothing has been verified yet."),
        tr("Verify recomputes every total and balance from the journal and lists here what does not agree."));
    connect(m_verify, &QPushButton::clicked, this, [this] { verify(m_name); });
    connect(m_verifyAll, &QPushButton::clicked, this, [this] { verify({}); });
    connect(m_rebuild, &QPushButton::clicked, this, [this] { rebuild(m_name); });
    connect(m_cancel, &QPushButton::clicked, this, &VerifyPanel::cancel);
    updateState();
}

void VerifyPanel::setRegister(const QString &name)
{
    m_name = name;
    updateState();
}

QString VerifyPanel::summary() const { return m_summaryText; }

void VerifyPanel::focusFirst() { m_verify->setFocus(); }

void VerifyPanel::start(const QString &what)
{
    m_banner->clear();
    say(what, false);
    m_job = std::make_shared<JobControl>();
    m_job->receiver = this;
    m_job->onProgress = [this](qint64 done, qint64 total) {
        m_progress->setRange(0, total > 0 ? 1000 : 0);
        m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    };
    m_progress->setRange(0, 0);
    updateState();
    emit runningChanged();
}

void VerifyPanel::finish()
{
    m_job.reset();
    updateState();
    emit runningChanged();
}

void VerifyPanel::cancel()
{
    if (!m_job)
        return;
    m_job->cancel();
    m_cancel->setEnabled(false);
    say(tr("Cancelling..."), false);
}

void VerifyPanel::verify(const QString &name)
{
    if (m_job)
        return;
    start(name.isEmpty() ? tr("Verifying all registers...") : tr("Verifying %1...").arg(name));
    m_context.client.request<QJsonObject>(
        this,
        [name, job = m_job](OpenBook &book) {
            return book.registers().verify(name, [job](qint64 done, qint64 total) { return job->report(done, total); });
        },
        [this, name](const Result<QJsonObject> &answer) {
            finish();
            if (!answer.ok()) {
                say(answer.error().code() == ErrorCode::Cancelled ? tr("Cancelled; nothing is known.") : QString(),
                    false);
                if (answer.error().code() != ErrorCode::Cancelled)
                    m_banner->showError(answer.error());
                return;
            }
            const QJsonArray rows = answer->value(QLatin1String("rows")).toArray();
            const qint64 checked = answer->value(QLatin1String("checked")).toInteger();
            m_model.setRows(rows);
            m_table->setEmptyText(tr("Everything agrees with the journal."), QString());
            say(tr("%1: %2 figures checked, %3 wrong.")
                    .arg(name.isEmpty() ? tr("All registers") : name, QLocale().toString(checked),
                        QLocale().toString(rows.size())),
                !rows.isEmpty());
            emit verified(name, checked, rows);
        },
        Lane::Background);
}

void VerifyPanel::rebuild(const QString &name)
{
    if (m_job)
        return;
    start(tr("Rebuilding %1...").arg(name));
    m_context.client.request<bool>(
        this,
        [name, job = m_job](OpenBook &book) -> Result<bool> {
            BINCARD_TRY(
                book.registers().rebuild(name, [job](qint64 done, qint64 total) { return job->report(done, total); }));
            return true;
        },
        [this, name](const Result<bool> &answer) {
            finish();
            if (!answer.ok()) {
                say(answer.error().code() == ErrorCode::Cancelled ? tr("Cancelled; nothing was changed.") : QString(),
                    false);
                if (answer.error().code() != ErrorCode::Cancelled)
                    m_banner->showError(answer.error());
                return;
            }
            m_context.tell(tr("%1 was made anew from its journal.").arg(name));
            m_context.client.announceDocuments();
            verify(name); // so that one sees that it helped
        },
        Lane::Background);
}

void VerifyPanel::say(const QString &text, bool isBad)
{
    m_summaryText = text;
    m_summary->setText(text);
    QPalette own = m_summary->palette();
    const Colors &colors = Theme::instance().colors();
    own.setColor(QPalette::WindowText, isBad ? colors.negative : colors.text);
    m_summary->setPalette(own);
    m_summary->setVisible(!text.isEmpty());
}

void VerifyPanel::updateState()
{
    const bool running = isRunning();
    m_verify->setText(m_name.isEmpty() ? tr("Verify") : tr("Verify %1").arg(m_name));
    m_rebuild->setText(m_name.isEmpty() ? tr("Rebuild") : tr("Rebuild %1").arg(m_name));
    m_verify->setEnabled(!running && !m_name.isEmpty());
    m_rebuild->setEnabled(!running && !m_name.isEmpty());
    m_verifyAll->setEnabled(!running);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running);
}

} // namespace bincard
