// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui/Desk.h"

#include "gui/DocumentEditorPage.h"
#include "gui/documents/ScannerFilter.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QWindow>

namespace bincard::test {

namespace {

/// For so long as this process has run, whatever the clock says: a machine that stands still meanwhile, or stops it,
/// costs a slice and not the test, which qFatal() would end.
template <typename Condition>
bool comes(const Condition &condition, int milliseconds)
{
    constexpr int slice = 50;
    for (int waited = 0; waited < milliseconds; waited += slice) {
        if (QTest::qWaitFor(condition, slice))
            return true;
    }
    return false;
}

} // namespace

Desk::Desk(const QString &engine) : m_book(engine)
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    DocumentEditorPage::setRecoveryFolder(recoveryFolder());
    start();
}

Desk::~Desk() = default;

void Desk::start()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    const auto isActive = [this] { return m_window->windowHandle()->isActive(); };
    if (!comes(isActive, 5000))
        qFatal("The window does not become active.");
    m_window->go(QStringLiteral("documents")); // as soon as the book is open
    m_window->openBook(m_book.database().location());
    if (!comes([this] { return m_window->client().isOpen() && m_window->catalog().isLoaded(); }, 30000))
        qFatal("The book does not open: %s", qPrintable(m_window->errorText()));
    m_window->activateWindow();
    if (!comes(isActive, 5000))
        qFatal("The window does not stay active.");
}

void Desk::crashAndRestart()
{
    m_window.reset();
    start();
}

void Desk::go(const QString &page, const QVariantMap &arguments)
{
    if (!m_window->go(page, arguments))
        qFatal("There is no page %s.", qPrintable(page));
    if (!settle())
        qFatal("The page %s does not settle.", qPrintable(page));
}

bool Desk::settle()
{
    QTest::qWait(ScannerFilter::burstMilliseconds + 5); // what was held back of typing, and what is about to be asked
    return comes([this] { return m_window->isSettled(); }, 20000);
}

void Desk::type(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(m_window->windowHandle(), c.toLatin1());
    QTest::qWait(ScannerFilter::burstMilliseconds + 5);
}

void Desk::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window->windowHandle(), static_cast<Qt::Key>(key), modifiers);
    QCoreApplication::processEvents();
}

void Desk::scan(const QString &code)
{
    for (const QChar c : code)
        QTest::keyClick(m_window->windowHandle(), c.toLatin1());
    press(Qt::Key_Return);
}

void Desk::typeCells(const QStringList &cells)
{
    for (const QString &cell : cells) {
        if (!cell.isEmpty())
            type(cell);
        press(Qt::Key_Tab);
    }
}

bool Desk::tabTo(const QWidget *wanted)
{
    constexpr int mostStops = 40; // more than any page has
    for (int i = 0; i < mostStops; ++i) {
        if (QApplication::focusWidget() == wanted)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace bincard::test
