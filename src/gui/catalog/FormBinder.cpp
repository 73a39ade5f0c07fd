// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/FormBinder.h"

#include "gui/Theme.h"
#include "models/CatalogModel.h"
#include "models/ValueTableModel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace bincard {

FormBinder::FormBinder(QWidget *form, CatalogModel *model)
    : QObject(form)
    , m_form(form)
    , m_model(model)
    , m_layout(qobject_cast<QFormLayout *>(form->layout()))
{
    for (int column = 0; column < model->columnCount(); ++column) {
        const QString id = model->field(column).id;
        QWidget *editor = form->findChild<QWidget *>(id);
        if (!editor)
            continue;
        m_editors.insert(id, editor);
        editor->setToolTip(model->field(column).toolTip);
        connectEditor(id, editor);
        editor->installEventFilter(this);
        auto *problem = new QLabel;
        problem->setWordWrap(true);
        problem->setFont(Theme::instance().font(TextSize::Small));
        m_problems.insert(id, problem);
        int place = 0;
        QFormLayout::ItemRole unused;
        m_layout->getWidgetPosition(editor, &place, &unused);
        m_layout->insertRow(place + 1, QString(), problem);
        m_layout->setRowVisible(problem, false);
    }
    connect(model, &QAbstractItemModel::dataChanged, this, &FormBinder::fill);
    connect(model, &QAbstractItemModel::modelReset, this, &FormBinder::fill);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FormBinder::fill);
    connect(&Theme::instance(), &Theme::changed, this, &FormBinder::fill);
    setRow(-1);
}

void FormBinder::connectEditor(const QString &fieldId, QWidget *editor)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::editingFinished, this, [this, fieldId] { take(fieldId); });
    else if (auto *box = qobject_cast<QComboBox *>(editor))
        connect(box, &QComboBox::currentIndexChanged, this, [this, fieldId] { take(fieldId); });
    else if (auto *check = qobject_cast<QCheckBox *>(editor))
        connect(check, &QCheckBox::toggled, this, [this, fieldId] { take(fieldId); });
}

void FormBinder::setRow(int row)
{
    if (m_row.isValid() && m_row.row() != row)
        commit();
    m_row = row < 0 ? QPersistentModelIndex() : QPersistentModelIndex(m_model->index(row, 0));
    m_form->setEnabled(m_row.isValid());
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        fillField(it.key(), true);
}

void FormBinder::setChoices(const QString &fieldId, const QList<QPair<QString, QString>> &choices)
{
    auto *box = qobject_cast<QComboBox *>(m_editors.value(fieldId));
    if (!box)
        return;
    m_filling = true;
    box->clear();
    for (const auto &[text, code] : choices)
        box->addItem(text, code);
    m_filling = false;
    fillField(fieldId, true);
}

void FormBinder::commit()
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it) {
        if (it.value()->hasFocus())
            take(it.key());
    }
}

bool FormBinder::eventFilter(QObject *watched, QEvent *event)
{
    // A field would keep Ctrl+Z for itself even with nothing typed; then it is meant for the last edit of the page.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        const auto *line = qobject_cast<QLineEdit *>(watched);
        if (line && !line->isUndoAvailable()) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QString FormBinder::problem(const QString &fieldId) const
{
    const QLabel *label = m_problems.value(fieldId);
    return label && m_layout->isRowVisible(m_problems.value(fieldId)) ? label->text() : QString();
}

void FormBinder::take(const QString &fieldId)
{
    if (m_filling || !m_row.isValid())
        return;
    const QModelIndex cell = m_model->index(m_row.row(), m_model->columnOf(fieldId));
    QWidget *editor = m_editors.value(fieldId);
    if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        if (line->isModified())
            m_model->setData(cell, line->text(), Qt::EditRole);
    } else if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        m_model->setData(cell, box->currentData(), Qt::EditRole);
    } else if (const auto *check = qobject_cast<QCheckBox *>(editor)) {
        m_model->setData(cell, check->isChecked() ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
    fillField(fieldId, true);
}

void FormBinder::fill()
{
    m_form->setEnabled(m_row.isValid());
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        fillField(it.key(), false);
}

void FormBinder::fillField(const QString &fieldId, bool evenWhileEdited)
{
    QWidget *editor = m_editors.value(fieldId);
    const QModelIndex cell = m_row.isValid() ? m_model->index(m_row.row(), m_model->columnOf(fieldId)) : QModelIndex();
    m_filling = true;
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        const bool beingEdited = line->hasFocus() && line->isModified() && !evenWhileEdited;
        const QString text = cell.data(Qt::EditRole).toString();
        if (!beingEdited && line->text() != text) {
            line->setText(text);
            if (!line->hasFocus())
                line->setCursorPosition(0); // a text that is too long is read from its beginning
        }
        if (!beingEdited)
            line->setModified(false);
    } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findData(cell.data(Qt::EditRole).toString()));
    } else if (auto *check = qobject_cast<QCheckBox *>(editor)) {
        check->setChecked(cell.data(Qt::CheckStateRole).toInt() == Qt::Checked);
    }
    m_filling = false;
    const QString problem = cell.data(role::Problem).toString();
    QLabel *label = m_problems.value(fieldId);
    label->setText(problem);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().colors().negative);
    label->setPalette(palette);
    m_layout->setRowVisible(label, !problem.isEmpty());
    if (editor->property("problem").toBool() != !problem.isEmpty()) {
        editor->setProperty("problem", !problem.isEmpty());
        editor->update();
    }
}

} // namespace bincard
