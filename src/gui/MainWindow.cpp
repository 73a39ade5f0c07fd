// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/MainWindow.h"

#include "gui/ClosePeriodDialog.h"
#include "gui/CommandPalette.h"
#include "gui/ConnectDialog.h"
#include "gui/ErrorBanner.h"
#include "gui/Navigator.h"
#include "gui/Pages.h"
#include "gui/Rail.h"
#include "gui/RecentBooks.h"
#include "gui/StatusLine.h"
#include "gui/Theme.h"
#include "gui/WelcomePage.h"
#include "models/Format.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>

namespace bincard {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_catalog(m_client)
    , m_context(m_client, m_catalog)
    , m_rail(new Rail)
    , m_navigator(new Navigator(m_context))
    , m_welcome(new WelcomePage)
    , m_stack(new QStackedWidget)
    , m_banner(new ErrorBanner)
    , m_status(new StatusLine(m_client))
{
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_navigator);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    auto *center = new QWidget;
    auto *row = new QHBoxLayout(center);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(content, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
    m_palette = new CommandPalette(*this);
    buildMenus();

    connect(&m_client, &BookClient::opened, this, &MainWindow::bookOpened);
    connect(&m_client, &BookClient::openFailed, this, &MainWindow::openFailed);
    connect(&m_client, &BookClient::opening, this, [this](const BookLocation &location) {
        m_lastTried = location;
        m_banner->clear();
        m_welcome->setBusy(true);
    });
    connect(&m_client, &BookClient::closed, this, [this] {
        m_navigator->clear();
        updateState();
    });
    connect(&m_catalog, &CatalogCache::failed, m_banner, &ErrorBanner::showError);
    connect(&m_context, &AppContext::navigate, this, &MainWindow::go);
    connect(&m_context, &AppContext::message, m_status, &StatusLine::tell);
    connect(&m_context, &AppContext::selectionChanged, m_status, &StatusLine::setSelection);
    connect(m_rail, &Rail::chosen, this, [this](const QString &page) { go(page); });
    connect(m_navigator, &Navigator::pageChanged, this, &MainWindow::updateState);
    connect(m_navigator, &Navigator::historyChanged, this, &MainWindow::updateState);
    connect(m_navigator, &Navigator::leavable, this, [this] {
        if (const auto then = std::exchange(m_whenLeavable, nullptr))
            whenMayLeave(then);
    });
    connect(m_welcome, &WelcomePage::newBook, this, &MainWindow::newBook);
    connect(m_welcome, &WelcomePage::openBook, this, &MainWindow::chooseBook);
    connect(m_welcome, &WelcomePage::demoBook, this, qOverload<>(&MainWindow::openDemo));
    connect(m_welcome, &WelcomePage::connectToServer, this, &MainWindow::connectToServer);
    connect(m_welcome, &WelcomePage::recentChosen, this, [this](const BookLocation &book) { openBook(book); });
    restoreState();
    updateState();
}

MainWindow::~MainWindow() = default;

void MainWindow::openBook(const BookLocation &location, OpenMode mode)
{
    whenMayLeave([this, location, mode] { m_client.open(location, mode); });
}

void MainWindow::openDemo() { openDemo(demoBookLocation()); }

void MainWindow::openDemo(const BookLocation &location)
{
    if (!location.isServer())
        QDir().mkpath(QFileInfo(location.path).absolutePath());
    // What somebody entered into the demo book stays: it is made once and then opened like any other.
    const bool made = !location.isServer() && QFileInfo::exists(location.path);
    openBook(location, made ? OpenMode::Existing : OpenMode::CreateDemo);
}

bool MainWindow::go(const QString &page, const QVariantMap &arguments)
{
    if (!pageEntry(page))
        return false;
    if (!m_client.isOpen() || m_client.isOpening()) {
        m_wantedPage = page;
        m_wantedArguments = arguments;
        return true;
    }
    return m_navigator->go(page, arguments);
}

bool MainWindow::isSettled() const
{
    if (m_client.isOpening())
        return false;
    if (!m_client.isOpen())
        return true;
    const Page *page = m_navigator->currentPage();
    return m_catalog.isLoaded() && (!page || page->isSettled());
}

QString MainWindow::errorText() const { return m_banner->text(); }

void MainWindow::whenMayLeave(std::function<void()> then)
{
    m_whenLeavable = nullptr;
    if (m_navigator->mayLeave())
        then();
    else
        m_whenLeavable = std::move(then);
}

void MainWindow::newBook()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = QFileDialog::getSaveFileName(this, tr("New book"),
        QDir(folder).filePath(tr("stock.bincard", "proposed file name")), tr("Bincard books (*.bincard)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".bincard");
    BookLocation location;
    location.path = path;
    openBook(location, OpenMode::Create);
}

void MainWindow::chooseBook()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a book"), QString(), tr("Bincard books (*.bincard);;All files (*)"));
    if (path.isEmpty())
        return;
    BookLocation location;
    location.path = path;
    openBook(location);
}

void MainWindow::connectToServer() { askForServer({}, nullptr); }

void MainWindow::askForServer(const BookLocation &location, const Error *error)
{
    auto *dialog = new ConnectDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (location.isServer())
        dialog->setLocation(location);
    if (error)
        dialog->showError(*error);
    connect(dialog, &ConnectDialog::chosen, this, &MainWindow::openBook);
    dialog->open();
}

void MainWindow::closeBook()
{
    whenMayLeave([this] { m_client.close(); });
}

void MainWindow::closePeriod()
{
    auto *dialog = new ClosePeriodDialog(m_client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClosePeriodDialog::changed, this, [this](QDate until) {
        m_context.tell(until.isValid() ? tr("The book is closed up to and including %1.").arg(format::date(until))
                                       : tr("Everything in the book is open."));
    });
    dialog->open();
}

void MainWindow::bookOpened(const BookInfo &info)
{
    m_banner->clear();
    m_welcome->setBusy(false);
    RecentBooks::add(info.location);
    QSettings().setValue(QStringLiteral("books/last"), info.location.toString());
    fillRecentMenu();
    QString page = std::exchange(m_wantedPage, {});
    if (page.isEmpty())
        page = QSettings().value(QStringLiteral("window/page")).toString();
    if (!pageEntry(page) && !pages().isEmpty())
        page = pages().first().name;
    m_navigator->go(page, std::exchange(m_wantedArguments, {}));
    updateState();
}

void MainWindow::openFailed(const Error &error)
{
    m_welcome->setBusy(false);
    m_banner->showError(error);
    m_wantedPage.clear();
    updateState();
    // A password is kept nowhere, so it is asked for where the server wants one.
    if (m_lastTried.isServer() && error.code() == ErrorCode::PermissionDenied && isVisible())
        askForServer(m_lastTried, &error);
}

void MainWindow::updateState()
{
    const bool open = m_client.isOpen();
    m_stack->setCurrentWidget(open ? static_cast<QWidget *>(m_navigator) : m_welcome);
    m_rail->setVisible(open);
    if (!open)
        m_welcome->refresh();
    m_rail->setCurrent(m_navigator->currentName());
    for (QAction *action : std::as_const(m_bookActions))
        action->setEnabled(open);
    m_back->setEnabled(m_navigator->canGoBack());
    m_forward->setEnabled(m_navigator->canGoForward());
    const Page *page = m_navigator->currentPage();
    setWindowTitle(open && page ? tr("%1 – %2").arg(page->title(), m_client.info().location.displayName()) : QString());
    setWindowFilePath(open && !m_client.info().location.isServer() ? m_client.info().location.path : QString());
}

void MainWindow::restoreState()
{
    const QByteArray geometry = QSettings().value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        const QSize room = screen()->availableSize();
        resize(qMin(1280, room.width() * 9 / 10), qMin(800, room.height() * 9 / 10));
    }
}

void MainWindow::saveState() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (const QString page = m_navigator->currentName(); !page.isEmpty())
        settings.setValue(QStringLiteral("window/page"), page);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    whenMayLeave([this] { m_closing = true; });
    if (!m_closing) {
        m_whenLeavable = [this] { close(); };
        event->ignore();
        return;
    }
    saveState();
    event->accept();
}

} // namespace bincard
