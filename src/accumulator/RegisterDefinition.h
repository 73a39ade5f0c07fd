// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace bincard {

/// Rule E1. A definition is a value; validated() lists every problem of it at once.
enum class RegisterKind { Balance, Turnover, Ledger };
enum class DimensionType { Int, BigInt, Text, Date, Bool, Uuid, Ref };
enum class NegativePolicy { Allow, Forbid };
enum class Partition { None, Year, Quarter, Month };

struct Dimension
{
    QString name;
    DimensionType type = DimensionType::Int;
    QString refTable;                    ///< Ref: a table with the columns id (bigint) and code (text)
    std::optional<QString> defaultValue; ///< text form; Ref: the code

    [[nodiscard]] bool operator==(const Dimension &) const = default;
};

struct Resource
{
    QString name;
    int scale = 0; ///< decimal(scale), 0..6; `integer` is a decimal of scale 0
    bool integer = false;
    NegativePolicy negative = NegativePolicy::Allow; ///< Forbid on at most one resource of a balance register

    [[nodiscard]] bool operator==(const Resource &) const = default;
};

class RegisterDefinition
{
public:
    [[nodiscard]] static RegisterDefinition balance(const QString &name);
    [[nodiscard]] static RegisterDefinition turnover(const QString &name);
    /// Double-entry (rule E17): dimensions are what both sides share, such as a currency; there may be none.
    [[nodiscard]] static RegisterDefinition ledger(const QString &name);
    RegisterDefinition &dimension(const QString &name, DimensionType type, std::optional<QString> defaultValue = {});
    RegisterDefinition &reference(const QString &name, const QString &table, std::optional<QString> defaultCode = {});
    RegisterDefinition &decimal(const QString &name, int scale, NegativePolicy negative = NegativePolicy::Allow);
    RegisterDefinition &integer(const QString &name, NegativePolicy negative = NegativePolicy::Allow);
    RegisterDefinition &partitionedBy(Partition partition);
    /// The same register under another name.
    [[nodiscard]] RegisterDefinition named(const QString &name) const;

    /// The form of the command line: section 4 of the design. Unknown fields are refused.
    [[nodiscard]] static Result<RegisterDefinition> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    /// Names (a letter, then letters, digits, _; at most 40; not one of the journal's own columns), duplicates, types,
    /// scales, defaults, policies: all problems at once.
    [[nodiscard]] Result<void> validated() const;

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] RegisterKind kind() const { return m_kind; }
    [[nodiscard]] Partition partition() const { return m_partition; }
    [[nodiscard]] const QList<Dimension> &dimensions() const { return m_dimensions; }
    [[nodiscard]] const QList<Resource> &resources() const { return m_resources; }
    [[nodiscard]] int dimensionIndex(QStringView name) const; ///< -1 if there is none
    [[nodiscard]] int resourceIndex(QStringView name) const;
    [[nodiscard]] int forbiddenResource() const; ///< the index of the resource with Forbid, or -1
    [[nodiscard]] bool hasBalances() const { return m_kind != RegisterKind::Turnover; }
    [[nodiscard]] bool isLedger() const { return m_kind == RegisterKind::Ledger; }
    [[nodiscard]] bool operator==(const RegisterDefinition &) const = default;

private:
    QString m_name;
    RegisterKind m_kind = RegisterKind::Balance;
    Partition m_partition = Partition::None;
    QList<Dimension> m_dimensions;
    QList<Resource> m_resources;
};

} // namespace bincard
