// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QJsonArray>

namespace bincard {

/// An error in words for a person, translated.
struct ErrorText
{
    QString what;         ///< what happened
    QString todo;         ///< what to do about it; may be empty
    QStringList problems; ///< of an input with more than one, each with its line; keys that fall short
    QString technical;    ///< for the details that can be unfolded; may be empty

    explicit ErrorText(const Error &error);
    /// Everything, as it is copied for a colleague or an administrator.
    [[nodiscard]] QString plainText() const;

private:
    void addShortages(const QJsonArray &shortages);
};

} // namespace bincard
