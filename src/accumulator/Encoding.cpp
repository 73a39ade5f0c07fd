// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Encoding.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace bincard::accumulator {

void ArrayText::separate()
{
    if (!m_text.isEmpty())
        m_text += u',';
}

void ArrayText::append(const QString &value)
{
    separate();
    m_text += u'"';
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\')
            m_text += u'\\';
        m_text += c;
    }
    m_text += u'"';
}

void ArrayText::appendNull()
{
    separate();
    m_text += QLatin1String("NULL");
}

void JsonRows::separate()
{
    if (!m_text.endsWith(u'['))
        m_text += u',';
}

void JsonRows::beginRow() { m_text += m_text.isEmpty() ? QLatin1String("[") : QLatin1String(",["); }

void JsonRows::append(qint64 value)
{
    separate();
    m_text += QString::number(value);
}

void appendJsonText(QString &json, const QString &value)
{
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\') {
            json += u'\\';
            json += c;
        } else if (c < u' ') {
            json += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
        } else {
            json += c;
        }
    }
}

void JsonRows::append(const QString &value)
{
    separate();
    m_text += u'"';
    appendJsonText(m_text, value);
    m_text += u'"';
}

void JsonRows::appendNull()
{
    separate();
    m_text += QLatin1String("null");
}

void JsonRows::appendDimension(const QVariant &canonical)
{
    switch (canonical.typeId()) {
    case QMetaType::Bool: append(canonical.toBool() ? qint64(1) : qint64(0)); break;
    case QMetaType::LongLong: append(canonical.toLongLong()); break;
    default: append(canonical.toString());
    }
}

QString arrayElement(const QVariant &canonical) { return canonical.toString(); }

QJsonValue jsonElement(const QVariant &canonical)
{
    switch (canonical.typeId()) {
    case QMetaType::Bool: return canonical.toBool() ? 1 : 0;
    case QMetaType::LongLong: return canonical.toLongLong();
    default: return canonical.toString();
    }
}

QString listParameter(const QList<QVariant> &canonical, const db::Dialect &dialect)
{
    if (dialect.isSqlite()) {
        QJsonArray array;
        for (const QVariant &value : canonical)
            array.append(jsonElement(value));
        return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    }
    ArrayText array;
    for (const QVariant &value : canonical)
        array.append(arrayElement(value));
    return array.text();
}

QString castType(const Dimension &dimension)
{
    switch (dimension.type) {
    case DimensionType::Int: return QStringLiteral("integer");
    case DimensionType::BigInt:
    case DimensionType::Ref: return QStringLiteral("bigint");
    case DimensionType::Text: return QStringLiteral("text");
    case DimensionType::Date: return QStringLiteral("date");
    case DimensionType::Bool: return QStringLiteral("boolean");
    case DimensionType::Uuid: return QStringLiteral("uuid");
    }
    return {};
}

} // namespace bincard::accumulator
