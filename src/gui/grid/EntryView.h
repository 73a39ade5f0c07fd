// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>

class QAction;
class QKeySequence;
class QUndoStack;

namespace bincard {

class EntryDelegate;

/// What every grid one types into has in common, worked by keyboard: typing edits, Enter and Tab go to the next cell that
/// can be typed in, Shift with them goes back, Del empties a cell. Below the rows stands an empty one to enter a new one.
class EntryView : public QTableView
{
    Q_OBJECT
public:
    /// Repeat, remove, undo, redo, copy, paste: with shortcuts, for menus too.
    [[nodiscard]] const QList<QAction *> &rowActions() const { return m_actions; }
    /// Takes over what stands in an open editor.
    void commitEditor();
    [[nodiscard]] bool isEditing() const { return state() == QAbstractItemView::EditingState; }
    void goTo(int row, int column);
    void goToEntryRow() { goTo(model()->rowCount() - 1, 0); }

signals:
    void told(const QString &text); ///< for the status bar
    void enteredNothing();          ///< Enter on the empty row: the person is done with the rows

protected:
    EntryView(QAbstractItemModel &model, EntryDelegate *delegate, QWidget *parent); ///< owns the delegate

    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    QAction *add(const QString &name, const QString &iconName, const QString &text, const QList<QKeySequence> &keys,
        std::function<void()> triggered);
    void addUndo(const QString &prefix, QUndoStack *undo);
    /// Rows with something selected, but for the empty one, in order.
    [[nodiscard]] QList<int> chosenRows() const;
    /// The cell after the current one in the order of work; false where there is none.
    [[nodiscard]] virtual bool goNext() = 0;
    [[nodiscard]] bool goPrevious(); ///< false at the very first cell
    /// An editor was left by Enter or Tab.
    virtual void goOn(int key) = 0;
    [[nodiscard]] virtual bool isEntryRow(int row) const = 0;
    /// Whether work stops at this cell.
    [[nodiscard]] virtual bool isStop(int row, int column) const;
    virtual void fitColumns() = 0;
    virtual void fitRows() {} ///< rows came or went, or their height changed

private:
    void leaveBy(int key);

    QList<QAction *> m_actions;
};

} // namespace bincard
