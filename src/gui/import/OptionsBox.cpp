// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/OptionsBox.h"

#include "gui/Theme.h"
#include "models/Format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace bincard {

OptionsBox::OptionsBox(QWidget *parent)
    : QGroupBox(tr("What the file does not say"), parent)
    , m_warehouse(new QComboBox)
    , m_services(new QLineEdit)
    , m_walkIn(new QLineEdit)
    , m_ratio(new QLineEdit)
    , m_opening(new QCheckBox(tr("Infer &opening stock")))
    , m_post(new QCheckBox(tr("&Post the documents")))
    , m_fraction(new QCheckBox(tr("Discounts are fractions (0.15 is 15 %)")))
{
    m_warehouse->setObjectName(QStringLiteral("warehouse"));
    m_warehouse->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_warehouse->setMinimumContentsLength(14);
    m_services->setObjectName(QStringLiteral("services"));
    m_services->setPlaceholderText(tr("POST, M, DOT"));
    m_services->setToolTip(tr("SKUs of items that keep no stock, such as postage and fees, with commas between them"));
    m_walkIn->setObjectName(QStringLiteral("walkIn"));
    m_walkIn->setToolTip(tr("The partner of documents whose rows name none; made if it is missing"));
    m_opening->setObjectName(QStringLiteral("opening"));
    m_opening->setToolTip(
        tr("Adds one opening balance on the day before the first document, with exactly what is needed "
           "for no item to fall below zero on any day"));
    m_ratio->setObjectName(QStringLiteral("ratio"));
    m_ratio->setToolTip(tr("What the opening stock cost, as a share of the average price in the file"));
    m_post->setObjectName(QStringLiteral("post"));
    m_post->setToolTip(tr("Otherwise they are kept as drafts, which move no stock"));
    m_fraction->setObjectName(QStringLiteral("fraction"));

    auto *layout = new QFormLayout(this);
    layout->setHorizontalSpacing(2 * Theme::grid);
    layout->setVerticalSpacing(Theme::grid / 2);
    layout->addRow(tr("&Warehouse"), m_warehouse);
    layout->addRow(tr("&Services"), m_services);
    layout->addRow(tr("Wa&lk-in partner"), m_walkIn);
    layout->addRow(m_opening);
    layout->addRow(tr("Opening &cost ratio"), m_ratio);
    layout->addRow(m_fraction);
    layout->addRow(m_post);
    connect(m_opening, &QCheckBox::toggled, m_ratio, &QWidget::setEnabled);
    setDefaults();
}

void OptionsBox::setDefaults()
{
    const ImportRequest defaults;
    m_services->clear();
    m_walkIn->setText(defaults.walkInPartner);
    m_ratio->setText(format::number(defaults.openingCostRatio, 0));
    m_opening->setChecked(defaults.inferOpeningStock);
    m_ratio->setEnabled(defaults.inferOpeningStock);
    m_post->setChecked(defaults.post);
    m_fraction->setChecked(defaults.discountIsFraction);
}

void OptionsBox::setWarehouses(const QList<Warehouse> &warehouses)
{
    const QString chosen = m_warehouse->currentData().toString();
    m_warehouse->clear();
    const Warehouse *first = nullptr;
    for (const Warehouse &warehouse : warehouses) {
        if (!warehouse.active)
            continue;
        m_warehouse->addItem(QStringLiteral("%1  %2").arg(warehouse.code, warehouse.name), warehouse.code);
        if (!first || warehouse.id < first->id)
            first = &warehouse;
    }
    if (!first)
        m_warehouse->addItem(tr("A new one: MAIN"), QString());
    const int before = m_warehouse->findData(chosen.isEmpty() && first ? first->code : chosen);
    m_warehouse->setCurrentIndex(qMax(0, before));
}

void OptionsBox::setDiscountIsFraction(bool fraction) { m_fraction->setChecked(fraction); }

Result<void> OptionsBox::apply(ImportRequest &request)
{
    const auto ratio = format::parseNumber(m_ratio->text(), request.openingCostRatio.scale());
    const bool readable = ratio.ok() && !ratio->isNegative();
    if (m_opening->isChecked() && !readable) {
        m_ratio->setFocus();
        m_ratio->selectAll();
        return Error::validation(QStringLiteral("opening_cost_ratio"),
            {QT_TRANSLATE_NOOP("Error", "The opening cost ratio is a number of at least 0, such as 0.6."), {}});
    }
    if (const QString warehouse = m_warehouse->currentData().toString(); !warehouse.isEmpty())
        request.constants.insert(QStringLiteral("warehouse"), warehouse);
    const QStringList services = m_services->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &service : services)
        request.services += service.trimmed();
    if (const QString walkIn = m_walkIn->text().trimmed(); !walkIn.isEmpty())
        request.walkInPartner = walkIn;
    request.inferOpeningStock = m_opening->isChecked();
    if (readable)
        request.openingCostRatio = *ratio;
    request.discountIsFraction = m_fraction->isChecked();
    request.post = m_post->isChecked();
    return {};
}

} // namespace bincard
