// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace bincard {

/// Sorts by role::Sort (numbers by their exact value, texts as the language sorts them) and filters over the display
/// texts of all columns: every word must occur somewhere in the row.
class TableProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit TableProxy(QObject *parent = nullptr);

    void setWords(const QString &text);
    [[nodiscard]] bool hasWords() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words; ///< folded
    QCollator m_collator;
};

} // namespace bincard
