// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/SchemePanel.h"

#include "gui/DataTable.h"
#include "gui/Theme.h"
#include "models/DocumentText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace bincard {

SchemePanel::SchemePanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_table(new DataTable(context, QStringLiteral("ledger.scheme")))
    , m_state(new QLabel)
    , m_switch(new QPushButton)
    , m_kind(new QComboBox)
    , m_what(new QComboBox)
    , m_save(new QPushButton(tr("Save row")))
    , m_remove(new QPushButton(tr("Remove row")))
{
    m_table->setModel(&m_model);
    m_table->setStretchColumn(QStringLiteral("what"));
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("Documents post nothing to the ledger."), tr("Choose a document and its accounts below."));
    connect(m_table, &DataTable::currentChanged, this, &SchemePanel::take);

    m_state->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::grid);
    top->addWidget(m_state, 1);
    top->addWidget(m_switch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeForm());
    connect(m_switch, &QPushButton::clicked, this, [this] { emit switchRequested(!m_on); });
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveRequested(rule()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(rule()); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SchemePanel::fillWhat);
    fillWhat();
}

QWidget *SchemePanel::makeForm()
{
    for (const DocumentTraits &each : documentTraits())
        m_kind->addItem(text::kind(each.kind), static_cast<int>(each.kind));
    m_kind->setAccessibleName(tr("Kind of document"));
    m_what->setAccessibleName(tr("What of the document is posted"));
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::grid);
    grid->addWidget(m_kind, 0, 0);
    grid->addWidget(m_what, 1, 0);
    const QString titles[] = {tr("Debit"), tr("Credit")};
    for (int i = 0; i < 2; ++i) {
        Side &side = m_sides[i];
        side.account = new QComboBox;
        side.account->setAccessibleName(titles[i]);
        side.account->setMinimumContentsLength(20);
        grid->addWidget(new QLabel(titles[i]), i, 1);
        grid->addWidget(side.account, i, 2);
        grid->addWidget(new QLabel(tr("by")), i, 3);
        for (qsizetype j = 0; j < ledgerAnalytics().size(); ++j) {
            auto *box = new QCheckBox(text::analyticsName(ledgerAnalytics().at(j)));
            box->setToolTip(tr("Keep the account apart by this of the document"));
            side.analytics << box;
            grid->addWidget(box, i, 4 + static_cast<int>(j));
        }
    }
    grid->addWidget(m_save, 0, 8);
    grid->addWidget(m_remove, 1, 8);
    grid->setColumnStretch(7, 1);
    m_save->setToolTip(tr("Documents posted from now on follow it (Ctrl+S)"));
    m_save->setShortcut(QKeySequence::Save);
    m_remove->setToolTip(tr("Documents posted from now on post nothing of it"));
    return form;
}

void SchemePanel::fillWhat()
{
    m_what->clear();
    for (const LedgerAmount what : ledgerAmounts(static_cast<DocumentKind>(m_kind->currentData().toInt())))
        m_what->addItem(text::ledgerAmount(what), static_cast<int>(what));
}

void SchemePanel::show(const LedgerState &state, const QList<Account> &accounts)
{
    m_on = state.posting;
    m_state->setText(m_on ? tr("Documents post to the ledger in their own transaction.")
                          : tr("Documents do not post to the ledger. Look at the scheme, then switch posting on."));
    if (m_on && state.missing > 0)
        m_state->setText(
            m_state->text() + u' ' + tr("%n posted document(s) of the past are not in it.", nullptr, state.missing));
    m_switch->setText(m_on ? tr("Switch posting off") : tr("Switch posting on"));
    for (const Side &side : m_sides) {
        const QVariant chosen = side.account->currentData();
        side.account->clear();
        for (const Account &account : accounts) {
            if (account.active)
                side.account->addItem(account.code + u' ' + account.name, account.code);
        }
        side.account->setCurrentIndex(qMax(0, side.account->findData(chosen)));
    }
    m_model.set(state.scheme);
    take(m_table->currentRow());
}

void SchemePanel::take(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const PostingRule &rule = m_model.row(row);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(rule.kind)));
    m_what->setCurrentIndex(m_what->findData(static_cast<int>(rule.what)));
    for (int i = 0; i < 2; ++i) {
        m_sides[i].account->setCurrentIndex(m_sides[i].account->findData(i == 0 ? rule.debit : rule.credit));
        for (qsizetype j = 0; j < m_sides[i].analytics.size(); ++j)
            m_sides[i].analytics.at(j)->setChecked(
                (i == 0 ? rule.debitAnalytics : rule.creditAnalytics).contains(ledgerAnalytics().at(j)));
    }
}

PostingRule SchemePanel::rule() const
{
    const auto analytics = [](const Side &side) {
        QStringList names;
        for (qsizetype i = 0; i < side.analytics.size(); ++i) {
            if (side.analytics.at(i)->isChecked())
                names << ledgerAnalytics().at(i);
        }
        return names;
    };
    return {static_cast<DocumentKind>(m_kind->currentData().toInt()),
        static_cast<LedgerAmount>(m_what->currentData().toInt()), m_sides[0].account->currentData().toString(),
        m_sides[1].account->currentData().toString(), analytics(m_sides[0]), analytics(m_sides[1])};
}

} // namespace bincard
