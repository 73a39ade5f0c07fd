// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/CatalogCache.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace bincard {

class CommandPalette;
class ErrorBanner;
class Navigator;
class Rail;
class StatusLine;
class WelcomePage;

/// The window: rail, pages, menus, status bar; and the way from one book to another.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Asks the pages whether the book open so far may be left. The answer shows in the window.
    void openBook(const BookLocation &location, OpenMode mode = OpenMode::Existing);
    /// The demo book of this person; `location` another place for it.
    void openDemo();
    void openDemo(const BookLocation &location);
    /// At once, or as soon as the book that is being opened is open. False if there is no such page.
    bool go(const QString &page, const QVariantMap &arguments = {});

    /// Nothing is on its way: what is seen is what there is.
    [[nodiscard]] bool isSettled() const;
    /// What went wrong and is shown in the window's banner; empty if nothing did.
    [[nodiscard]] QString errorText() const;

    [[nodiscard]] BookClient &client() { return m_client; }
    [[nodiscard]] CatalogCache &catalog() { return m_catalog; }
    [[nodiscard]] AppContext &context() { return m_context; }
    [[nodiscard]] Navigator *navigator() const { return m_navigator; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }
    /// Every action with its text and shortcut, for the palette and the keyboard help.
    [[nodiscard]] const QList<QAction *> &allActions() const { return m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    void buildFileMenu();
    void buildViewMenu();
    void buildGoMenu();
    void buildHelpMenu();
    QAction *add(QMenu *menu, const QString &name, const QString &iconName, const QString &text,
        const QKeySequence &shortcut, std::function<void()> triggered);
    void fillRecentMenu();

    void newBook();
    void chooseBook();
    void connectToServer();
    void askForServer(const BookLocation &location, const Error *error);
    void closeBook();
    void closePeriod();
    /// At once if every page may be left, or as soon as a page has saved what it had to.
    void whenMayLeave(std::function<void()> then);

    void bookOpened(const BookInfo &info);
    void openFailed(const Error &error);
    void updateState();
    void restoreState();
    void saveState() const;

    BookClient m_client;
    CatalogCache m_catalog;
    AppContext m_context;
    Rail *m_rail;
    Navigator *m_navigator;
    WelcomePage *m_welcome;
    QStackedWidget *m_stack;
    ErrorBanner *m_banner;
    StatusLine *m_status;
    CommandPalette *m_palette = nullptr;
    BookLocation m_lastTried; ///< for the question after a password that was wrong
    QMenu *m_recentMenu = nullptr;
    QAction *m_back = nullptr, *m_forward = nullptr;
    QList<QAction *> m_actions;
    QList<QAction *> m_bookActions; ///< make sense only while a book is open
    QString m_wantedPage;           ///< to be shown once the book is open
    QVariantMap m_wantedArguments;
    std::function<void()> m_whenLeavable;
    bool m_closing = false; ///< every page has agreed
};

} // namespace bincard
