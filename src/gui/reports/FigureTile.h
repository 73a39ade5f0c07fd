// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace bincard {

/// One figure to be read from three metres: what it is, how much, and a sentence about it. A click or Enter opens what is
/// behind it. A figure that is too long for its tile is drawn smaller, never cut.
class FigureTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FigureTile(const QString &icon, QWidget *parent = nullptr);

    void setTexts(const QString &caption, const QString &figure, const QString &sentence);
    void setWarning(bool warning); ///< the icon says that something is to be done
    [[nodiscard]] const QString &figure() const { return m_figure; }
    [[nodiscard]] const QString &sentence() const { return m_sentence; }
    [[nodiscard]] const QString &caption() const { return m_caption; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_icon, m_caption, m_figure, m_sentence;
    bool m_warning = false;
};

} // namespace bincard
