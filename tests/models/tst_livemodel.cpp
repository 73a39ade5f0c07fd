// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LiveModel.h"
#include "models/ValueTableModel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace bincard;

/// What changed is lit with its direction and fades; rows come in their order, page by page.
class TestLiveModel : public QObject
{
    Q_OBJECT

private slots:
    void lightsWhatChanged();
    void fades();
    void goneRowsAreZero();
    void slices();
    void beginsAnewWhereNothingJoins();
    void fetchesMore();
    void anySequence();

private:
    static LiveRow row(const QString &key, int figure) { return {key, {key}, {Decimal(figure, 2)}, false, {key}}; }
    static QStringList shown(const LiveModel &model)
    {
        QStringList texts;
        for (int i = 0; i < model.rowCount(); ++i)
            texts << model.index(i, 0).data().toString() + '=' + model.index(i, 1).data().toString();
        return texts;
    }
    static QString lit(const LiveModel &model)
    {
        QStringList texts;
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.index(i, 1).data(role::Lit).toDouble() > 0)
                texts << model.index(i, 0).data().toString() + model.index(i, 1).data(role::Change).toString();
        }
        return texts.join(' ');
    }
};

#define BINCARD_LIVE_MODEL                                                                                 \
    LiveModel model;                                                                                       \
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest); \
    QVERIFY(model.setColumns({{"name", "Name", 0, -1, {}}, {"quantity", "Quantity", -1, 0, {}}}))

void TestLiveModel::lightsWhatChanged()
{
    BINCARD_LIVE_MODEL;
    QCOMPARE(model.update(0, {row("a", 100), row("c", 300)}, true, false), 0);
    QCOMPARE(lit(model), "");
    QCOMPARE(model.update(0, {row("a", 150), row("b", 200), row("c", 250)}, true, true), 3);
    QCOMPARE(shown(model), QStringList({"a=1.50", "b=2.00", "c=2.50"}));
    QCOMPARE(lit(model), "a▲ b▲ c▼");
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole), "Changed by +0.50");
    QCOMPARE(model.index(1, 1).data(Qt::ToolTipRole), "New");
    QCOMPARE(
        model.index(2, 1).data(Qt::ToolTipRole).toString(), QString(QString("Changed by ") + QChar(0x2212) + "0.50"));
    QVERIFY(model.index(1, 0).data(role::Lit).toDouble() > 0); // the whole row is new
    QVERIFY(model.index(0, 0).data(role::Lit).toDouble() == 0);
    QCOMPARE(model.update(0, {row("a", 150), row("b", 200), row("c", 250)}, true, true), 0);
    QCOMPARE(lit(model), "a▲ b▲ c▼"); // still
    QVERIFY(!model.setColumns({{"name", "Name", 0, -1, {}}, {"quantity", "Quantity", -1, 0, {}}}));
    QCOMPARE(model.rowCount(), 0);
}

void TestLiveModel::fades()
{
    BINCARD_LIVE_MODEL;
    model.setFading(100, 1500); // long enough to be seen on the way by a machine that is busy with other things
    model.update(0, {row("a", 100)}, true, false);
    model.update(0, {row("a", 200)}, true, true);
    QVERIFY(model.isLit());
    QCOMPARE(model.index(0, 1).data(role::Lit).toDouble(), 1.0);
    QSignalSpy changed(&model, &LiveModel::dataChanged);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const double strength = model.index(0, 1).data(role::Lit).toDouble();
            return strength > 0 && strength < 1;
        },
        20000));
    QVERIFY(QTest::qWaitFor([&] { return !model.isLit(); }, 20000));
    QCOMPARE(lit(model), "");
    QCOMPARE(model.index(0, 1).data(role::Change), QVariant());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().at(2).value<QList<int>>(), QList<int>({role::Lit, role::Change}));
}

void TestLiveModel::goneRowsAreZero()
{
    BINCARD_LIVE_MODEL;
    model.update(0, {row("a", 100), row("b", 200), row("c", 300)}, true, false);
    QCOMPARE(model.update(0, {row("a", 100), row("c", 300)}, true, true), 1);
    QCOMPARE(shown(model), QStringList({"a=1.00", "b=0.00", "c=3.00"}));
    QCOMPARE(lit(model), "b▼");
    QCOMPARE(model.update(0, {row("a", 100)}, true, true), 1);
    QCOMPARE(shown(model), QStringList({"a=1.00", "b=0.00", "c=0.00"}));
    QCOMPARE(model.update(0, {row("a", 100)}, true, true), 0);
    QCOMPARE(model.update(0, {row("a", 100), row("b", 50)}, true, true), 1);
    QCOMPARE(shown(model), QStringList({"a=1.00", "b=0.50", "c=0.00"}));
}

void TestLiveModel::slices()
{
    BINCARD_LIVE_MODEL;
    model.update(0, {row("a", 1), row("b", 2), row("c", 3), row("d", 4), row("e", 5)}, true, false);
    // Three rows behind "a"; what lies behind them is not known.
    QCOMPARE(model.update(1, {row("b", 2), row("bb", 9), row("d", 7)}, false, true), 3);
    QCOMPARE(shown(model), QStringList({"a=0.01", "b=0.02", "bb=0.09", "c=0.00", "d=0.07", "e=0.05"}));
    QCOMPARE(lit(model), "bb▲ c▼ d▲");
}

void TestLiveModel::beginsAnewWhereNothingJoins()
{
    BINCARD_LIVE_MODEL;
    model.update(0, {row("9", 1), row("8", 1)}, false, false);
    QCOMPARE(model.update(0, {row("99", 1), row("98", 1)}, false, true), 2);
    QCOMPARE(shown(model), QStringList({"99=0.01", "98=0.01"}));
    QCOMPARE(model.update(0, {}, true, true), 2); // all of it is gone
    QCOMPARE(shown(model), QStringList({"99=0.00", "98=0.00"}));
}

void TestLiveModel::fetchesMore()
{
    BINCARD_LIVE_MODEL;
    QSignalSpy wanted(&model, &LiveModel::wantMore);
    model.update(0, {row("a", 1)}, false, false);
    model.fetchMore({});
    QCOMPARE(wanted.size(), 0);
    model.setMore(true);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
    model.append({row("b", 1), row("c", 1)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(lit(model), "");
}

/// Whatever changes in the book: after a look at all of it the model holds it, and zeros for what is gone.
void TestLiveModel::anySequence()
{
    const quint32 seed = qEnvironmentVariableIsSet("BINCARD_SEED") ? qEnvironmentVariable("BINCARD_SEED").toUInt()
                                                                   : QRandomGenerator::global()->generate();
    qInfo("BINCARD_SEED=%u", seed);
    QRandomGenerator random(seed);
    BINCARD_LIVE_MODEL;
    std::map<QString, int> book, seen;
    for (int step = 0; step < 300; ++step) {
        for (int i = random.bounded(4); i > 0; --i) {
            const QString key = QString(QChar(u'a' + random.bounded(26)));
            if (random.bounded(3) == 0)
                book.erase(key);
            else
                book[key] = 1 + random.bounded(5);
        }
        // A slice from a row that is shown, or all.
        const int from = random.bounded(2) ? 0 : random.bounded(model.rowCount() + 1);
        const int limit = random.bounded(2) ? 100 : 1 + random.bounded(6);
        const QString after = from > 0 ? model.row(from - 1).key : QString();
        QList<LiveRow> rows;
        bool complete = true;
        for (const auto &[key, figure] : book) {
            if (key <= after)
                continue;
            complete = rows.size() < limit;
            if (!complete)
                break;
            rows << row(key, figure);
        }
        if (from == 0 || !rows.isEmpty() || complete)
            model.update(from, rows, complete, true);
        model.update(
            0,
            [&] {
                QList<LiveRow> all;
                for (const auto &[key, figure] : book)
                    all << row(key, figure);
                return all;
            }(),
            true, true);
        seen.clear();
        for (int i = 0; i < model.rowCount(); ++i) {
            const LiveRow &each = model.row(i);
            QVERIFY2(i == 0 || model.row(i - 1).key < each.key, qPrintable(shown(model).join(' ')));
            if (!each.figures.first().isZero())
                seen[each.key] = static_cast<int>(each.figures.first().units());
        }
        QVERIFY2(seen == book, qPrintable(shown(model).join(' ')));
    }
}

QTEST_GUILESS_MAIN(TestLiveModel)
#include "tst_livemodel.moc"
