// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QPlainTextEdit;

namespace bincard {

/// Code or JSON to read and to copy: fixed pitch, no wrapping. copyAction() copies all of it (Ctrl+Shift+C while it has
/// the focus); whoever shows the view gives it a button.
class CodeView : public QWidget
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);

    void setCode(const QString &code); ///< keeps the place one has scrolled to
    [[nodiscard]] QString code() const;
    /// Long lines are broken at the border, for one-line commands.
    void setWrapped(bool wrapped);
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }
    [[nodiscard]] QAction *copyAction() const { return m_copy; }

signals:
    void copied();

private:
    void copy();
    void updateFont();

    QPlainTextEdit *m_edit;
    QAction *m_copy;
};

} // namespace bincard
