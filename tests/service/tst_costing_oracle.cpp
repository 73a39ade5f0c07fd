// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "service/RegisterService.h"
#include "support/Seed.h"
#include "support/TestBook.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace bincard;
using namespace bincard::test;
using enum DocumentKind;

namespace {

const QDate firstDay(2026, 5, 1);
constexpr int days = 12;
const QStringList warehouses{QStringLiteral("EAST"), QStringLiteral("MAIN"), QStringLiteral("WEST")};
const QStringList items{QStringLiteral("GDG-Y2"), QStringLiteral("SPR-001")};

/// A movement in ten-thousandths and cents.
struct Entry
{
    QString warehouse, item;
    qint64 quantity = 0, value = 0;

    [[nodiscard]] bool operator==(const Entry &) const = default;
    [[nodiscard]] bool operator<(const Entry &other) const
    {
        return std::tie(warehouse, item, quantity, value)
            < std::tie(other.warehouse, other.item, other.quantity, other.value);
    }
};

struct Posted
{
    DocumentKind kind = SalesOrder;
    QDate date;
    QList<Entry> entries;
};

/// Half away from zero, by whole numbers only.
qint64 rounded(Int128 numerator, Int128 denominator)
{
    const bool negative = numerator < 0;
    const Int128 size = negative ? -numerator : numerator;
    const Int128 result = (2 * size + denominator) / (2 * denominator);
    return static_cast<qint64>(negative ? -result : result);
}

/// Sums over all that is posted; no totals, no shortcuts. Costs are what was known when a document was posted: later
/// changes of the past do not reach back (that is C4).
class Oracle
{
public:
    QMap<QUuid, Posted> posted;
    mutable int earlierCosts = 0, valueMoves = 0; ///< how often the rarer rules decided

    /// What the document would post now; its own former entries count as gone.
    [[nodiscard]] Posted costed(const Document &document) const
    {
        Posted result{document.kind, document.date, {}};
        for (qsizetype i = 0; i < document.lines.size(); ++i) {
            const DocumentLine &line = document.lines.at(i);
            const qint64 quantity = line.quantity.units();
            const qint64 cost = costOf(document, i);
            switch (document.kind) {
            case GoodsReceipt:
            case OpeningBalance:
                result.entries << Entry{document.warehouse, line.item, quantity, line.amount.units()};
                break;
            case CustomerReturn: result.entries << Entry{document.warehouse, line.item, quantity, cost}; break;
            case StockTransfer:
                result.entries << Entry{document.warehouseTo, line.item, quantity, cost};
                [[fallthrough]];
            default: result.entries << Entry{document.warehouse, line.item, -quantity, -cost};
            }
        }
        if (traits(document.kind).issuesStock) {
            for (const QString &item : items)
                settle(document, item, result.entries);
        }
        return result;
    }

    /// Whether every key is at or above zero at the end of every day.
    [[nodiscard]] bool isPossible() const
    {
        for (int day = 0; day < days; ++day) {
            QMap<QPair<QString, QString>, qint64> balances;
            for (const Posted &document : posted) {
                for (const Entry &entry : document.entries) {
                    if (document.date <= firstDay.addDays(day))
                        balances[{entry.warehouse, entry.item}] += entry.quantity;
                }
            }
            if (std::any_of(balances.begin(), balances.end(), [](qint64 balance) { return balance < 0; }))
                return false;
        }
        return true;
    }

    /// Half of the time the first line of what is issued takes all that lies there, so that warehouses and pools run empty.
    void sellOut(Document &document, bool isWanted) const
    {
        if (!isWanted || !traits(document.kind).issuesStock)
            return;
        DocumentLine &line = document.lines.first();
        document.lines.resize(1);
        qint64 quantity = 0;
        for (auto it = posted.begin(); it != posted.end(); ++it) {
            for (const Entry &entry : it->entries) {
                if (it.key() != document.id && it->date <= document.date && entry.warehouse == document.warehouse
                    && entry.item == line.item)
                    quantity += entry.quantity;
            }
        }
        if (quantity > 0)
            line.quantity = {quantity, quantityScale};
    }

    [[nodiscard]] QString balance(const QString &warehouse, const QString &item, QDate at) const
    {
        Decimal quantity(0, quantityScale), value(0, amountScale);
        for (const Posted &document : posted) {
            for (const Entry &entry : document.entries) {
                if (document.date > at || entry.warehouse != warehouse || entry.item != item)
                    continue;
                quantity = *quantity.plus({entry.quantity, quantityScale});
                value = *value.plus({entry.value, amountScale});
            }
        }
        return quantity.toString() + u' ' + value.toString();
    }

private:
    struct Sums
    {
        qint64 ratioQuantity = 0, ratioValue = 0; ///< opening and received (C2)
        qint64 closingQuantity = 0, closingValue = 0;
    };

    /// C3 by warehouse: where the document leaves nothing at the end of its day, no value stays; it goes to whoever
    /// holds most.
    void settle(const Document &document, const QString &item, QList<Entry> &own) const
    {
        QMap<QString, Entry> places;
        const auto count = [&](const QList<Entry> &entries) {
            for (const Entry &entry : entries) {
                if (entry.item != item)
                    continue;
                places[entry.warehouse].quantity += entry.quantity;
                places[entry.warehouse].value += entry.value;
            }
        };
        for (auto it = posted.begin(); it != posted.end(); ++it) {
            if (it.key() != document.id && it->date <= document.date)
                count(it->entries);
        }
        count(own);
        const bool moves = std::any_of(
            document.lines.begin(), document.lines.end(), [&](const DocumentLine &line) { return line.item == item; });
        const Entry left = places.value(document.warehouse);
        if (!moves || left.quantity != 0 || left.value == 0)
            return;
        QString holder;
        for (const char *name : {"MAIN", "EAST", "WEST"}) { // as the demo book numbers them
            const QString warehouse = QString::fromLatin1(name);
            if (places.value(warehouse).quantity > places.value(holder).quantity)
                holder = warehouse;
        }
        if (holder.isEmpty())
            return;
        ++valueMoves;
        own << Entry{document.warehouse, item, 0, -left.value} << Entry{holder, item, 0, left.value};
    }

    [[nodiscard]] Sums sums(const Document &document, const QString &item, QDate day) const
    {
        Sums sums;
        for (auto it = posted.begin(); it != posted.end(); ++it) {
            if (it.key() == document.id || it->date > day)
                continue;
            const bool values = it->kind == GoodsReceipt || it->kind == OpeningBalance;
            for (const Entry &entry : it->entries) {
                if (entry.item != item)
                    continue;
                sums.closingQuantity += entry.quantity;
                sums.closingValue += entry.value;
                if (it->date < day || values) {
                    sums.ratioQuantity += entry.quantity;
                    sums.ratioValue += entry.value;
                }
            }
        }
        return sums;
    }

    [[nodiscard]] qint64 costOf(const Document &document, qsizetype index) const
    {
        const QString &item = document.lines.at(index).item;
        const Sums pool = sums(document, item, document.date);
        Sums ratio = pool; // of the day, or of the latest before it that has one
        for (QDate day = document.date; ratio.ratioQuantity <= 0 && day > firstDay;)
            ratio = sums(document, item, day = day.addDays(-1));
        earlierCosts += pool.ratioQuantity <= 0 && ratio.ratioValue > 0 ? 1 : 0;
        const auto byRatio = [&](qint64 quantity) {
            return ratio.ratioQuantity > 0 ? rounded(Int128(quantity) * ratio.ratioValue, ratio.ratioQuantity) : 0;
        };
        qint64 taken = 0, otherCosts = 0;
        bool isLast = true;
        for (qsizetype i = 0; i < document.lines.size(); ++i) {
            if (document.lines.at(i).item != item)
                continue;
            taken += document.lines.at(i).quantity.units();
            isLast = isLast && i <= index;
            if (i != index)
                otherCosts += byRatio(document.lines.at(i).quantity.units());
        }
        const bool leaves = document.kind == SalesOrder || document.kind == WriteOff;
        if (leaves && isLast && taken == pool.closingQuantity)
            return pool.closingValue - otherCosts;
        return byRatio(document.lines.at(index).quantity.units());
    }
};

class Chance
{
public:
    explicit Chance(quint32 seed) : m_random(seed) {}

    [[nodiscard]] int below(int end) { return m_random.bounded(end); }

    /// Small quantities and odd prices, so that pools run empty and quotients do not come out even.
    void fill(Document &document)
    {
        document.date = firstDay.addDays(below(days));
        document.warehouse = warehouses.at(below(3));
        document.warehouseTo = traits(document.kind).hasDestination
            ? warehouses.at((warehouses.indexOf(document.warehouse) + 1 + below(2)) % 3)
            : QString();
        document.partner = traits(document.kind).needsPartner ? QStringLiteral("ACME") : QString();
        document.lines.clear();
        for (int lines = 1 + below(3); lines > 0; --lines) {
            DocumentLine line;
            // SPR-001 lies in WEST alone, so its pool runs empty again and again.
            line.item = document.warehouse == u"WEST" && !traits(document.kind).hasDestination ? items.at(below(2))
                                                                                               : items.constFirst();
            line.quantity = {(1 + below(12)) * (below(3) == 0 ? 2500 : 10000), quantityScale};
            if (traits(document.kind).valuesStock && below(2) == 0) {
                line.amountGiven = true;
                line.amount = {below(5000), amountScale};
            } else if (traits(document.kind).hasPrices) {
                line.unitPrice = {below(100000), priceScale};
            }
            document.lines << line;
        }
    }

    [[nodiscard]] Document made()
    {
        static const QList<DocumentKind> kinds{GoodsReceipt, OpeningBalance, SalesOrder, SalesOrder, StockTransfer,
            CustomerReturn, CustomerReturn, WriteOff, WriteOff};
        Document document;
        document.id = QUuid::createUuid();
        document.kind = kinds.at(below(static_cast<int>(kinds.size())));
        fill(document);
        return document;
    }

    [[nodiscard]] QUuid any(const QList<QUuid> &ids) { return ids.at(below(static_cast<int>(ids.size()))); }

private:
    QRandomGenerator m_random;
};

/// The active movements of a document, by codes, sorted.
QList<Entry> journalOf(OpenBook &book, const QString &recorder)
{
    const auto result =
        book.registers().movements(QStringLiteral("inventory"), {{"recorder", recorder}, {"active_only", true}});
    QList<Entry> entries;
    for (const QJsonValue &value : result->value(QLatin1String("rows")).toArray()) {
        const QJsonObject row = value.toObject();
        entries << Entry{row.value(QLatin1String("warehouse")).toString(), row.value(QLatin1String("item")).toString(),
            Decimal::parse(row.value(QLatin1String("quantity")).toString(), quantityScale)->units(),
            Decimal::parse(row.value(QLatin1String("amount")).toString(), amountScale)->units()};
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

} // namespace

class TestCostingOracle : public QObject
{
    Q_OBJECT

private slots:
    void randomDocuments_data() { engines(); }
    void randomDocuments();

private:
    void step(TestBook &book, Oracle &oracle, Chance &chance);
    void compare(TestBook &book, const Oracle &oracle);

    QList<QUuid> m_posted, m_cancelled;
    int m_done = 0, m_refused = 0;
};

/// One post, repost, unpost or post again. The oracle decides whether it is possible; then the journal must hold just
/// what the oracle has costed.
void TestCostingOracle::step(TestBook &book, Oracle &oracle, Chance &chance)
{
    DocumentService &documents = book->documents();
    const Oracle before = oracle;
    const int deed = chance.below(10);
    QUuid id;
    Result<Document> result = Document();
    if (deed >= 8 && !m_posted.isEmpty()) {
        id = chance.any(m_posted);
        oracle.posted.remove(id);
        result = documents.unpost(id);
    } else if (deed == 7 && !m_cancelled.isEmpty()) {
        id = chance.any(m_cancelled);
        oracle.posted.insert(id, oracle.costed(*documents.load(id)));
        result = documents.post(id);
    } else if (deed >= 5 && !m_posted.isEmpty()) {
        id = chance.any(m_posted);
        Document document = *documents.load(id);
        chance.fill(document);
        oracle.sellOut(document, chance.below(2) == 0);
        QVERIFY(computeAmounts(document).ok());
        oracle.posted.insert(id, oracle.costed(document));
        result = documents.repost(document);
    } else {
        Document document = chance.made();
        id = document.id;
        oracle.sellOut(document, chance.below(2) == 0);
        QVERIFY(computeAmounts(document).ok());
        oracle.posted.insert(id, oracle.costed(document));
        result = documents.saveAndPost(document);
    }
    if (!oracle.isPossible()) {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code(), ErrorCode::InsufficientStock);
        ++m_refused;
        oracle = before;
        return;
    }
    BINCARD_GOOD(result);
    m_posted.removeOne(id);
    m_cancelled.removeOne(id);
    (result->state == DocumentState::Posted ? m_posted : m_cancelled) << id;
    ++m_done;
    QList<Entry> expected = oracle.posted.value(id).entries;
    std::sort(expected.begin(), expected.end());
    const QList<Entry> found = journalOf(book.book(), result->recorder());
    for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i) {
        QCOMPARE(found.at(i).quantity, expected.at(i).quantity);
        QVERIFY2(found.at(i) == expected.at(i),
            qPrintable(QStringLiteral("%1 %2: cost %3, by the oracle %4")
                           .arg(bincard::code(result->kind), found.at(i).item)
                           .arg(found.at(i).value)
                           .arg(expected.at(i).value)));
    }
    QCOMPARE(found.size(), expected.size());
}

void TestCostingOracle::compare(TestBook &book, const Oracle &oracle)
{
    for (const QString &warehouse : warehouses) {
        for (const QString &item : items) {
            for (int day = 0; day < days; ++day) {
                const QDate at = firstDay.addDays(day);
                QCOMPARE(stockOf(book.book(), warehouse, item, at.toString(Qt::ISODate)),
                    oracle.balance(warehouse, item, at));
            }
            QCOMPARE(stockOf(book.book(), warehouse, item), oracle.balance(warehouse, item, QDate(9998, 1, 1)));
        }
    }
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QCOMPARE(verified->value(QLatin1String("rows")).toArray(), QJsonArray());
}

void TestCostingOracle::randomDocuments()
{
    BINCARD_TEST_BOOK(book);
    Chance chance(seedOfThisRun());
    Oracle oracle;
    m_posted.clear();
    m_cancelled.clear();
    m_done = m_refused = 0;
    for (int i = 1; i <= 300; ++i) {
        step(book, oracle, chance);
        if (QTest::currentTestFailed())
            return;
        if (i % 100 == 0)
            compare(book, oracle);
    }
    qInfo("%d done, %d refused for want of stock, %d at an earlier day's cost, %d values moved", m_done, m_refused,
        oracle.earlierCosts, oracle.valueMoves);
    QVERIFY(m_done > 60);
}

QTEST_GUILESS_MAIN(TestCostingOracle)
#include "tst_costing_oracle.moc"
