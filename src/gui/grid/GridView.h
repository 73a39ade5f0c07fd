// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/TextGridModel.h"

#include <QTableView>

#include <functional>

class QAction;

namespace bincard {

/// A grid one types into, worked by keyboard like the lines of a document: typing edits, Enter and Tab go to the next
/// cell that can be typed in and from the last one to a new row; Tab on the empty row leaves the grid. Rows are copied
/// and pasted as spreadsheets have them. Columns share the width; it never scrolls sideways while there is room.
class GridView : public QTableView
{
    Q_OBJECT
public:
    explicit GridView(TextGridModel &model, QWidget *parent = nullptr);

    /// Repeat, remove, undo, redo, copy, paste: with shortcuts, for menus too.
    [[nodiscard]] const QList<QAction *> &rowActions() const { return m_actions; }
    /// Takes over what stands in an open editor.
    void commitEditor();
    [[nodiscard]] bool isEditing() const { return state() == QAbstractItemView::EditingState; }
    void goTo(int row, int column);
    void goToEntryRow() { goTo(m_model.rowCount() - 1, 0); }
    /// Characters that a column should have room for at least, and its share of the width left over (0: none).
    void setColumnWidths(const QList<int> &characters, const QList<int> &shares);
    /// As high as its rows, within these bounds; otherwise it takes the room it is given.
    void setHeightByRows(int least, int most);

signals:
    void told(const QString &text); ///< for the status bar
    void enteredNothing();          ///< Enter on the empty row: the person is done with the rows

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildActions();
    QAction *add(const QString &name, const QString &iconName, const QString &text, const QList<QKeySequence> &keys,
        std::function<void()> triggered);
    void leaveBy(int key);
    void fitColumns();
    void fitHeight();
    [[nodiscard]] bool goNext();
    [[nodiscard]] bool goPrevious();
    [[nodiscard]] QList<int> chosenRows() const;
    [[nodiscard]] bool isStop(int row, int column) const;
    [[nodiscard]] int firstStop(int row) const;

    TextGridModel &m_model;
    QList<QAction *> m_actions;
    QList<int> m_characters, m_shares;
    int m_leastRows = 0, m_mostRows = 0;
};

} // namespace bincard
