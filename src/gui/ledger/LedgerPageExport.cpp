// SPDX-License-Identifier: GPL-3.0-or-later
// What a bookkeeper hands on: the trial balance and the account card.
#include "gui/Actions.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/TableExporter.h"
#include "gui/Theme.h"
#include "gui/ledger/LedgerPage.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QTabWidget>
#include <QToolButton>

namespace bincard {

QWidget *LedgerPage::makeExport()
{
    m_balanceExporter = new TableExporter(context(), *m_balanceTable, *this);
    m_cardExporter = new TableExporter(context(), *m_cardTable, *this);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::grid);
    const auto add = [&](QAction *action) {
        setHint(action, action->text());
        QToolButton *button = newButton(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        row->addWidget(button);
        connect(m_tabs, &QTabWidget::currentChanged, action,
            [action](int tab) { action->setEnabled(tab == Balance || tab == Card); });
    };
    add(newAction(this, QStringLiteral("ledger.copy"), QStringLiteral("copy"), tr("Copy the whole table"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] {
            if (TableExporter *shown = exporter())
                shown->copy();
        }));
    add(newAction(this, QStringLiteral("ledger.export"), QStringLiteral("export"),
        tr("Save what is shown as a CSV file: ISO dates, plain numbers"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] {
            if (TableExporter *shown = exporter())
                shown->save(m_tabs->currentIndex() == Card
                        ? QStringLiteral("account-") + m_account->currentData().toString()
                        : QStringLiteral("trial-balance"));
        }));
    for (TableExporter *each : {m_balanceExporter, m_cardExporter})
        connect(each, &TableExporter::failed, m_banner, &ErrorBanner::showError);
    return buttons;
}

TableExporter *LedgerPage::exporter() const
{
    const int tab = isSetUp() ? m_tabs->currentIndex() : Accounts;
    return tab == Balance ? m_balanceExporter : tab == Card ? m_cardExporter : nullptr;
}

} // namespace bincard
