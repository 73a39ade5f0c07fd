// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "models/DocumentEditor.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace bincard {

class CompletionEdit;
class DateEdit;

/// The head of a document: partner, date, warehouses, number, note, in the order of work. Each field has the words of
/// what is wrong with it right below.
class HeaderForm : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderForm(DocumentEditor &editor, QWidget *parent = nullptr);

    /// Takes over what stands in the field with the focus.
    void commit();
    /// Of a header field by its contract name ("partner"); false if there is no such field.
    bool setProblem(const QString &field, const QString &text);
    void clearProblems();
    bool focusProblem(); ///< the first field with one; false if there is none
    void focusFirst();   ///< the first field that still needs something
    void setReadOnly(bool readOnly);

signals:
    void finished(); ///< Enter or Tab in the last field: the lines come next

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
        QLabel *problem = nullptr;
    };

    Field &add(const QString &name, QLineEdit *edit, int row, int column);
    void place(const Field &field, int row, int column);
    void build();
    void fill();
    void showChoice(CompletionEdit *edit, const QString &code, const QString &name);
    void take(const QString &field);
    void next(const QLineEdit *from);

    DocumentEditor &m_editor;
    QGridLayout *m_layout;
    QHash<QString, Field> m_fields;
    QList<QLineEdit *> m_order;
    CompletionEdit *m_partner, *m_warehouse, *m_warehouseTo;
    DateEdit *m_date;
    QLineEdit *m_number, *m_note;
};

} // namespace bincard
