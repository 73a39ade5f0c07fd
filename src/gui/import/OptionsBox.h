// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/CatalogService.h"
#include "service/ImportService.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace bincard {

/// What an import of documents does with what the file does not say.
class OptionsBox : public QGroupBox
{
    Q_OBJECT
public:
    explicit OptionsBox(QWidget *parent = nullptr);

    void setWarehouses(const QList<Warehouse> &warehouses);
    void setDiscountIsFraction(bool fraction);
    void setDefaults();
    /// Fills the options in; where one cannot be read it has the focus, and the error says why.
    [[nodiscard]] Result<void> apply(ImportRequest &request);

private:
    QComboBox *m_warehouse;
    QLineEdit *m_services, *m_walkIn, *m_ratio;
    QCheckBox *m_opening, *m_post, *m_fraction;
};

} // namespace bincard
