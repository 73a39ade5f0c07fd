// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Alteration.h"

#include <QCoreApplication>

namespace bincard::accumulator {

namespace {

/// Goes through dimensions or resources: those there were must all be there, in their order and as they were.
template <typename Field, typename Same, typename Added>
void compare(const QString &field, const QList<Field> &before, const QList<Field> &after, QList<Problem> &problems,
    const Same &checkSame, const Added &checkAdded)
{
    qsizetype last = -1;
    QList<bool> known(after.size(), false);
    for (const Field &old : before) {
        const auto found = std::ranges::find(after, old.name, &Field::name);
        if (found == after.end()) {
            problems.append({field, 0,
                {QT_TRANSLATE_NOOP("Error", "\"%1\" is missing: what a register has cannot be taken away or renamed."),
                    {old.name}}});
            continue;
        }
        const qsizetype index = found - after.begin();
        if (index < last)
            problems.append({field, static_cast<int>(index) + 1,
                {QT_TRANSLATE_NOOP("Error", "\"%1\" stands elsewhere now: what a register has keeps its order."),
                    {old.name}}});
        last = std::max(last, index);
        known[index] = true;
        checkSame(old, *found, static_cast<int>(index) + 1);
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (!known.at(i))
            checkAdded(after.at(i), static_cast<int>(i) + 1);
    }
}

void compareDimensions(const QList<Dimension> &before, const QList<Dimension> &after, QList<Problem> &problems)
{
    const QString field = QStringLiteral("dimensions");
    compare(
        field, before, after, problems,
        [&](const Dimension &was, const Dimension &is, int line) {
            if (was.type != is.type || was.refTable != is.refTable)
                problems.append({field + QStringLiteral(".type"), line,
                    {QT_TRANSLATE_NOOP("Error", "The type of \"%1\" cannot be changed."), {is.name}}});
            if (was.defaultValue != is.defaultValue)
                problems.append({field + QStringLiteral(".default"), line,
                    {QT_TRANSLATE_NOOP("Error", "The default of \"%1\" cannot be changed."), {is.name}}});
        },
        [&](const Dimension &added, int line) {
            if (!added.defaultValue)
                problems.append({field + QStringLiteral(".default"), line,
                    {QT_TRANSLATE_NOOP("Error",
                         "The further dimension \"%1\" needs a default: the movements that are there take it."),
                        {added.name}}});
        });
}

} // namespace

QList<Problem> alterationProblems(const RegisterDefinition &before, const RegisterDefinition &after)
{
    QList<Problem> problems;
    if (before.kind() != after.kind())
        problems.append(
            {QStringLiteral("kind"), 0, {QT_TRANSLATE_NOOP("Error", "The kind of a register cannot be changed."), {}}});
    if (before.partition() != after.partition())
        problems.append({QStringLiteral("partition"), 0,
            {QT_TRANSLATE_NOOP("Error", "How the journal is partitioned is chosen when the register is created."),
                {}}});
    compareDimensions(before.dimensions(), after.dimensions(), problems);
    compare(
        QStringLiteral("resources"), before.resources(), after.resources(), problems,
        [&](const Resource &was, const Resource &is, int line) {
            if (was.scale != is.scale || was.integer != is.integer)
                problems.append({QStringLiteral("resources.type"), line,
                    {QT_TRANSLATE_NOOP("Error", "The type of \"%1\" cannot be changed."), {is.name}}});
        },
        [](const Resource &, int) {});
    return problems;
}

} // namespace bincard::accumulator
