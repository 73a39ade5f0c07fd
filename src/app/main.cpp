// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Languages.h"
#include "app/Options.h"
#include "app/Screenshot.h"
#include "base/Version.h"
#include "gui/MainWindow.h"
#include "gui/Pages.h"
#include "gui/Theme.h"
#include "service/ThreadGuard.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <memory>

using namespace bincard;

namespace {

constexpr int wrongUse = 2;

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Bincard"));
    QCoreApplication::setApplicationName(QStringLiteral("Bincard"));
    QCoreApplication::setApplicationVersion(QLatin1String(versionString));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Bincard"));
    QGuiApplication::setDesktopFileName(QStringLiteral("bincard"));
}

/// What can be answered without a display; -1 if the window is wanted.
int answeredWithoutWindow(const Options &options)
{
    if (options.help)
        std::fputs(qPrintable(Options::helpText()), stdout);
    else if (options.version)
        std::printf("bincard %s\n", versionString);
    else if (options.listPages)
        for (const PageEntry &entry : pages())
            std::printf("%s\n", qPrintable(entry.name));
    else
        return -1;
    return 0;
}

/// What the window begins with. False, with a message, if the command line names what there is not.
bool begin(MainWindow &window, const Options &options)
{
    const bool welcome = options.page == u"welcome";
    if (!options.page.isEmpty() && !welcome && !window.go(options.page, options.arguments)) {
        std::fprintf(stderr, "bincard: there is no page \"%s\"; --list-pages names them\n", qPrintable(options.page));
        return false;
    }
    if (welcome)
        return true;
    QString book = options.book;
    if (book.isEmpty() && !options.demo && options.screenshot.isEmpty())
        book = QSettings().value(QStringLiteral("books/last")).toString();
    if (book.isEmpty()) {
        if (options.demo)
            window.openDemo();
        return true;
    }
    const auto location = BookLocation::parse(book);
    if (!location.ok()) {
        std::fprintf(stderr, "bincard: %s\n", qPrintable(location.error().message().translated()));
        return false;
    }
    if (options.demo)
        window.openDemo(*location);
    else
        window.openBook(*location);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    nameProgram();
    QStringList commandLine;
    for (int i = 0; i < argc; ++i)
        commandLine << QString::fromLocal8Bit(argv[i]);
    // Before the application: --help needs no display, and --scale must be known when it starts.
    auto options = Options::parse(commandLine);
    if (options.ok() && !options->scale.isEmpty())
        qputenv("QT_SCALE_FACTOR", options->scale.toLatin1());
    if (options.ok() && (options->help || options->version || options->listPages)) {
        const QCoreApplication console(argc, argv);
        installLanguage(options->language);
        return answeredWithoutWindow(*options);
    }

    const QApplication application(argc, argv);
    forbidDatabaseIn(QThread::currentThread());
    std::unique_ptr<QTemporaryDir> settingsFolder;
    if (options.ok() && !options->screenshot.isEmpty()) {
        // A picture shows the program, not what somebody made of it on this machine.
        settingsFolder = std::make_unique<QTemporaryDir>();
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settingsFolder->path());
    }
    installLanguage(options.ok() ? options->language : QString());
    if (!options.ok()) {
        std::fprintf(stderr, "bincard: %s\n", qPrintable(options.error().message().translated()));
        return wrongUse;
    }
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app/bincard.svg")));
    Theme::instance().install();
    if (options->dark || options->light)
        Theme::instance().setScheme(options->dark ? Theme::Scheme::Dark : Theme::Scheme::Light, false);

    MainWindow window;
    if (!options->size.isEmpty())
        window.resize(options->size);
    if (!begin(window, *options))
        return wrongUse;
    window.show();
    std::unique_ptr<Screenshot> screenshot;
    if (!options->screenshot.isEmpty())
        screenshot = std::make_unique<Screenshot>(window, options->screenshot, options->page == u"welcome");
    return QApplication::exec();
}
