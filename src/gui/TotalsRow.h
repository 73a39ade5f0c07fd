// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace bincard {

class RowsView;

/// The row of totals below a table: in line with its columns, and it does not scroll away.
class TotalsRow : public QWidget
{
    Q_OBJECT
public:
    explicit TotalsRow(RowsView *view);

    void setTexts(const QStringList &texts); ///< by column; empty hides the row
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RowsView *m_view;
    QStringList m_texts;
};

} // namespace bincard
