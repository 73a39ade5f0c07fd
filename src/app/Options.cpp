// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace bincard {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("Options", "Inventory bookkeeping whose balances are always right."));
    parser.addPositionalArgument(QStringLiteral("book"),
        QCoreApplication::translate("Options",
            "A file, or postgresql://user@host:port/database. Without it the book opened last, or the start page."),
        QStringLiteral("[BOOK]"));
    const auto add = [&parser](const QString &name, const QString &text, const QString &value = {}) {
        parser.addOption(QCommandLineOption(name, text, value));
    };
    add(QStringLiteral("demo"),
        QCoreApplication::translate("Options", "Open the demo book; with BOOK it is made there if it is missing."));
    add(QStringLiteral("page"),
        QCoreApplication::translate(
            "Options", "Show this page; --list-pages names them. \"welcome\" is the start page."),
        QStringLiteral("NAME"));
    add(QStringLiteral("arg"),
        QCoreApplication::translate("Options", "An argument of the page, such as at=2026-04-18; may be repeated."),
        QStringLiteral("KEY=VALUE"));
    add(QStringLiteral("screenshot"),
        QCoreApplication::translate("Options",
            "Save a picture of the window once it has settled, and exit. Works with "
            "QT_QPA_PLATFORM=offscreen; remembered settings are left alone."),
        QStringLiteral("FILE"));
    add(QStringLiteral("size"), QCoreApplication::translate("Options", "Size of the window, such as 1280x800."),
        QStringLiteral("WxH"));
    add(QStringLiteral("dark"), QCoreApplication::translate("Options", "The dark look, this time."));
    add(QStringLiteral("light"), QCoreApplication::translate("Options", "The light look, this time."));
    add(QStringLiteral("scale"), QCoreApplication::translate("Options", "Enlarge everything, such as 1.5 or 2."),
        QStringLiteral("N"));
    add(QStringLiteral("language"), QCoreApplication::translate("Options", "Language of the texts, such as de."),
        QStringLiteral("CODE"));
    add(QStringLiteral("list-pages"), QCoreApplication::translate("Options", "Print the names of the pages and exit."));
    parser.addHelpOption();
    parser.addVersionOption();
}

Error wrongUse(const char *source, const QString &argument)
{
    return Error::validation(QString(), {source, {argument}});
}

} // namespace

Result<Options> Options::parse(const QStringList &commandLine)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(commandLine))
        return wrongUse(QT_TRANSLATE_NOOP("Error", "%1"), parser.errorText());
    Options options;
    const QStringList books = parser.positionalArguments();
    if (books.size() > 1)
        return wrongUse(QT_TRANSLATE_NOOP("Error", "One book at a time: \"%1\" is too many."), books.at(1));
    options.book = books.value(0);
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.page = parser.value(QStringLiteral("page"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.dark = parser.isSet(QStringLiteral("dark"));
    options.light = parser.isSet(QStringLiteral("light"));
    options.scale = parser.value(QStringLiteral("scale"));
    options.language = parser.value(QStringLiteral("language"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    options.listPages = parser.isSet(QStringLiteral("list-pages"));
    const QStringList arguments = parser.values(QStringLiteral("arg"));
    for (const QString &argument : arguments) {
        const qsizetype equals = argument.indexOf(u'=');
        if (equals < 1)
            return wrongUse(QT_TRANSLATE_NOOP("Error", "--arg takes KEY=VALUE, not \"%1\"."), argument);
        options.arguments.insert(argument.left(equals), argument.mid(equals + 1));
    }
    if (const QString size = parser.value(QStringLiteral("size")); !size.isEmpty()) {
        static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
        const auto match = form.match(size);
        if (!match.hasMatch())
            return wrongUse(QT_TRANSLATE_NOOP("Error", "--size takes WIDTHxHEIGHT, not \"%1\"."), size);
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    if (!options.scale.isEmpty()) {
        static const QRegularExpression form(QStringLiteral("^[0-9](\\.[0-9]{1,2})?$"));
        if (!form.match(options.scale).hasMatch() || options.scale.startsWith(u'0'))
            return wrongUse(
                QT_TRANSLATE_NOOP("Error", "--scale takes a factor such as 1.5, not \"%1\"."), options.scale);
    }
    return options;
}

QString Options::helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace bincard
