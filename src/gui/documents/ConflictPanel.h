// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DocumentEditor.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableWidget;

namespace bincard {

/// Two people changed the same document: who did it, both versions side by side with the differences marked, and what to
/// do. Nothing is lost before one decides.
class ConflictPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ConflictPanel(DocumentEditor &editor, QWidget *parent = nullptr);

    void showConflict();
    [[nodiscard]] QString text() const;

signals:
    void decided(); ///< one of the three; the panel is hidden

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void decide(void (DocumentEditor::*how)());

    DocumentEditor &m_editor;
    QLabel *m_text;
    QTableWidget *m_table;
    QPushButton *m_theirs, *m_mine, *m_back;
};

} // namespace bincard
