// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TableExport.h"

#include "models/ReportModel.h"

#include <QDate>

namespace bincard {

namespace {

QString plainText(const QModelIndex &index)
{
    const QVariant number = index.data(role::Units);
    if (number.userType() == qMetaTypeId<Decimal>()) {
        const auto value = number.value<Decimal>();
        return value.toStringTrimmed(value.scale() == amountScale ? amountScale : 0);
    }
    if (const QVariant plain = index.data(role::Plain); plain.isValid())
        return plain.toString();
    const QVariant sorted = index.data(role::Sort);
    if (sorted.userType() == QMetaType::QDate)
        return sorted.toDate().toString(Qt::ISODate);
    return index.data(Qt::DisplayRole).toString();
}

QString quoted(const QString &field)
{
    static const QString special = QStringLiteral(",\"\r\n");
    const bool plain = std::none_of(field.cbegin(), field.cend(), [](QChar c) { return special.contains(c); });
    if (plain && field.trimmed() == field)
        return field;
    return QLatin1Char('"') + QString(field).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

ExportedTable exportTable(const QAbstractItemModel &model, const QList<int> &columns)
{
    ExportedTable table;
    for (const int column : columns)
        table.header.append(
            model.headerData(column, Qt::Horizontal).toString().replace(QLatin1Char('\n'), QLatin1Char(' ')));
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(role::Section).toBool())
            continue;
        QStringList fields;
        for (const int column : columns)
            fields.append(plainText(model.index(row, column)));
        table.rows.append(fields);
    }
    return table;
}

QByteArray csvLines(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &fields : rows) {
        QStringList safe;
        for (const QString &field : fields)
            safe.append(quoted(field));
        text += safe.join(QLatin1Char(',')) + QLatin1String("\r\n");
    }
    return text.toUtf8();
}

QByteArray toCsv(const ExportedTable &table)
{
    return QString(QChar(QChar::ByteOrderMark)).toUtf8() + csvLines({table.header}) + csvLines(table.rows);
}

QString toTabSeparated(const ExportedTable &table)
{
    QString text;
    const auto add = [&text](QStringList fields) {
        for (QString &field : fields)
            field.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
        text += fields.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    add(table.header);
    for (const QStringList &row : table.rows)
        add(row);
    return text;
}

} // namespace bincard
