// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <QList>
#include <QString>

namespace bincard {

/// A row of two versions side by side.
struct DifferenceRow
{
    QString what;         ///< "Partner", "Line 2"
    QString mine, theirs; ///< as shown; empty where one of them has no such line
    bool differs = false;
};

/// Header and lines of two versions of a document. Lines are paired by their item, in order; what only one of them has
/// stands alone. Translated; GUI thread.
[[nodiscard]] QList<DifferenceRow> compare(const Document &mine, const Document &theirs);

} // namespace bincard
