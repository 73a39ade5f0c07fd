// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "models/JsonTableModel.h"

#include <QCoreApplication>

namespace bincard {

/// The columns of what registers answer, by their definition.
class RegisterColumns
{
    Q_DECLARE_TR_FUNCTIONS(RegisterColumns)

public:
    /// References by code, each followed by its name if `withNames`. `path`: the field that holds the object with the
    /// dimensions; empty: the row itself.
    [[nodiscard]] static QList<JsonColumn> dimensions(
        const RegisterDefinition &definition, const QStringList &names, bool withNames, const QString &path = {});
    [[nodiscard]] static QList<JsonColumn> balance(const RegisterDefinition &definition, const QStringList &groupBy);
    [[nodiscard]] static QList<JsonColumn> turnover(
        const RegisterDefinition &definition, const QStringList &groupBy, const QString &by);
    /// `shownRecorder`: what people call a recorder; without it they read it as it is.
    [[nodiscard]] static QList<JsonColumn> movements(
        const RegisterDefinition &definition, const std::function<QString(const QString &)> &shownRecorder = {});
    /// Of one recorder, with what reversed what: RegisterService::history().
    [[nodiscard]] static QList<JsonColumn> history(const RegisterDefinition &definition);
    /// RegisterService::preview().
    [[nodiscard]] static QList<JsonColumn> effect(const RegisterDefinition &definition);

private:
    [[nodiscard]] static QList<JsonColumn> journal(
        const RegisterDefinition &definition, bool history, const std::function<QString(const QString &)> &shown);
};

/// What answers can be grouped and filtered by.
[[nodiscard]] QStringList dimensionNames(const RegisterDefinition &definition);
/// What a window calls a dimension or a resource: those of the registers that every book is born with in the words of its
/// language, all others as whoever defined them does. To be typed, and in code and JSON, they keep their own names.
[[nodiscard]] QString fieldTitle(const RegisterDefinition &definition, const QString &name);
/// The same for anything that answers can be grouped by: accounts and analytics have words of their own.
[[nodiscard]] QString dimensionTitle(const RegisterDefinition &definition, const QString &name);

} // namespace bincard
