// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/MomentEdit.h"

namespace bincard {

MomentEdit::MomentEdit(MomentUnit finest, QWidget *parent) : QLineEdit(parent), m_finest(finest)
{
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::editingFinished, this, &MomentEdit::take);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_moment.isEmpty())
            take(); // the clear button
    });
}

void MomentEdit::setMoment(const QString &moment)
{
    m_moment = moment;
    setText(momentToShow(moment));
    mark();
}

void MomentEdit::take()
{
    const QString before = m_moment;
    const bool wasReadable = !property("problem").toBool();
    if (text() == momentToShow(m_moment) && wasReadable)
        return;
    m_moment = momentFromTyped(text(), m_finest);
    if (!m_moment.isEmpty())
        setText(momentToShow(m_moment));
    mark();
    if (m_moment != before || isReadable() != wasReadable)
        emit momentEdited();
}

void MomentEdit::mark()
{
    setProperty("problem", !isReadable());
    update();
}

} // namespace bincard
