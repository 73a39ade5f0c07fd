// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "base/Decimal.h"
#include "base/Period.h"

#include <QDateTime>
#include <QMap>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlDatabase; // named only: whoever sees registers need not see SQL

namespace bincard {

namespace db {
class Session;
}

/// One side of a movement of a ledger register (rule E17): an account of the chart and its analytics, by key.
struct LedgerSide
{
    QString account;
    QMap<QString, QString> analytics; ///< key -> value, such as {"item": "WDG-A1"}; keys like names, values not empty

    [[nodiscard]] bool operator==(const LedgerSide &) const = default;
};

/// One movement to post (rule E2). Values are signed: receipt +, issue -.
/// `dimensions` and `resources` stand in the order of the definition. A dimension is a QString (text; uuid and date in
/// ISO form), qint64 (int, bigint, the id of a ref) or bool; an invalid QVariant takes the declared default.
struct Movement
{
    QString recorder; ///< the document that makes it; at most 200 characters, not blank
    Period period;
    QList<QVariant> dimensions;
    QList<Decimal> resources;
    QString cause = {}; ///< the recorder of the document that made it necessary (re-costing, C4); usually empty
    LedgerSide debit = {}, credit = {}; ///< ledger registers only
};

/// A movement as it stands in the journal.
struct JournalRow
{
    qint64 id = 0;
    QString recorder;
    int line = 0;
    Period period;
    QString recordedAt; ///< UTC, ISO with milliseconds and Z
    QString recordedBy;
    qint64 reversalOf = 0; ///< 0: not a reversal
    qint64 reversedBy = 0; ///< the later row that takes it back; 0: none
    QString cause;
    QList<QVariant> dimensions;
    QList<Decimal> resources;
    LedgerSide debit = {}, credit = {}; ///< ledger registers only

    [[nodiscard]] bool isActive() const { return reversalOf == 0 && reversedBy == 0; }
};

struct PostResult
{
    int posted = 0;
};
struct UnpostResult
{
    int reversed = 0;
};
struct RepostResult
{
    int reversed = 0;
    int posted = 0;
    int unchanged = 0;
};

/// Dimension -> the values that pass (either of them; of an empty list none). An empty filter takes all.
/// On a ledger register "account" and "analytics.<key>" are dimensions too, of type text, here and in groups; they stand
/// for either side of a movement. A side without that key groups under the empty text.
using Filter = QMap<QString, QList<QVariant>>;

/// How rows are sorted: by a group column, a bucket ("period") or a figure ("quantity", "quantity_receipts").
struct OrderBy
{
    QString column;
    bool descending = false;
};

/// What was known at an instant (UTC): only movements recorded up to it count. On PostgreSQL a transaction that had
/// written before the instant but committed after it counts, too.
using KnownOn = std::optional<QDateTime>;

struct BalancesQuery
{
    Filter filter;
    QStringList groupBy;
    std::optional<Until> at; ///< none: with everything that is in the book, the future included
    KnownOn knownOn = {};
    QList<OrderBy> order = {};  ///< before the order of the group columns, which always decides last
    int limit = 0;              ///< 0: all
    QList<QVariant> after = {}; ///< the group of the last row of the page before; only where `order` is empty
};

/// One row of figures, grouped. `group` holds the dimensions named in group_by, in that order.
struct BalanceRow
{
    QList<QVariant> group;
    QList<Decimal> resources; ///< of a ledger register: debit - credit
    QList<Decimal> debit = {},
                   credit = {}; ///< ledger only: the balances of the single keys in the group, by their sign, apart
};

enum class Granularity { None, Day, Month, Year };

struct TurnoverQuery
{
    std::optional<Period> from; ///< inclusive; none: since the beginning
    std::optional<Until> to;    ///< inclusive; none: to the end, the future included
    Filter filter;
    QStringList groupBy;
    Granularity by = Granularity::None; ///< with it, only periods in which something moved are listed
    KnownOn knownOn = {};
    QList<OrderBy> order = {};  ///< before the order of the group columns and the bucket, which always decides last
    int limit = 0;              ///< 0: all
    QList<QVariant> after = {}; ///< the group of the last row of the page before; only without order and granularity
};

/// Opening + receipts - issues = closing, for every resource (rule E10). Issues are positive numbers. Of a ledger
/// register receipts are debits and issues are credits.
struct TurnoverRow
{
    QList<QVariant> group;
    QString bucket; ///< "2026-04-18", "2026-04", "2026"; empty without granularity
    QList<Decimal> opening, receipts, issues, closing;
};

struct MovementsQuery
{
    QString recorder;
    std::optional<Period> from;
    std::optional<Until> to;
    Filter filter;
    bool activeOnly = false; ///< neither reversals nor what they take back
    int limit = 1000;        ///< 1..100000
    QString after;           ///< the cursor of the page before
    bool newestFirst = false;
    KnownOn knownOn = {};
    bool asRecorded = false; ///< ordered by id, as they were recorded, instead of by period
};

struct MovementsPage
{
    QList<JournalRow> rows; ///< ordered by period, then id
    QString next;           ///< empty on the last page
};

/// What a look at the end of a journal finds. Two looks that differ: something was recorded, or taken back, in between.
struct JournalEnd
{
    qint64 newest = 0; ///< the highest id; 0: no movements
    qint64 since = 0;  ///< how many have an id above the one asked for
    QString underWay;  ///< PostgreSQL: who has written and not committed yet, so that low ids that come late are seen

    [[nodiscard]] bool operator==(const JournalEnd &) const = default;
};

/// What would happen to the forbidden resource of one key: the lowest end-of-day balance from `from` on.
struct LowestBalance
{
    Decimal lowest;
    QDate date; ///< the first day on which it is that low (not before `from`)
};

/// What an operation would do to one full key (nothing is written): the balance with everything in the book, before
/// and after, and after it the lowest end-of-day balance from the earliest day on which the operation changes the key.
struct KeyEffect
{
    QList<QVariant> key;
    QList<Decimal> before, after;
    Decimal lowest; ///< of the resource with Forbid, else of the first
    QDate lowestDate;
    bool refused = false; ///< the register forbids negatives and the lowest is below zero
};

struct EffectPreview
{
    int reversed = 0, posted = 0, unchanged = 0;
    QList<KeyEffect> keys; ///< of the keys that change, in their order
};

struct VerifyRow
{
    QString check;            ///< "day", "month", "balance", "day.lowest" ...: the derived figure
    QString key;              ///< the dimensions, readable
    QString period;           ///< empty for balances
    QString expected, actual; ///< the figures that differ: "quantity=5.0000, amount=3.00"
    QString status;           ///< mismatch, missing, orphan
};

struct VerifyResult
{
    qint64 checked = 0;
    QList<VerifyRow> rows; ///< only what is not ok
};

struct RegisterInfo
{
    RegisterDefinition definition;
    int generator = 0;
    qint64 movements = 0, activeMovements = 0, keys = 0, dayTotals = 0;
    std::optional<Period> firstPeriod, lastPeriod;
    qint64 bytes = -1; ///< of tables and indexes; -1 where the engine cannot tell
};

/// A part of the journal of a partitioned register (rule E18, PostgreSQL only).
struct PartitionInfo
{
    QString table;
    QDate from, until; ///< half-open; both invalid: the default partition
    qint64 movements = 0;
    qint64 bytes = 0;
    bool detached = false; ///< its movements are out of the journal; its totals are sealed
};

enum class AccountType { Active, Passive, ActivePassive };

/// A row of the chart of accounts (rule E17), which the ledger registers of a database share.
struct Account
{
    QString code; ///< bytes decide; at most 40 characters
    QString name;
    AccountType type = AccountType::Active;
    bool active = true; ///< an inactive account takes no new movements
};

/// What is not sound in a ledger register.
struct SoundnessRow
{
    /// "unequal" (debits and credits of a month differ; the key has no account), "active_in_credit",
    /// "passive_in_debit" (at the end of `date`, the first such day of the key), "inactive" (a balance stands on an
    /// inactive account; `date` is its last movement's).
    QString check;
    QString account;
    QList<QVariant> key; ///< account, analytics (JSON text), dimensions
    QString resource;
    QDate date;
    Decimal balance; ///< debit - credit at that date
};

struct SoundnessResult
{
    QList<Decimal> debit, credit; ///< all turnovers, per resource; nothing if there are no movements
    QList<SoundnessRow> rows;     ///< empty: all is sound
};

/// Called now and then by long work; false cancels it (ErrorCode::Cancelled, nothing is changed).
using Progress = std::function<bool(qint64 done, qint64 total)>;

/// Answers some movements at a time (some thousands are good), none at the end. An error ends the load.
using MovementSource = std::function<Result<QList<Movement>>()>;

/// A register of an open book. Cheap to make; lives no longer than its Accumulator.
///
/// Writing takes part in the caller's transaction if one is open on the connection (begun through db::Transaction or by
/// QSqlDatabase::transaction()), otherwise it runs in one of its own. After an error inside the caller's transaction the
/// caller must roll back. Every period must be on or after the book's closing date where there is one.
class Register
{
public:
    [[nodiscard]] const RegisterDefinition &definition() const;

    /// E3. Validates everything before it writes. AlreadyPosted if a recorder has active movements, unless `append`.
    /// InsufficientStock: details.shortages is one object per offending key: {"register","key":{dim:value},"resource",
    /// "available","required","date"}: `available` is the end-of-day balance of that first broken day without this
    /// operation, `required` what the operation takes from it up to that day.
    [[nodiscard]] Result<PostResult> post(const QList<Movement> &movements, bool append = false);
    /// E3 for more movements than memory should hold, whole or nothing: only the state after all of them counts (E11). Not
    /// replayed on Busy. AlreadyPosted as for post, with all recorders of the source, the first thousand of them in
    /// details.recorders; movements of one recorder may come at several times. PermissionDenied on PostgreSQL to who may
    /// not make temporary tables. After an error the caller's transaction can go on as if nothing had been loaded.
    [[nodiscard]] Result<PostResult> load(const MovementSource &next);
    /// E4. NotFound when nothing is active.
    [[nodiscard]] Result<UnpostResult> unpost(const QString &recorder);
    /// E5. The movements' own recorder fields may be empty. With nothing active it posts.
    [[nodiscard]] Result<RepostResult> repost(const QString &recorder, const QList<Movement> &movements);

    /// E8, E9. Rows ordered by the group; groups whose every figure is zero are left out; without groupBy always exactly
    /// one row. Validation on a turnover register, for unknown dimensions, and for values that are not of the type.
    [[nodiscard]] Result<QList<BalanceRow>> balance(const BalancesQuery &query);
    [[nodiscard]] Result<QList<BalanceRow>> balance(
        const Filter &filter, const QStringList &groupBy, const std::optional<Until> &at = {})
    {
        return balance(BalancesQuery{filter, groupBy, at, {}, {}, 0});
    }
    /// E10. Rows ordered by the group, then the bucket.
    [[nodiscard]] Result<QList<TurnoverRow>> turnover(const TurnoverQuery &query);
    [[nodiscard]] Result<MovementsPage> movements(const MovementsQuery &query);
    /// The lowest end-of-day balance from `from` on (the first resource with Forbid, else the first resource), for a
    /// full key each; `exceptRecorder` leaves the active movements of that recorder out (editing a posted document).
    [[nodiscard]] Result<QList<LowestBalance>> lowestBalances(
        const QList<QList<QVariant>> &keys, QDate from, const QString &exceptRecorder = {});
    [[nodiscard]] Result<bool> hasActive(const QString &recorder);
    /// All movements of a recorder in the order they were recorded: what was posted, what reversed it, when and by whom.
    [[nodiscard]] Result<QList<JournalRow>> history(const QString &recorder);
    /// What repost(recorder, movements) would do; of no movements: what unpost would. Reads only. Validation as there.
    /// `append`: what post(movements, true) would.
    [[nodiscard]] Result<EffectPreview> preview(
        const QString &recorder, const QList<Movement> &movements, bool append = false);

    /// E15. verify reads one consistent state; rebuild recomputes every derived table from the journal.
    [[nodiscard]] Result<VerifyResult> verify(const Progress &progress = {});
    [[nodiscard]] Result<void> rebuild(const Progress &progress = {});
    [[nodiscard]] Result<RegisterInfo> info();
    /// E17: whether a ledger register is sound. Validation for another register.
    [[nodiscard]] Result<SoundnessResult> soundness();
    /// For who watches the register (a screen, a cache): cheap enough to be asked every second, whoever posts.
    [[nodiscard]] Result<JournalEnd> journalEnd(qint64 countFrom);

    /// E18, PostgreSQL: the parts of a partitioned journal by date; of any other register an empty list.
    [[nodiscard]] Result<QList<PartitionInfo>> partitions();
    /// Takes a partition that lies wholly on or before the closing date out of the journal and seals its totals, so that
    /// balances and turnovers stay and verify still knows them. Its table stays, read-only, to be archived or dropped.
    [[nodiscard]] Result<void> detach(const QString &partition);

private:
    friend class Accumulator;
    struct Private;
    explicit Register(std::shared_ptr<Private> data) : d(std::move(data)) {}
    std::shared_ptr<Private> d;
};

/// The register engine over a caller's open QSqlDatabase (driver QSQLITE or QPSQL; section 3 of docs/architecture.md).
/// Belongs to the thread of that connection.
class Accumulator
{
public:
    /// The engine's version of tables and triggers; a register made by an older one is regenerated by upgrade().
    static constexpr int generator = 4;

    explicit Accumulator(const QSqlDatabase &database);
    explicit Accumulator(db::Session &session); ///< shares the session's prepared statements and transaction state
    ~Accumulator();
    Accumulator(const Accumulator &) = delete;
    Accumulator &operator=(const Accumulator &) = delete;

    /// Makes the tables every register shares, once per database; harmless to repeat.
    [[nodiscard]] Result<void> install();
    /// Regenerates triggers and tables that an older generator made.
    [[nodiscard]] Result<void> upgrade();

    [[nodiscard]] Result<void> create(const RegisterDefinition &definition);
    /// E16. `definition` is the register as it shall be: further dimensions with a default for what is in the journal,
    /// further resources (0 there), another policy. All else must be as it was; everything that is not is one problem
    /// each. To Forbid only if no day is negative: InsufficientStock lists the days. New tables, copied, verified and
    /// swapped in one transaction; ids and times of recording stay.
    [[nodiscard]] Result<void> alter(const RegisterDefinition &definition, const Progress &progress = {});
    /// Refuses a register with movements unless forced (E16).
    [[nodiscard]] Result<void> drop(const QString &name, bool force = false);
    [[nodiscard]] Result<QList<RegisterDefinition>> list();
    /// RegisterNotFound; SchemaNewer if a newer generator made it; Validation if an older one did: upgrade() first.
    [[nodiscard]] Result<Register> use(const QString &name);

    /// Who is named in recorded_by of what is posted from now on (a login or an operating-system user).
    void setRecordedBy(const QString &user);

    /// E12. Nothing on or before this date may be touched any more, in any register of the database; invalid: all is
    /// open.
    [[nodiscard]] Result<QDate> closedUntil();
    /// Waits for the postings under way. Validation if `date` lies before the closing date there is: that is reopening.
    [[nodiscard]] Result<void> closePeriod(QDate date);
    /// Moves the closing date back to `date`; invalid: opens all. A right of its own on PostgreSQL.
    [[nodiscard]] Result<void> reopenPeriod(QDate date);
    /// Inside a transaction, on PostgreSQL: waits for the postings under way and holds back others until its end.
    [[nodiscard]] Result<void> holdPostings();
    /// E18: makes the partitions of the coming periods, on PostgreSQL; harmless to repeat. Answers how many were made.
    [[nodiscard]] Result<int> maintain();

    /// E17: the chart of accounts, by code.
    [[nodiscard]] Result<QList<Account>> accounts();
    /// Makes or changes an account. Its type can only change while no ledger would become unsound by it.
    [[nodiscard]] Result<void> saveAccount(const Account &account);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bincard
