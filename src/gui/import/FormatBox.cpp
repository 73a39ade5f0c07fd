// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/FormatBox.h"

#include "gui/Theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace bincard {

namespace {

void choose(QComboBox *box, const QVariant &data, const QString &text)
{
    const int index = box->findData(data);
    if (index < 0)
        box->addItem(text, data);
    box->setCurrentIndex(index < 0 ? box->count() - 1 : index);
}

QString asText(char letter) { return letter == 0 ? QString() : QString(QLatin1Char(letter)); }

char asLetter(const QVariant &data) { return data.toString().isEmpty() ? '\0' : data.toString().at(0).toLatin1(); }

} // namespace

FormatBox::FormatBox(QWidget *parent)
    : QGroupBox(tr("How the file is written"), parent)
    , m_delimiter(new QComboBox)
    , m_quote(new QComboBox)
    , m_encoding(new QComboBox)
    , m_decimals(new QComboBox)
    , m_dates(new QComboBox)
{
    m_delimiter->setObjectName(QStringLiteral("delimiter"));
    m_delimiter->addItem(tr("Comma  ,"), QStringLiteral(","));
    m_delimiter->addItem(tr("Semicolon  ;"), QStringLiteral(";"));
    m_delimiter->addItem(tr("Tab"), QStringLiteral("\t"));
    m_delimiter->addItem(tr("Bar  |"), QStringLiteral("|"));
    m_quote->setObjectName(QStringLiteral("quote"));
    m_quote->addItem(tr("Double  \""), QStringLiteral("\""));
    m_quote->addItem(tr("Single  '"), QStringLiteral("'"));
    m_quote->addItem(tr("None"), QString());
    m_encoding->setObjectName(QStringLiteral("encoding"));
    for (const char *encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"})
        m_encoding->addItem(QLatin1String(encoding), QLatin1String(encoding));
    m_decimals->setObjectName(QStringLiteral("decimals"));
    m_decimals->addItem(QStringLiteral("1,234.50"), false);
    m_decimals->addItem(QStringLiteral("1.234,50"), true);
    m_dates->setObjectName(QStringLiteral("dates"));
    m_dates->setEditable(true);
    m_dates->setInsertPolicy(QComboBox::NoInsert);
    for (const char *format : {"yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-MMM-yyyy", "yyyyMMdd"})
        m_dates->addItem(QLatin1String(format), QLatin1String(format));
    m_dates->setToolTip(tr(
        "d day, M month (MMM its English name), yyyy or yy year. A time behind the date counts for movements only."));

    auto *layout = new QFormLayout(this);
    layout->setHorizontalSpacing(2 * Theme::grid);
    layout->setVerticalSpacing(Theme::grid / 2);
    layout->addRow(tr("&Delimiter"), m_delimiter);
    layout->addRow(tr("&Quotes"), m_quote);
    layout->addRow(tr("&Encoding"), m_encoding);
    layout->addRow(tr("&Numbers"), m_decimals);
    layout->addRow(tr("Da&tes"), m_dates);
    for (QComboBox *box : {m_delimiter, m_quote, m_encoding, m_decimals, m_dates})
        connect(box, &QComboBox::activated, this, &FormatBox::edited);
    connect(m_dates->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_dates->lineEdit()->isModified())
            emit edited();
    });
}

void FormatBox::setFormat(const CsvFormat &format)
{
    m_detected = format;
    choose(m_delimiter, asText(format.delimiter), asText(format.delimiter));
    choose(m_quote, asText(format.quote), asText(format.quote));
    choose(m_encoding, format.encoding, format.encoding);
    choose(m_decimals, format.decimalComma, {});
    choose(m_dates, format.dateFormat, format.dateFormat);
    m_dates->lineEdit()->setModified(false);
}

CsvFormat FormatBox::format() const
{
    CsvFormat format = m_detected;
    format.delimiter = asLetter(m_delimiter->currentData());
    format.quote = asLetter(m_quote->currentData());
    format.encoding = m_encoding->currentData().toString();
    format.decimalComma = m_decimals->currentData().toBool();
    format.dateFormat = m_dates->currentText().trimmed();
    return format;
}

} // namespace bincard
