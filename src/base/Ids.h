// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QtGlobal>

#include <compare>

namespace bincard {

/// A database id that cannot be mistaken for another kind's. 0 is "none".
template <typename Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    [[nodiscard]] auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ItemId = Id<struct ItemTag>;
using CategoryId = Id<struct CategoryTag>;
using WarehouseId = Id<struct WarehouseTag>;
using PartnerId = Id<struct PartnerTag>;

} // namespace bincard
