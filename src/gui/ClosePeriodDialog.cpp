// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ClosePeriodDialog.h"

#include "gui/DateEdit.h"
#include "gui/ErrorBanner.h"
#include "models/Format.h"
#include "service/ClosingService.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

QDate endOfLastMonth()
{
    const QDate today = QDate::currentDate();
    return QDate(today.year(), today.month(), 1).addDays(-1);
}

} // namespace

ClosePeriodDialog::ClosePeriodDialog(BookClient &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_now(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_close(new QRadioButton(tr("&Close up to and including the date"), this))
    , m_reopen(new QRadioButton(tr("&Reopen what lies after the date"), this))
    , m_openAll(new QRadioButton(tr("Reopen &everything"), this))
    , m_date(new DateEdit(this))
    , m_banner(new ErrorBanner(this))
{
    setWindowTitle(tr("Close period"));
    m_close->setObjectName(QStringLiteral("close"));
    m_reopen->setObjectName(QStringLiteral("reopen"));
    m_openAll->setObjectName(QStringLiteral("openAll"));
    m_date->setObjectName(QStringLiteral("date"));
    m_now->setObjectName(QStringLiteral("now"));
    for (QLabel *label : {m_now, m_meaning}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(380);
    }
    m_close->setChecked(true);
    m_date->setDate(endOfLastMonth());
    m_banner->clear();

    auto *fields = new QFormLayout;
    fields->addRow(tr("&Date"), m_date);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("Close period"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("ok"));
    m_ok->setProperty("primary", true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_now);
    column->addWidget(m_close);
    column->addWidget(m_reopen);
    column->addWidget(m_openAll);
    column->addLayout(fields);
    column->addWidget(m_meaning);
    column->addWidget(buttons);

    for (QRadioButton *choice : {m_close, m_reopen, m_openAll})
        connect(choice, &QRadioButton::toggled, this, [this] {
            m_banner->clear(); // it was about another wish
            updateState();
        });
    connect(m_date, &DateEdit::dateEdited, this, &ClosePeriodDialog::updateState);
    connect(m_date, &QLineEdit::textChanged, this, &ClosePeriodDialog::updateState);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClosePeriodDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_date->setFocus(); // what one is here for
    updateState();
    ask();
}

ClosePeriodDialog::~ClosePeriodDialog()
{
    // A field that loses the focus by going away still tells what was typed into it.
    m_date->disconnect(this);
}

void ClosePeriodDialog::ask()
{
    m_client.request<QDate>(
        this, [](OpenBook &book) { return book.closing().closedUntil(); },
        [this](const Result<QDate> &until) {
            m_known = until.ok();
            if (!until.ok())
                m_banner->showError(until.error());
            else
                m_closedUntil = *until;
            updateState();
        });
}

void ClosePeriodDialog::updateState()
{
    const bool closed = m_closedUntil.isValid();
    m_now->setText(!m_known ? tr("The closing date is being read …")
            : closed        ? tr("The book is closed up to and including %1.").arg(format::date(m_closedUntil))
                            : tr("Nothing is closed yet."));
    m_reopen->setEnabled(closed);
    m_openAll->setEnabled(closed);
    m_date->setEnabled(!m_openAll->isChecked());
    m_meaning->setText(m_close->isChecked()
            ? tr("Nothing dated on or before this day can be posted, changed or cancelled any more, by anybody and in "
                 "any register. Drafts stay as they are.")
            : tr("What is reopened can be posted, changed and cancelled again. Reports that were handed out may then "
                 "no longer agree with the book."));
    m_ok->setText(m_close->isChecked() ? tr("Close period") : tr("Reopen"));
    const bool dated = m_openAll->isChecked() || (m_date->isReadable() && !m_date->text().trimmed().isEmpty());
    m_ok->setEnabled(m_known && !m_working && dated);
}

void ClosePeriodDialog::apply()
{
    const bool closes = m_close->isChecked();
    const QDate date = m_openAll->isChecked() ? QDate() : m_date->date();
    if (!m_openAll->isChecked() && !date.isValid())
        return;
    m_working = true;
    m_banner->clear();
    updateState();
    m_client.request<QDate>(
        this,
        [closes, date](OpenBook &book) { return closes ? book.closing().close(date) : book.closing().reopen(date); },
        [this](const Result<QDate> &until) { answered(until); });
}

void ClosePeriodDialog::answered(const Result<QDate> &until)
{
    m_working = false;
    if (!until.ok()) {
        m_banner->showError(until.error());
        updateState();
        return;
    }
    emit changed(*until);
    accept();
}

} // namespace bincard
