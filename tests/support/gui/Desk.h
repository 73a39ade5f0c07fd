// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/MainWindow.h"
#include "gui/Navigator.h"
#include "support/TestBook.h"

#include <QTemporaryDir>

#include <memory>

namespace bincard::test {

/// A person at a desk: the real window on a fresh demo book, with settings and recovery files of its own, worked by keys
/// that go to the window as the platform sends them.
class Desk
{
public:
    explicit Desk(const QString &engine);
    ~Desk();

    [[nodiscard]] OpenBook &book() { return m_book.book(); } ///< as another person has it
    [[nodiscard]] TestBook &testBook() { return m_book; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] QString recoveryFolder() const { return m_folder.path() + QStringLiteral("/recovery"); }

    /// The program ends without a chance to save anything and is started again.
    void crashAndRestart();

    void go(const QString &page, const QVariantMap &arguments = {});
    /// Until the window shows what there is.
    [[nodiscard]] bool settle();
    template <typename T>
    [[nodiscard]] T *page()
    {
        return qobject_cast<T *>(m_window->navigator()->currentPage());
    }

    /// At a person's speed: each key is known to be no scanner's.
    void type(const QString &text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Everything at once, and Enter.
    void scan(const QString &code);
    /// Into the cells of a grid from the current one on, each left by Tab; an empty text leaves its cell as it is.
    void typeCells(const QStringList &cells);
    /// Walks with Tab until this has the focus; false if it does not come.
    [[nodiscard]] bool tabTo(const QWidget *wanted);

private:
    void start();

    TestBook m_book;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bincard::test

/// Declares a Desk for the engine of the data row; skips the row, or fails it, where there is no server.
#define BINCARD_DESK(name)                                                           \
    QFETCH(QString, engine);                                                         \
    if (const QString why = bincard::test::whyUnavailable(engine); !why.isEmpty()) { \
        if (bincard::test::isRequired(engine))                                       \
            QFAIL(qPrintable(why));                                                  \
        QSKIP(qPrintable(why));                                                      \
    }                                                                                \
    bincard::test::Desk name(engine)
