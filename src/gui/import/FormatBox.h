// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CsvFormat.h"

#include <QGroupBox>

class QComboBox;

namespace bincard {

/// How the file is written, as it was detected; every part can be set by hand.
class FormatBox : public QGroupBox
{
    Q_OBJECT
public:
    explicit FormatBox(QWidget *parent = nullptr);

    void setFormat(const CsvFormat &format);
    [[nodiscard]] CsvFormat format() const;

signals:
    void edited(); ///< by the person

private:
    CsvFormat m_detected; ///< what has no field here
    QComboBox *m_delimiter, *m_quote, *m_encoding, *m_decimals, *m_dates;
};

} // namespace bincard
