// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLineEdit;
class QListWidget;

namespace bincard {

class MainWindow;

/// Ctrl+K: finds any page, action, item, partner or document by some of its letters and goes there. Keyboard only: Up and
/// Down choose, Enter goes, Esc leaves. It lies in the window, over the page.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(MainWindow &window);

    void open();
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QStringList shownTitles() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        QString icon, title, kind;
        std::function<void()> go;
        int score = 0;
    };

    void collectOwn(); ///< pages and actions
    void fill();
    void rank(QList<Entry> &found, const QString &typed) const;
    void askForDocuments();
    void choose();
    void place();
    [[nodiscard]] bool moveIn(int key);

    MainWindow &m_window;
    QLineEdit *m_field;
    QListWidget *m_list;
    QTimer m_pause; ///< documents are asked for once typing pauses
    Generation m_generation;
    QList<Entry> m_own, m_documents, m_shown;
};

} // namespace bincard
