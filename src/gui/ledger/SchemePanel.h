// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/LedgerModels.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace bincard {

class AppContext;
class DataTable;

/// What documents post to the ledger, and under it the row that is chosen, to change or to remove.
class SchemePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SchemePanel(AppContext &context, QWidget *parent = nullptr);

    void show(const LedgerState &state, const QList<Account> &accounts);
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] QPushButton *switchButton() const { return m_switch; }
    [[nodiscard]] QPushButton *saveButton() const { return m_save; }
    [[nodiscard]] QComboBox *debitBox() const { return m_sides[0].account; }

signals:
    void saveRequested(const bincard::PostingRule &rule);
    void removeRequested(const bincard::PostingRule &rule);
    void switchRequested(bool on);

private:
    /// The account of a side and what it takes from the document.
    struct Side
    {
        QComboBox *account = nullptr;
        QList<QCheckBox *> analytics; ///< in the order of ledgerAnalytics()
    };
    [[nodiscard]] QWidget *makeForm();
    void take(int row);
    void fillWhat();
    [[nodiscard]] PostingRule rule() const;

    SchemeModel m_model;
    bool m_on = false;
    DataTable *m_table;
    QLabel *m_state;
    QPushButton *m_switch;
    QComboBox *m_kind;
    QComboBox *m_what;
    Side m_sides[2];
    QPushButton *m_save;
    QPushButton *m_remove;
};

} // namespace bincard
