// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CatalogIndex.h"

#include <QCompleter>

namespace bincard {

/// Completes the value that is being typed, of several with commas between them: found by code or name wherever the text
/// stands in it, put in as its code.
class ValueCompleter : public QCompleter
{
    Q_OBJECT
public:
    explicit ValueCompleter(const QList<CatalogChoice> &choices, QObject *parent = nullptr);

    [[nodiscard]] QStringList splitPath(const QString &path) const override;
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;
};

} // namespace bincard
