// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/DocumentList.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace bincard {

class AppContext;
class CompletionEdit;
class DateEdit;

/// What the list of documents is filtered by, always in sight.
class DocumentFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentFilterBar(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] DocumentFilter filter() const;
    [[nodiscard]] bool isFiltered() const;
    /// text, kind, state, partner, item, from, to, all optional: as AppContext::go() has them. changed() is not sent.
    void setArguments(const QVariantMap &arguments);
    [[nodiscard]] QVariantMap arguments() const;
    [[nodiscard]] bool isTyping() const { return m_typing.isActive(); } ///< changed() is about to come
    void focusText();

signals:
    void changed();
    void cleared(); ///< the button that takes the filter away was pressed
    void entered(); ///< Enter in the text: on to the list

private:
    void build();
    void connectFields();
    void apply();
    void takePartner();
    void setItem(const QString &item);

    AppContext &m_context;
    QLineEdit *m_text;
    QComboBox *m_kind, *m_state;
    CompletionEdit *m_partner;
    DateEdit *m_from, *m_to;
    QToolButton *m_item, *m_clear;
    QString m_itemCode, m_partnerCode;
    QTimer m_typing;
    bool m_setting = false;
};

} // namespace bincard
