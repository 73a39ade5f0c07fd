// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QTableView;

namespace bincard {

/// What a person made of a table's columns (order, widths, which are shown, how it is sorted), remembered by the
/// columns' ids, so that a column added by a later version does not shift the others. Also the header's context menu.
class TableState : public QObject
{
    Q_OBJECT
public:
    TableState(QTableView *view, const QString &settingsKey);

    void restore(); ///< once the model with its columns is set; without anything remembered columns fit their contents
    void save() const;

private:
    void showMenu(const QPoint &position);
    [[nodiscard]] QString columnId(int column) const;
    void fitColumns();

    QTableView *m_view;
    QString m_key;
    bool m_fitted = false, m_restoring = false, m_remembered = false;
};

} // namespace bincard
