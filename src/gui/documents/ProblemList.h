// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QList>

namespace bincard {

/// The sentences below the line grid. Each leads to its cell by a click; F8 goes from one to the next.
class ProblemList : public QLabel
{
    Q_OBJECT
public:
    struct Entry
    {
        int row = -1, column = 0; ///< -1: no line
        QString text;
        [[nodiscard]] bool operator==(const Entry &) const = default;
    };

    explicit ProblemList(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    void goToNext();

signals:
    void chosen(int row, int column);

private:
    QList<Entry> m_entries;
    qsizetype m_next = 0;
};

} // namespace bincard
