// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Moment.h"

#include <QLineEdit>

namespace bincard {

/// A day, or a day and a time, in the locale's words; empty is fine. What cannot be read stays and is marked.
class MomentEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit MomentEdit(MomentUnit finest = MomentUnit::Second, QWidget *parent = nullptr);

    /// As the contract writes it; empty while there is none.
    [[nodiscard]] QString moment() const { return m_moment; }
    void setMoment(const QString &moment);
    [[nodiscard]] bool isReadable() const { return text().trimmed().isEmpty() || !m_moment.isEmpty(); }

signals:
    void momentEdited(); ///< the person left the field with another text

private:
    void take();
    void mark();

    MomentUnit m_finest;
    QString m_moment;
};

} // namespace bincard
