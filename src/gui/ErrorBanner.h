// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace bincard {

/// The band in which an error stands where it belongs: what happened, what to do, and details that can be unfolded and
/// copied. Hidden while there is nothing to say.
class ErrorBanner : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    void showError(const Error &error);
    /// Something to know that is no error, such as "upgraded; a copy is at ...".
    void showNotice(const QString &text);
    void clear();
    [[nodiscard]] bool isShown() const { return !isHidden(); }
    [[nodiscard]] QString text() const; ///< what is seen, unfolded

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &what, const QString &todo, const QString &details);
    void updateColors();

    QLabel *m_icon, *m_what, *m_todo, *m_details;
    QToolButton *m_unfold, *m_copy;
    QString m_plain;
    bool m_isError = true;
};

} // namespace bincard
