// SPDX-License-Identifier: LGPL-3.0-or-later
// What a program that is not Bincard does with the engine: its own connection, its own transaction.
#include <accumulator/Accumulator.h>

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QTextStream>

using namespace bincard;

namespace {

template <typename T>
bool worked(const Result<T> &result)
{
    if (!result.ok())
        qWarning("%s", qPrintable(result.error().message().english()));
    return result.ok();
}

Result<QString> quantity(Register &inventory)
{
    const auto rows = inventory.balance({}, {});
    if (!rows.ok())
        return rows.error();
    return rows->first().resources.first().toString();
}

int run(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    auto definition = RegisterDefinition::balance(QStringLiteral("inventory"));
    definition.dimension(QStringLiteral("shelf"), DimensionType::Int)
        .decimal(QStringLiteral("quantity"), 2, NegativePolicy::Forbid);
    if (!worked(accumulator.install()) || !worked(accumulator.create(definition)))
        return 1;
    auto inventory = accumulator.use(QStringLiteral("inventory"));
    if (!worked(inventory))
        return 1;

    Movement receipt;
    receipt.recorder = QStringLiteral("receipt:1");
    receipt.period = Period(QDate(2026, 4, 1));
    receipt.dimensions = {qint64(7)};
    receipt.resources = {*Decimal::parse(u"12.50", 2)};
    if (!database.transaction() || !worked(inventory->post({receipt})) || !database.rollback())
        return 1;
    const auto afterRollback = quantity(*inventory);
    if (!database.transaction() || !worked(inventory->post({receipt})) || !database.commit())
        return 1;
    const auto afterCommit = quantity(*inventory);
    if (!worked(afterRollback) || !worked(afterCommit))
        return 1;
    QTextStream(stdout) << *afterRollback << ' ' << *afterCommit << '\n';
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(QStringLiteral(":memory:"));
    return database.open() ? run(database) : 1;
}
