// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QtGlobal>

namespace bincard::test {

/// What BINCARD_SEED says, otherwise another one each time. It is printed, so that a sequence can be repeated.
[[nodiscard]] inline quint32 seedOfThisRun()
{
    bool given = false;
    quint32 seed = qEnvironmentVariable("BINCARD_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    qInfo("BINCARD_SEED=%u", seed);
    return seed;
}

} // namespace bincard::test
