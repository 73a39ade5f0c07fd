// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QPersistentModelIndex>

class QFormLayout;
class QLabel;

namespace bincard {

class CatalogModel;

/// Ties a Designer form to one row of a catalog: the widget named like a field shows and edits it (QLineEdit, QComboBox,
/// QCheckBox), and what is wrong with it stands below it. The model stays the only truth; table and form cannot differ.
class FormBinder : public QObject
{
    Q_OBJECT
public:
    FormBinder(QWidget *form, CatalogModel *model);

    void setRow(int row); ///< of the model; -1: none, the form is disabled
    [[nodiscard]] int row() const { return m_row.row(); }
    /// Text and code of a combo box's entries.
    void setChoices(const QString &fieldId, const QList<QPair<QString, QString>> &choices);
    void commit(); ///< takes over what stands in the field that has the focus
    [[nodiscard]] QWidget *editor(const QString &fieldId) const { return m_editors.value(fieldId); }
    [[nodiscard]] QString problem(const QString &fieldId) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectEditor(const QString &fieldId, QWidget *editor);
    void take(const QString &fieldId);
    void fill();
    void fillField(const QString &fieldId, bool evenWhileEdited);

    QWidget *m_form;
    CatalogModel *m_model;
    QFormLayout *m_layout;
    QPersistentModelIndex m_row;
    QHash<QString, QWidget *> m_editors;
    QHash<QString, QLabel *> m_problems;
    bool m_filling = false;
};

} // namespace bincard
