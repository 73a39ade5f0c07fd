// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace bincard {

/// A question in the page instead of a box in front of it. The first answer has the focus; Esc is the last one.
class QuestionBar : public QFrame
{
    Q_OBJECT
public:
    struct Answer
    {
        QString name; ///< object name of the button
        QString text;
        std::function<void()> chosen;
    };

    explicit QuestionBar(QWidget *parent = nullptr);

    void ask(const QString &text, const QList<Answer> &answers);
    void dismiss(); ///< no answer is wanted any more
    [[nodiscard]] QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    std::function<void()> m_last;
};

} // namespace bincard
