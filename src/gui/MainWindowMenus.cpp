// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Version.h"
#include "gui/CommandPalette.h"
#include "gui/Icons.h"
#include "gui/KeyboardHelp.h"
#include "gui/MainWindow.h"
#include "gui/Navigator.h"
#include "gui/Pages.h"
#include "gui/RecentBooks.h"
#include "gui/Theme.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

namespace bincard {

QAction *MainWindow::add(QMenu *menu, const QString &name, const QString &iconName, const QString &text,
    const QKeySequence &shortcut, std::function<void()> triggered)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(shortcut);
    action->setIconVisibleInMenu(false);
    connect(action, &QAction::triggered, this, triggered);
    menu->addAction(action);
    m_actions << action;
    return action;
}

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildViewMenu();
    buildGoMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    add(menu, QStringLiteral("book.new"), QStringLiteral("new"), tr("&New book…"), {}, [this] { newBook(); });
    add(menu, QStringLiteral("book.open"), QStringLiteral("open"), tr("&Open…"), QKeySequence::Open,
        [this] { chooseBook(); });
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    fillRecentMenu();
    add(menu, QStringLiteral("book.connect"), QStringLiteral("server"), tr("&Connect to a server…"), {},
        [this] { connectToServer(); });
    add(menu, QStringLiteral("book.demo"), QStringLiteral("play"), tr("Open the &demo book"), {},
        [this] { openDemo(); });
    menu->addSeparator();
    m_bookActions << add(
        menu, QStringLiteral("book.closePeriod"), {}, tr("Close &period…"), {}, [this] { closePeriod(); });
    menu->addSeparator();
    m_bookActions << add(menu, QStringLiteral("book.close"), {}, tr("C&lose book"), {}, [this] { closeBook(); });
    add(menu, QStringLiteral("quit"), {}, tr("&Quit"), QKeySequence::Quit, [this] {
        close();
    })->setMenuRole(QAction::QuitRole);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const QList<BookLocation> books = RecentBooks::list();
    for (const BookLocation &book : books) {
        QAction *action = m_recentMenu->addAction(book.displayName());
        action->setToolTip(book.toString());
        connect(action, &QAction::triggered, this, [this, book] { openBook(book); });
    }
    m_recentMenu->setEnabled(!books.isEmpty());
    m_recentMenu->setToolTipsVisible(true);
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_bookActions << add(menu, QStringLiteral("view.refresh"), QStringLiteral("refresh"), tr("&Refresh"),
        QKeySequence::Refresh, [this] { m_navigator->refresh(); });
    m_bookActions << add(
        menu, QStringLiteral("view.filter"), QStringLiteral("filter"), tr("&Filter"), QKeySequence::Find, [this] {
            if (Page *page = m_navigator->currentPage())
                page->focusFilter();
        });
    menu->addSeparator();
    auto *compact = add(menu, QStringLiteral("view.compact"), {}, tr("&Compact rows"), {},
        [] { Theme::instance().setCompact(!Theme::instance().isCompact()); });
    compact->setCheckable(true);
    compact->setChecked(Theme::instance().isCompact());
    menu->addSeparator();
    auto *schemes = new QActionGroup(this);
    const auto addScheme = [&](const char *name, const QString &text, Theme::Scheme scheme) {
        QAction *action =
            add(menu, QLatin1String(name), {}, text, {}, [scheme] { Theme::instance().setScheme(scheme); });
        action->setCheckable(true);
        action->setChecked(Theme::instance().scheme() == scheme);
        schemes->addAction(action);
    };
    addScheme("view.scheme.system", tr("Light or dark as the &system"), Theme::Scheme::System);
    addScheme("view.scheme.light", tr("&Light"), Theme::Scheme::Light);
    addScheme("view.scheme.dark", tr("&Dark"), Theme::Scheme::Dark);
}

void MainWindow::buildGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    add(menu, QStringLiteral("go.palette"), QStringLiteral("search"), tr("&Find anything…"),
        QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->open(); });
    menu->addSeparator();
    m_back = add(menu, QStringLiteral("go.back"), QStringLiteral("back"), tr("&Back"), QKeySequence::Back,
        [this] { m_navigator->back(); });
    m_forward = add(menu, QStringLiteral("go.forward"), {}, tr("&Forward"), QKeySequence::Forward,
        [this] { m_navigator->forward(); });
    menu->addSeparator();
    for (const PageEntry &entry : pages()) {
        if (!entry.isInRail())
            continue;
        const int number = pageNumber(entry);
        const QKeySequence keys =
            number ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)) : QKeySequence();
        m_bookActions << add(menu, QStringLiteral("page.") + entry.name, entry.icon, entry.translatedTitle(), keys,
            [this, name = entry.name] { go(name); });
    }
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    add(menu, QStringLiteral("help.keyboard"), QStringLiteral("keyboard"), tr("&Keyboard"), QKeySequence::HelpContents,
        [this] {
            auto *help = new KeyboardHelp(*this, this);
            help->setAttribute(Qt::WA_DeleteOnClose);
            help->open();
        });
    add(menu, QStringLiteral("help.about"), QStringLiteral("info"), tr("&About Bincard"), {}, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Bincard"),
            tr("<b>Bincard %1</b><p>Inventory bookkeeping whose balances are always right.</p>"
               "<p>Free software under the GNU General Public License, version 3 or later. "
               "Icons: Lucide (ISC licence).</p><p>Qt %2</p>")
                .arg(QLatin1String(versionString), QLatin1String(qVersion())),
            QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setIconPixmap(QApplication::windowIcon().pixmap(64));
        box->open();
    })->setMenuRole(QAction::AboutRole);
}

} // namespace bincard
