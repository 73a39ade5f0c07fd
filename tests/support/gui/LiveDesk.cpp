// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui/LiveDesk.h"

#include "models/ValueTableModel.h"
#include "service/RegisterService.h"

#include <QJsonDocument>
#include <QTest>

namespace bincard::test {

LiveDesk::LiveDesk(TestBook &book) : PageStage(book), page(std::make_unique<LivePage>(context))
{
    page->resize(1170, 740);
    page->setLookInterval(3'600'000); // only where a test wants it
    page->show();
    page->activateWindow();
    if (!QTest::qWaitForWindowActive(page.get()))
        qFatal("The page does not become active.");
}

bool LiveDesk::go(const QVariantMap &arguments)
{
    page->activate(arguments);
    return settle();
}

QStringList LiveDesk::balances() const
{
    QStringList texts;
    for (int row = 0; row < page->balanceModel().rowCount(); ++row) {
        const LiveRow &each = page->balanceModel().row(row);
        texts << QString(each.key).replace(QChar(0x1f), u' ') + u' ' + each.figures.first().toStringTrimmed(0);
    }
    return texts;
}

QStringList LiveDesk::lit() const
{
    QStringList texts;
    const LiveModel &model = page->balanceModel();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString mark = model.index(row, column).data(role::Change).toString();
            if (model.index(row, column).data(role::Lit).toDouble() > 0 && !mark.isEmpty())
                texts << QString(model.row(row).key).replace(QChar(0x1f), u' ') + mark;
        }
    }
    texts.removeDuplicates();
    return texts;
}

QString LiveDesk::newestRecorder() const
{
    return page->movementModel().rowCount() ? page->movementModel().row(0).texts.at(2) : QString();
}

QJsonObject stockDefinition()
{
    static const char text[] = R"json({"name":"stock","kind":"balance",
"dimensions":[{"name":"shelf","type":"int"},{"name":"thing","type":"text"}],
"resources":[{"name":"quantity","type":"decimal","scale":2},{"name":"weight","type":"decimal","scale":3}]})json";
    return QJsonDocument::fromJson(text).object();
}

QJsonObject stockMovement(const QString &recorder, int shelf, const QString &thing, const QString &quantity)
{
    return {{"recorder", recorder}, {"period", "2026-04-18"}, {"shelf", shelf}, {"thing", thing},
        {"quantity", quantity}, {"weight", "1"}};
}

QByteArray postToStock(OpenBook &book, const QJsonArray &movements)
{
    return reasonOf(book.registers().post("stock", movements));
}

} // namespace bincard::test
