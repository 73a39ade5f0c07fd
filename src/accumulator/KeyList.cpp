// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/KeyList.h"

#include "accumulator/Analytics.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/Encoding.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace bincard::accumulator {

void KeyList::append(const QList<QVariant> &key, int line, QList<Problem> &problems)
{
    const auto &dimensions = m_layout.keyDimensions();
    if (key.size() != dimensions.size()) {
        problems.append({QStringLiteral("key"), line,
            {QT_TRANSLATE_NOOP("Error", "A full key has %1 dimensions; this one has %2."),
                {QString::number(dimensions.size()), QString::number(key.size())}}});
        return;
    }
    QList<QVariant> canonical;
    const qsizetype ofSide = dimensions.size() - m_layout.definition().dimensions().size();
    for (qsizetype i = 0; i < key.size(); ++i) {
        auto value = canonicalDimension(
            dimensions.at(i), key.at(i), line, i < ofSide ? maximumAnalyticsLength : maximumTextLength);
        if (value.ok())
            canonical.append(*value);
        else
            problems += value.error().problems();
    }
    m_keys.append(canonical);
}

db::Values KeyList::parameters() const
{
    if (m_layout.dialect().isSqlite()) {
        QJsonArray all;
        for (const QList<QVariant> &key : m_keys) {
            QJsonArray fields;
            for (const QVariant &value : key)
                fields.append(jsonElement(value));
            all.append(fields);
        }
        return {QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact))};
    }
    db::Values values;
    for (int i = 0; i < m_layout.dimensionCount(); ++i) {
        ArrayText array;
        for (const QList<QVariant> &key : m_keys)
            array.append(arrayElement(key.at(i)));
        values.append(array.text());
    }
    return values;
}

QString KeyList::relation() const
{
    QStringList fields, casts;
    for (int i = 0; i < m_layout.dimensionCount(); ++i) {
        fields << QStringLiteral("json_extract(j.value, '$[%1]') AS %2").arg(i).arg(m_layout.dimension(i));
        casts << QStringLiteral("?::%1[]").arg(castType(m_layout.keyDimensions().at(i)));
    }
    if (m_layout.dialect().isSqlite())
        return QStringLiteral("SELECT j.key AS \"#position\", %1 FROM json_each(?) j")
            .arg(fields.join(QStringLiteral(", ")));
    return QStringLiteral("SELECT u.\"#ordinal\" - 1 AS \"#position\", %1"
                          " FROM unnest(%2) WITH ORDINALITY AS u(%1, \"#ordinal\")")
        .arg(m_layout.dimensions(), casts.join(QStringLiteral(", ")));
}

} // namespace bincard::accumulator
