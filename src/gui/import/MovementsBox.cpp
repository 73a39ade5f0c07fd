// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/MovementsBox.h"

#include "gui/Theme.h"

#include <QFormLayout>
#include <QLineEdit>

namespace bincard {

MovementsBox::MovementsBox(QWidget *parent)
    : QGroupBox(tr("What the file does not say"), parent)
    , m_recorder(new QLineEdit)
{
    m_recorder->setObjectName(QStringLiteral("recorder"));
    m_recorder->setMaxLength(200);
    m_recorder->setToolTip(tr("What makes the movements of all rows, if no column says it: they are changed and taken "
                              "back under this name."));
    auto *layout = new QFormLayout(this);
    layout->setHorizontalSpacing(2 * Theme::grid);
    layout->addRow(tr("Re&corder"), m_recorder);
    connect(m_recorder, &QLineEdit::editingFinished, this, [this] {
        if (m_recorder->isModified())
            emit edited();
        m_recorder->setModified(false);
    });
    setHasColumn(false);
}

void MovementsBox::setHasColumn(bool has)
{
    m_recorder->setEnabled(!has);
    m_recorder->setPlaceholderText(has ? tr("A column says it") : tr("Such as import:1"));
}

void MovementsBox::apply(MovementImportRequest &request) const
{
    const QString recorder = m_recorder->text().trimmed();
    if (m_recorder->isEnabled() && !recorder.isEmpty())
        request.constants.insert(QStringLiteral("recorder"), recorder);
}

} // namespace bincard
