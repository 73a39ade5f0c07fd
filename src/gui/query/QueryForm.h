// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "models/TextGridModel.h"
#include "service/QueryCode.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTabBar;

namespace bincard {

class AppContext;
class GridView;
class GroupList;
class MomentEdit;

/// The form of a question to a register: balance, turnover or movements, and everything that narrows it down.
class QueryForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit QueryForm(AppContext &context, QWidget *parent = nullptr);

    void setRegisters(const QList<RegisterDefinition> &definitions); ///< keeps what is chosen, where it still is
    void setAccounts(const QList<Account> &accounts);                ///< of the chart, to complete them in conditions
    void setRegister(const QString &name);
    void setKind(RegisterQuestion::Kind kind);
    /// Fills the form by a query as question() gives it.
    void setQuery(const QJsonObject &query);
    /// None while there is no register, or a field cannot be read.
    [[nodiscard]] std::optional<RegisterQuestion> question() const;
    [[nodiscard]] QStringList problems() const; ///< what cannot be read, in words
    [[nodiscard]] RegisterQuestion::Kind kind() const;
    [[nodiscard]] QString registerName() const;
    void focusFirst();
    void clearFilter();

    [[nodiscard]] TextGridModel &filter() { return m_filter; }
    [[nodiscard]] GroupList *groups() const { return m_groups; }

signals:
    void edited(); ///< by a person

private:
    /// Columns of the grids of conditions and of the order.
    enum FilterColumn { FilterDimension, FilterValue };
    enum OrderColumn { OrderBy, OrderDirection };

    void build();
    void connectFields();
    void takeCatalog();
    void showRegister(); ///< its dimensions, in every field
    void showKind();
    void updateOrderColumns();
    [[nodiscard]] const RegisterDefinition *definition() const;
    [[nodiscard]] QJsonObject where() const;
    [[nodiscard]] QStringList orderColumns() const;
    [[nodiscard]] GridCell valueCell(const QString &dimension) const;

    AppContext &m_context;
    QList<RegisterDefinition> m_definitions;
    QList<CatalogChoice> m_accounts;
    TextGridModel m_filter, m_order;
    QTabBar *m_kinds;
    QComboBox *m_register, *m_by;
    MomentEdit *m_at, *m_from, *m_to, *m_knownOn;
    QLineEdit *m_recorder;
    QCheckBox *m_activeOnly;
    GridView *m_filterView, *m_orderView;
    GroupList *m_groups;
    QSpinBox *m_limit;
    QFormLayout *m_fields = nullptr;
    QWidget *m_grouping = nullptr, *m_ordering = nullptr;
    bool m_filling = false;
};

} // namespace bincard
