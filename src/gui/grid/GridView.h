// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/grid/EntryView.h"
#include "models/TextGridModel.h"

namespace bincard {

/// The grid of a TextGridModel, worked by keyboard like the lines of a document: from the last cell one goes on to a new
/// row; Tab on the empty row leaves the grid. Rows are copied and pasted as spreadsheets have them. Columns share the
/// width; it never scrolls sideways while there is room.
class GridView : public EntryView
{
    Q_OBJECT
public:
    explicit GridView(TextGridModel &model, QWidget *parent = nullptr);

    /// Characters that a column should have room for at least, and its share of the width left over (0: none).
    void setColumnWidths(const QList<int> &characters, const QList<int> &shares);
    /// As high as its rows, within these bounds, or lower where there is no room; otherwise it takes what it is given.
    void setHeightByRows(int least, int most);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    [[nodiscard]] bool goNext() override;
    void goOn(int key) override;
    [[nodiscard]] bool isEntryRow(int row) const override { return m_model.isEntryRow(row); }
    void fitColumns() override;
    void fitRows() override;

private:
    void buildActions();
    [[nodiscard]] int heightOf(int rows) const;
    [[nodiscard]] int firstStop(int row) const;

    TextGridModel &m_model;
    QList<int> m_characters, m_shares;
    int m_leastRows = 0, m_mostRows = 0;
};

} // namespace bincard
