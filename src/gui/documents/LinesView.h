// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DocumentLinesModel.h"

#include <QTableView>

#include <functional>

class QAction;

namespace bincard {

/// The line grid, worked by keyboard: typing edits, Enter and Tab go to the next cell that can be typed in and from the
/// last one to a new line. Lines are copied and pasted as spreadsheets have them.
class LinesView : public QTableView
{
    Q_OBJECT
public:
    explicit LinesView(DocumentLinesModel &model, QWidget *parent = nullptr);

    /// Repeat, remove, undo, redo, copy, paste: with shortcuts, for menus too.
    [[nodiscard]] const QList<QAction *> &lineActions() const { return m_actions; }
    /// Takes over what stands in an open editor.
    void commitEditor();
    [[nodiscard]] bool isEditing() const { return state() == QAbstractItemView::EditingState; }
    void goTo(int row, LineColumn column);
    void goToEntryRow();
    /// The cell after the current one in the order of work; false on the empty line, whose item comes first.
    bool goNext();
    bool goPrevious(); ///< false at the very first cell

signals:
    void told(const QString &text); ///< for the status bar
    void enteredNothing();          ///< Enter on the empty line: the person is done with the lines

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildActions();
    QAction *add(const QString &name, const QString &iconName, const QString &text, const QList<QKeySequence> &keys,
        std::function<void()> triggered);
    void leaveBy(int key);
    void fitColumns();
    [[nodiscard]] QList<int> chosenRows() const;
    [[nodiscard]] bool isStop(int row, int column) const;

    DocumentLinesModel &m_model;
    QList<QAction *> m_actions;
};

} // namespace bincard
