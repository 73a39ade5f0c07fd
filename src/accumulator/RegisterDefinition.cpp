// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/RegisterDefinition.h"

#include "accumulator/Analytics.h"
#include "accumulator/DimensionValue.h"
#include "base/Decimal.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace bincard {

namespace {

constexpr int maximumNameLength = 40;
constexpr int maximumDimensions = 16; // PostgreSQL's indexes end at 32 columns
constexpr int maximumResources = 16;

/// Columns of the journal and of the derived tables, and names that an engine keeps for itself.
bool isReserved(const QString &name)
{
    static const QSet<QString> reserved{QStringLiteral("id"), QStringLiteral("recorder"), QStringLiteral("line"),
        QStringLiteral("period"), QStringLiteral("recorded_at"), QStringLiteral("recorded_by"),
        QStringLiteral("reversal_of"), QStringLiteral("cause"), QStringLiteral("xact"), QStringLiteral("day"),
        QStringLiteral("month"), QStringLiteral("year"), QStringLiteral("reversed"), QStringLiteral("reversed_by"),
        QStringLiteral("last_movement"), QStringLiteral("tableoid"), QStringLiteral("xmin"), QStringLiteral("xmax"),
        QStringLiteral("cmin"), QStringLiteral("cmax"), QStringLiteral("ctid"), QStringLiteral("rowid"),
        QStringLiteral("oid"), QStringLiteral("true"),
        QStringLiteral("false")}; // SQLite gives no column of a query such a name
    return reserved.contains(name.toLower());
}

bool isReservedInLedgers(const QString &name)
{
    static const QSet<QString> reserved{QStringLiteral("account"), QStringLiteral("account_dr"),
        QStringLiteral("account_cr"), QStringLiteral("analytics"), QStringLiteral("analytics_dr"),
        QStringLiteral("analytics_cr")};
    return reserved.contains(name.toLower());
}

/// The names that a resource takes besides its own: columns on either engine and figures of a turnover row.
QStringList takenBy(const Resource &resource, bool ledger)
{
    QStringList names;
    const QString scaled = QStringLiteral("_e%1").arg(resource.scale);
    for (const char *figure : {"", "_receipts", "_issues", "_opening", "_closing", "_net", "_lowest"}) {
        const QString name = resource.name + QLatin1String(figure);
        names << name << name + scaled;
    }
    if (ledger)
        names << resource.name + QStringLiteral("_debit") << resource.name + QStringLiteral("_credit");
    return names;
}

class Validator
{
public:
    explicit Validator(const RegisterDefinition &definition) : m_definition(definition) {}

    QList<Problem> problems()
    {
        checkHead();
        for (int i = 0; i < m_definition.dimensions().size(); ++i)
            checkDimension(m_definition.dimensions().at(i), i + 1);
        for (int i = 0; i < m_definition.resources().size(); ++i)
            checkResource(m_definition.resources().at(i), i + 1);
        return m_problems;
    }

private:
    void add(const char *field, int line, Message message)
    {
        m_problems.append({QLatin1String(field), line, std::move(message)});
    }

    void checkHead()
    {
        // Tables that begin with sqlite_ or pg_ belong to the engines.
        const QString lower = m_definition.name().toLower();
        if (checkName("name", 0, m_definition.name()) && (lower.startsWith(u"sqlite_") || lower.startsWith(u"pg_")))
            add("name", 0, {QT_TRANSLATE_NOOP("Error", "The name \"%1\" is taken already."), {m_definition.name()}});
        // Accounts are enough of a key for a ledger.
        const bool tooFew = m_definition.dimensions().isEmpty() && !m_definition.isLedger();
        if (tooFew || m_definition.dimensions().size() > maximumDimensions)
            add("dimensions", 0,
                {QT_TRANSLATE_NOOP("Error", "A register has 1 to %1 dimensions."),
                    {QString::number(maximumDimensions)}});
        if (m_definition.resources().isEmpty() || m_definition.resources().size() > maximumResources)
            add("resources", 0,
                {QT_TRANSLATE_NOOP("Error", "A register has 1 to %1 resources."), {QString::number(maximumResources)}});
    }

    bool checkName(const char *field, int line, const QString &name)
    {
        if (accumulator::isPlainName(name))
            return true;
        add(field, line,
            {QT_TRANSLATE_NOOP("Error",
                 "\"%1\" is no name: a name is a letter, then letters, digits or _, "
                 "at most %2 in all."),
                {name.left(60), QString::number(maximumNameLength)}});
        return false;
    }

    /// SQLite does not tell upper from lower case in names, so nobody may.
    void claim(const char *field, int line, const QString &name, const QStringList &names)
    {
        if (isReserved(name) || (m_definition.isLedger() && isReservedInLedgers(name)))
            add(field, line, {QT_TRANSLATE_NOOP("Error", "The name \"%1\" is used by the journal itself."), {name}});
        for (const QString &taken : names) {
            if (m_taken.contains(taken.toLower())) {
                add(field, line, {QT_TRANSLATE_NOOP("Error", "The name \"%1\" is taken already."), {taken}});
                return;
            }
        }
        for (const QString &taken : names)
            m_taken.insert(taken.toLower());
    }

    void checkDimension(const Dimension &dimension, int line)
    {
        if (checkName("dimensions.name", line, dimension.name))
            claim("dimensions.name", line, dimension.name, {dimension.name});
        if (dimension.type == DimensionType::Ref && !accumulator::isPlainName(dimension.refTable))
            add("dimensions.type", line,
                {QT_TRANSLATE_NOOP("Error", "\"%1\" is not the name of a table."), {dimension.refTable.left(60)}});
        if (!dimension.defaultValue)
            return;
        if (dimension.type == DimensionType::Ref) {
            if (dimension.defaultValue->isEmpty())
                add("dimensions.default", line,
                    {QT_TRANSLATE_NOOP("Error", "The default of a reference is a code, not an empty text."), {}});
        } else if (const auto value = accumulator::parseDimension(dimension, *dimension.defaultValue); !value.ok()) {
            add("dimensions.default", line, value.error().message());
        }
    }

    void checkResource(const Resource &resource, int line)
    {
        if (checkName("resources.name", line, resource.name))
            claim("resources.name", line, resource.name, takenBy(resource, m_definition.isLedger()));
        const int limit = resource.integer ? 0 : Decimal::maximumScale;
        if (resource.scale < 0 || resource.scale > limit)
            add("resources.scale", line,
                {QT_TRANSLATE_NOOP("Error", "A scale is 0 to %1 decimals."), {QString::number(limit)}});
        if (resource.negative != NegativePolicy::Forbid)
            return;
        if (m_definition.kind() != RegisterKind::Balance)
            add("resources.negative", line,
                {QT_TRANSLATE_NOOP("Error", "Only a register of balances can forbid negative figures."), {}});
        else if (line - 1 != m_definition.forbiddenResource())
            add("resources.negative", line,
                {QT_TRANSLATE_NOOP("Error", "Only one resource of a register can be forbidden to go negative."), {}});
    }

    const RegisterDefinition &m_definition;
    QList<Problem> m_problems;
    QSet<QString> m_taken;
};

} // namespace

RegisterDefinition RegisterDefinition::balance(const QString &name)
{
    RegisterDefinition definition;
    definition.m_name = name;
    return definition;
}

RegisterDefinition RegisterDefinition::turnover(const QString &name)
{
    RegisterDefinition definition = balance(name);
    definition.m_kind = RegisterKind::Turnover;
    return definition;
}

RegisterDefinition RegisterDefinition::ledger(const QString &name)
{
    RegisterDefinition definition = balance(name);
    definition.m_kind = RegisterKind::Ledger;
    return definition;
}

RegisterDefinition &RegisterDefinition::dimension(
    const QString &name, DimensionType type, std::optional<QString> defaultValue)
{
    m_dimensions.append({name, type, {}, std::move(defaultValue)});
    return *this;
}

RegisterDefinition &RegisterDefinition::reference(
    const QString &name, const QString &table, std::optional<QString> defaultCode)
{
    m_dimensions.append({name, DimensionType::Ref, table, std::move(defaultCode)});
    return *this;
}

RegisterDefinition &RegisterDefinition::decimal(const QString &name, int scale, NegativePolicy negative)
{
    m_resources.append({name, scale, false, negative});
    return *this;
}

RegisterDefinition &RegisterDefinition::integer(const QString &name, NegativePolicy negative)
{
    m_resources.append({name, 0, true, negative});
    return *this;
}

RegisterDefinition &RegisterDefinition::partitionedBy(Partition partition)
{
    m_partition = partition;
    return *this;
}

RegisterDefinition RegisterDefinition::named(const QString &name) const
{
    RegisterDefinition same = *this;
    same.m_name = name;
    return same;
}

Result<void> RegisterDefinition::validated() const
{
    QList<Problem> problems = Validator(*this).problems();
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return {};
}

int RegisterDefinition::dimensionIndex(QStringView name) const
{
    const auto found = std::ranges::find_if(m_dimensions, [&](const Dimension &d) { return d.name == name; });
    return found == m_dimensions.end() ? -1 : static_cast<int>(found - m_dimensions.begin());
}

int RegisterDefinition::resourceIndex(QStringView name) const
{
    const auto found = std::ranges::find_if(m_resources, [&](const Resource &r) { return r.name == name; });
    return found == m_resources.end() ? -1 : static_cast<int>(found - m_resources.begin());
}

int RegisterDefinition::forbiddenResource() const
{
    const auto found =
        std::ranges::find_if(m_resources, [](const Resource &r) { return r.negative == NegativePolicy::Forbid; });
    return found == m_resources.end() ? -1 : static_cast<int>(found - m_resources.begin());
}

} // namespace bincard
