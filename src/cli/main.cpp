// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Version.h"
#include "cli/Program.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bincardctl"));
    QCoreApplication::setApplicationVersion(QLatin1String(bincard::versionString));
    // Only words are translated: numbers and dates stay as the contract has them, so that they can be piped on.
    // In the C locale the texts are English, and need its plural forms.
    const QLocale locale = QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    QTranslator translator;
    if (translator.load(locale, QStringLiteral("bincard"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);
    return bincard::cli::runProgram(QCoreApplication::arguments());
}
