// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace bincard {

/// An icon of resources/icons by its name ("item"), drawn sharp at any size in the colours of the theme as they are
/// when it is painted. On (checked) it takes the accent.
[[nodiscard]] QIcon icon(const QString &name);

/// The same in one colour at once, for labels.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);

} // namespace bincard
