// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

namespace bincard {

/// What is posted under a recorder by hand: to the registers of the documents nothing that could be taken for one of
/// theirs, to others nothing that is one. Otherwise Validation. `line`: of a movement, counted from 1.
[[nodiscard]] Result<void> mayPostByHand(const QString &registerName, const QString &recorder, int line = 0);
/// A document's own recorder is touched only through its document.
[[nodiscard]] Result<void> refuseDocumentsRecorder(const QString &recorder, int line = 0);

} // namespace bincard
