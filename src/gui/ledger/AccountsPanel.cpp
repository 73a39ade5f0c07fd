// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/AccountsPanel.h"

#include "gui/DataTable.h"
#include "gui/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bincard {

AccountsPanel::AccountsPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_table(new DataTable(context, QStringLiteral("ledger.accounts")))
    , m_code(new QLineEdit)
    , m_name(new QLineEdit)
    , m_type(new QComboBox)
    , m_active(new QCheckBox(tr("In use")))
    , m_save(new QPushButton(tr("Save account")))
{
    m_table->setModel(&m_model);
    m_table->setStretchColumn(QStringLiteral("name"));
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("No accounts yet."), tr("Type the first one below."));
    connect(m_table, &DataTable::currentChanged, this, &AccountsPanel::take);
    connect(m_table, &DataTable::activated, this, [this](int row) { emit cardRequested(m_model.row(row).code); });

    m_code->setPlaceholderText(tr("Code"));
    m_code->setAccessibleName(tr("Code of the account"));
    m_code->setMaximumWidth(20 * Theme::grid);
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the account"));
    for (const AccountType type : {AccountType::Active, AccountType::Passive, AccountType::ActivePassive})
        m_type->addItem(text::accountType(type), static_cast<int>(type));
    m_type->setAccessibleName(tr("Type of the account"));
    m_type->setToolTip(
        tr("An active account stands in debit, a passive one in credit, an active-passive one in either."));
    m_active->setToolTip(tr("An account that is not in use takes no new movements."));
    m_save->setToolTip(tr("Make this account or change it (Ctrl+S)"));
    m_save->setShortcut(QKeySequence::Save);
    auto *add = new QPushButton(tr("New account"));
    add->setToolTip(tr("Empty the fields for a new account (Ctrl+N)"));
    add->setShortcut(QKeySequence::New);
    connect(add, &QPushButton::clicked, this, &AccountsPanel::startNew);
    connect(m_save, &QPushButton::clicked, this, &AccountsPanel::save);
    for (QLineEdit *edit : {m_code, m_name})
        connect(edit, &QLineEdit::returnPressed, this, &AccountsPanel::save);

    auto *form = new QHBoxLayout;
    form->setSpacing(Theme::grid);
    form->addWidget(m_code);
    form->addWidget(m_name, 1);
    form->addWidget(m_type);
    form->addWidget(m_active);
    form->addWidget(m_save);
    form->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_table, 1);
    layout->addLayout(form);
    m_active->setChecked(true);
}

void AccountsPanel::show(const QList<Account> &accounts) { m_model.set(accounts); }

void AccountsPanel::startNew()
{
    m_table->view()->clearSelection();
    m_code->clear();
    m_name->clear();
    m_active->setChecked(true);
    m_code->setFocus();
}

void AccountsPanel::take(int row)
{
    if (row < 0)
        return;
    const Account &account = m_model.row(row);
    m_code->setText(account.code);
    m_name->setText(account.name);
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(account.type)));
    m_active->setChecked(account.active);
}

void AccountsPanel::save()
{
    emit saveRequested({m_code->text().trimmed(), m_name->text().trimmed(),
        static_cast<AccountType>(m_type->currentData().toInt()), m_active->isChecked()});
}

} // namespace bincard
