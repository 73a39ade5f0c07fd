// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;
class QStackedLayout;

namespace bincard {

class SlotChart;

/// A chart or a list with its title: what is seen and for when; beside it, or below where there is no room, the names of the series in their colours, or
/// a note; and, in place of an empty chart, a sentence.
class ChartCard : public QFrame
{
    Q_OBJECT
public:
    explicit ChartCard(QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    /// Names of series, in the order of their colours; empty: none.
    void setKey(const QStringList &names);
    void setNote(const QString &text); ///< instead of a key
    /// Shows `text` instead of the content; empty shows the content.
    void setEmptyText(const QString &text);
    [[nodiscard]] bool isContentShown() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void arrangeHead();

    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_empty;
    QWidget *m_content;
    QBoxLayout *m_head;
    QStackedLayout *m_stack;
    QStringList m_key;
};

} // namespace bincard
