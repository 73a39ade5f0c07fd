// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Layout.h"
#include "base/Error.h"
#include "db/Session.h"

namespace bincard::accumulator {

/// Full keys as the parameters of one statement: an array a dimension, or one JSON array of keys.
class KeyList
{
public:
    explicit KeyList(const Layout &layout) : m_layout(layout) {}
    void append(const QList<QVariant> &key, int line, QList<Problem> &problems);
    [[nodiscard]] db::Values parameters() const;
    /// The relation that the statement makes of them: "#position", from 0 on, and the columns of the key.
    [[nodiscard]] QString relation() const;

private:
    const Layout &m_layout;
    QList<QList<QVariant>> m_keys;
};

} // namespace bincard::accumulator
