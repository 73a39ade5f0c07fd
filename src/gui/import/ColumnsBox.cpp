// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/ColumnsBox.h"

#include "gui/Theme.h"

#include <QComboBox>
#include <QFormLayout>

#include <utility>

namespace bincard {

ColumnsBox::ColumnsBox(QWidget *parent)
    : QGroupBox(tr("What the columns hold"), parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setHorizontalSpacing(2 * Theme::grid);
    m_layout->setVerticalSpacing(Theme::grid / 2);
}

QString ColumnsBox::fieldTitle(const QString &field) const
{
    if (m_ofRegister.contains(field))
        return field;
    static const QMap<QString, const char *> titles{{"number", QT_TR_NOOP("Document number")},
        {"date", QT_TR_NOOP("Date")}, {"kind", QT_TR_NOOP("Kind of document")}, {"partner", QT_TR_NOOP("Partner")},
        {"partner_name", QT_TR_NOOP("Partner's name")}, {"warehouse", QT_TR_NOOP("Warehouse")},
        {"warehouse_to", QT_TR_NOOP("To warehouse")}, {"note", QT_TR_NOOP("Note")}, {"item", QT_TR_NOOP("Item (SKU)")},
        {"item_name", QT_TR_NOOP("Item's name")}, {"unit", QT_TR_NOOP("Unit")}, {"quantity", QT_TR_NOOP("Quantity")},
        {"unit_price", QT_TR_NOOP("Unit price")}, {"discount", QT_TR_NOOP("Discount")},
        {"amount", QT_TR_NOOP("Amount")}, {"details_number", QT_TR_NOOP("Number in the lines")},
        {"code", QT_TR_NOOP("Code")}, {"name", QT_TR_NOOP("Name")}, {"category", QT_TR_NOOP("Category")},
        {"list_price", QT_TR_NOOP("List price")}, {"barcode", QT_TR_NOOP("Barcode")},
        {"reorder_point", QT_TR_NOOP("Reorder point")}, {"service", QT_TR_NOOP("Is a service")},
        {"active", QT_TR_NOOP("Is active")}, {"discontinued", QT_TR_NOOP("Is discontinued")},
        {"parent", QT_TR_NOOP("Parent category")}, {"email", QT_TR_NOOP("E-mail")}, {"phone", QT_TR_NOOP("Phone")},
        {"customer", QT_TR_NOOP("Is a customer")}, {"supplier", QT_TR_NOOP("Is a supplier")},
        {"recorder", QT_TR_NOOP("Recorder")}, {"period", QT_TR_NOOP("Period")}, {"cause", QT_TR_NOOP("Because of")}};
    const char *title = titles.value(field, nullptr);
    return title ? tr(title) : field;
}

void ColumnsBox::setColumns(const QList<ImportField> &fields, const QStringList &header,
    const QStringList &detailsHeader, const QMap<QString, QString> &columns)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_boxes.clear();
    m_fields.clear();
    m_lineFields.clear();
    m_ofRegister.clear();
    bool ofLines = false; // in two files the fields of the lines come from the second
    for (const ImportField &field : fields) {
        ofLines = ofLines || field.name == QLatin1String("item");
        if (field.name == QLatin1String("details_number") && detailsHeader.isEmpty())
            continue;
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("column_") + field.name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        box->addItem(field.required ? tr("(choose a column)") : tr("(none)"), QString());
        const QStringList &names = ofLines && !detailsHeader.isEmpty() ? detailsHeader : header;
        for (const QString &name : names)
            box->addItem(name.trimmed(), name.trimmed());
        box->setCurrentIndex(qMax(0, box->findData(columns.value(field.name))));
        connect(box, &QComboBox::activated, this, &ColumnsBox::edited);
        if (field.isOfRegister)
            m_ofRegister += field.name;
        m_layout->addRow(fieldTitle(field.name), box);
        m_boxes.insert(field.name, box);
        m_fields += field.name;
        if (ofLines)
            m_lineFields += field.name;
    }
}

QMap<QString, QString> ColumnsBox::columns() const
{
    QMap<QString, QString> result;
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        if (const QString column = it.value()->currentData().toString(); !column.isEmpty())
            result.insert(it.key(), column);
    return result;
}

QStringList ColumnsBox::meanings(const QStringList &header, bool details) const
{
    QStringList result;
    for (const QString &name : header) {
        QStringList titles;
        for (const QString &field : details ? m_lineFields : m_fields)
            if (!name.trimmed().isEmpty() && m_boxes.value(field)->currentData().toString() == name.trimmed())
                titles += fieldTitle(field);
        result += titles.join(QStringLiteral(", "));
    }
    return result;
}

} // namespace bincard
