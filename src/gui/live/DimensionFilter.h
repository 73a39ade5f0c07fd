// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "models/CatalogIndex.h"

#include <QJsonObject>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace bincard {

class CatalogCache;

/// What to group a register by, and a field for each of its dimensions to filter by: a value, or several with commas
/// between them (models/ValueList.h). Values are taken with Enter or when the field is left; Esc clears all of them.
class DimensionFilter : public QWidget
{
    Q_OBJECT
public:
    explicit DimensionFilter(const CatalogCache &catalog, QWidget *parent = nullptr);

    /// What completes an account: before setRegister().
    void setAccounts(const QList<CatalogChoice> &accounts) { m_accounts = accounts; }
    /// Fields and groups of this register, grouped by all of its dimensions; a ledger by account, and by what the
    /// documents post as analytics if one wants it.
    void setRegister(const RegisterDefinition &definition);
    [[nodiscard]] QStringList groupBy() const;
    void setGroupBy(const QStringList &names); ///< names that it has not are passed over
    [[nodiscard]] QJsonObject where() const;   ///< as the command line takes it
    void setWhere(const QJsonObject &where);
    [[nodiscard]] bool isActive() const;
    void clear();
    void focus();
    [[nodiscard]] QLineEdit *field(const QString &dimension) const;
    [[nodiscard]] QMenu *groupMenu() const { return m_menu; }

signals:
    void changed(); ///< by the person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addField(const QString &name, const QString &title, const QList<CatalogChoice> &choices);
    void addGroup(const QString &name, const QString &title, bool checked);
    void taken();
    void showGroups();

    const CatalogCache &m_catalog;
    QHBoxLayout *m_layout;
    QPushButton *m_group;
    QMenu *m_menu;
    QToolButton *m_clear;
    QList<QLineEdit *> m_fields;
    QList<CatalogChoice> m_accounts;
    QJsonObject m_taken; ///< what was told last
};

} // namespace bincard
