// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui/PageStage.h"

#include "gui/DataTable.h"
#include "gui/Theme.h"

#include <QComboBox>
#include <QLocale>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace bincard::test {

void preparePages()
{
    static const QTemporaryDir folder;
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QLocale::setDefault(QLocale::c());
    Theme::instance().install();
}

PageStage::PageStage(TestBook &book) : catalog(client), context(client, catalog), went(&context, &AppContext::navigate)
{
    constexpr int timeoutMs = 20000;
    client.open(book.database().location(), OpenMode::Existing);
    if (!QTest::qWaitFor([this] { return client.isOpen() && catalog.isLoaded(); }, timeoutMs))
        qFatal("The book does not open.");
}

bool PageStage::settle(const Page &page, int timeoutMs)
{
    return QTest::qWaitFor([&page] { return page.isSettled(); }, timeoutMs);
}

QStringList column(const DataTable &table, int number)
{
    QStringList texts;
    for (int row = 0; row < table.proxy()->rowCount(); ++row)
        texts << table.proxy()->index(row, number).data().toString();
    return texts;
}

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(box->findData(data));
    emit box->activated(box->currentIndex());
}

} // namespace bincard::test
