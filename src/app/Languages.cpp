// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Languages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace bincard {

namespace {

bool install(const QString &catalog, const QLocale &locale)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (!translator->load(locale, catalog, QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace

bool installLanguage(const QString &code)
{
    const QString chosen = code.isEmpty() ? QSettings().value(QStringLiteral("view/language")).toString() : code;
    QLocale locale = QLocale::system();
    if (!chosen.isEmpty() && QLocale(chosen).language() != locale.language()) {
        locale = QLocale(chosen);
        QLocale::setDefault(locale);
    }
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    install(QStringLiteral("bincard"), QLocale(QLocale::English)); // plural forms of the source language
    install(QStringLiteral("qtbase"), locale);
    if (locale.language() == QLocale::English)
        return true;
    return install(QStringLiteral("bincard"), locale);
}

} // namespace bincard
