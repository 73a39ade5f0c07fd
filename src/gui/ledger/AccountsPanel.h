// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/LedgerModels.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace bincard {

class AppContext;
class DataTable;

/// The chart of accounts, and under it the account that is chosen, to change, or a new one (Ctrl+N).
class AccountsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AccountsPanel(AppContext &context, QWidget *parent = nullptr);

    void show(const QList<Account> &accounts);
    void startNew();
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] QLineEdit *codeEdit() const { return m_code; }
    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }
    [[nodiscard]] QComboBox *typeBox() const { return m_type; }
    [[nodiscard]] QPushButton *saveButton() const { return m_save; }

signals:
    void saveRequested(const bincard::Account &account);
    void cardRequested(const QString &account);

private:
    void take(int row);
    void save();

    AccountsModel m_model;
    DataTable *m_table;
    QLineEdit *m_code;
    QLineEdit *m_name;
    QComboBox *m_type;
    QCheckBox *m_active;
    QPushButton *m_save;
};

} // namespace bincard
