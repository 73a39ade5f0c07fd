// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

namespace bincard {

/// A date as one types it: the locale's form, ISO, and short forms (format::parseDate). Up and Down go a day, Page Up and
/// Page Down a month; Alt+Down and the button open a calendar. What is no date stays and is marked.
class DateEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit DateEdit(QWidget *parent = nullptr);

    [[nodiscard]] QDate date() const { return m_date; } ///< invalid while the text is empty or no date
    void setDate(QDate date);
    /// Empty is fine (a filter), or marked like any other text that is no date.
    void setMayBeEmpty(bool mayBeEmpty) { m_mayBeEmpty = mayBeEmpty; }
    [[nodiscard]] bool isReadable() const;
    void setProblem(bool problem);

signals:
    void dateEdited(); ///< the person left the field with another text, or stepped, or chose

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void take();
    void step(QDate date);
    void openCalendar();

    QDate m_date;
    QString m_shown; ///< text that has been told
    bool m_mayBeEmpty = false;
};

} // namespace bincard
