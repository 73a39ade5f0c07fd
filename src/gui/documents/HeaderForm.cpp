// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/HeaderForm.h"

#include "gui/CompletionEdit.h"
#include "gui/DateEdit.h"
#include "gui/Theme.h"
#include "models/DocumentText.h"
#include "models/Format.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace bincard {

namespace {

constexpr int mostChoices = 50;

void markProblem(QLineEdit *edit, bool problem)
{
    edit->setProperty("problem", problem);
    edit->update();
}

} // namespace

HeaderForm::HeaderForm(DocumentEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_layout(new QGridLayout(this))
    , m_partner(new CompletionEdit)
    , m_warehouse(new CompletionEdit)
    , m_warehouseTo(new CompletionEdit)
    , m_date(new DateEdit)
    , m_number(new QLineEdit)
    , m_note(new QLineEdit)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(Theme::grid);
    m_layout->setVerticalSpacing(Theme::grid / 2);
    m_layout->setColumnStretch(1, 3);
    m_layout->setColumnMinimumWidth(2, Theme::grid);
    m_layout->setColumnStretch(4, 3);
    build();
    connect(&editor, &DocumentEditor::headerChanged, this, &HeaderForm::fill);
    connect(&editor, &DocumentEditor::suggestionChanged, this, &HeaderForm::fill);
    fill();
}

HeaderForm::Field &HeaderForm::add(const QString &name, QLineEdit *edit, int row, int column)
{
    Field field;
    field.label = new QLabel;
    field.label->setBuddy(edit);
    field.edit = edit;
    field.problem = new QLabel;
    field.problem->setObjectName(name + QStringLiteral("Problem"));
    field.problem->setWordWrap(true);
    field.problem->hide();
    edit->setObjectName(name);
    edit->installEventFilter(this);
    place(field, row, column);
    return *m_fields.insert(name, field);
}

void HeaderForm::place(const Field &field, int row, int column)
{
    const Qt::Alignment alignment = qobject_cast<DateEdit *>(field.edit) ? Qt::AlignLeft : Qt::Alignment();
    m_layout->addWidget(field.label, 2 * row, column, Qt::AlignRight | Qt::AlignVCenter);
    m_layout->addWidget(field.edit, 2 * row, column + 1, alignment);
    m_layout->addWidget(field.problem, 2 * row + 1, column + 1);
}

void HeaderForm::build()
{
    add(QStringLiteral("partner"), m_partner, 0, 0);
    add(QStringLiteral("date"), m_date, 0, 3).label->setText(tr("Date"));
    add(QStringLiteral("warehouse"), m_warehouse, 1, 0);
    add(QStringLiteral("number"), m_number, 1, 3).label->setText(tr("Number"));
    add(QStringLiteral("warehouse_to"), m_warehouseTo, 2, 0).label->setText(tr("To"));
    add(QStringLiteral("note"), m_note, 2, 3).label->setText(tr("Note"));
    m_order = {m_partner, m_date, m_warehouse, m_warehouseTo, m_number, m_note};
    for (qsizetype i = 1; i < m_order.size(); ++i)
        setTabOrder(m_order.at(i - 1), m_order.at(i));
    m_number->setMaxLength(40);
    m_note->setMaxLength(2000);
    m_number->setToolTip(tr("Left empty, the document gets the next number."));

    m_partner->setPlaceholderText(tr("Code or name"));
    m_warehouse->setPlaceholderText(tr("Code or name"));
    m_warehouseTo->setPlaceholderText(tr("Code or name"));
    m_partner->setSource([this](const QString &text) {
        const bool supplier = traits(m_editor.header().kind).partnerIsSupplier;
        const PartnerRole role = supplier ? PartnerRole::Supplier : PartnerRole::Customer;
        return m_editor.catalog().matchPartners(text, mostChoices, role);
    });
    const auto warehouses = [this](
                                const QString &text) { return m_editor.catalog().matchWarehouses(text, mostChoices); };
    m_warehouse->setSource(warehouses);
    m_warehouseTo->setSource(warehouses);

    for (const QString &name : {QStringLiteral("partner"), QStringLiteral("warehouse"), QStringLiteral("warehouse_to"),
             QStringLiteral("number")}) {
        QLineEdit *edit = m_fields.value(name).edit;
        connect(edit, &QLineEdit::editingFinished, this, [this, name, edit] {
            if (edit->isModified())
                take(name);
        });
    }
    for (CompletionEdit *edit : {m_partner, m_warehouse, m_warehouseTo})
        connect(edit, &CompletionEdit::chosen, this, [this, edit] { take(edit->objectName()); });
    connect(m_date, &DateEdit::dateEdited, this, [this] { take(QStringLiteral("date")); });
    // The note is kept letter by letter: it is free text, and the longest that can be lost.
    connect(m_note, &QLineEdit::textEdited, this, [this](const QString &text) { m_editor.setNote(text); });
}

void HeaderForm::take(const QString &field)
{
    QLineEdit *edit = m_fields.value(field).edit;
    setProblem(field, {});
    edit->setModified(false);
    if (edit == m_partner)
        m_editor.setPartner(edit->text());
    else if (edit == m_warehouse)
        m_editor.setWarehouse(edit->text());
    else if (edit == m_warehouseTo)
        m_editor.setWarehouseTo(edit->text());
    else if (edit == m_number)
        m_editor.setNumber(edit->text());
    else if (edit == m_date)
        m_editor.setDateText(edit->text(), QDate::currentDate());
    fill();
    if (edit == m_date && !m_editor.dateText().isEmpty()) // at once: a document without a day has nothing available
        setProblem(
            field, Message{QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date."), {m_editor.dateText()}}.translated());
}

void HeaderForm::commit()
{
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        QLineEdit *edit = field->edit;
        if (!edit->hasFocus())
            continue;
        if (auto *completion = qobject_cast<CompletionEdit *>(edit))
            completion->acceptMarked();
        if (edit == m_date)
            emit m_date->editingFinished();
        else if (edit->isModified())
            take(field.key());
    }
}

void HeaderForm::showChoice(CompletionEdit *edit, const QString &code, const QString &name)
{
    if (edit->hasFocus() && edit->isModified())
        return; // somebody types there
    const QString text = name.isEmpty() ? code : code + u' ' + name;
    if (edit->text() != text) {
        edit->setText(text);
        edit->setCursorPosition(0);
    }
}

void HeaderForm::fill()
{
    const Document &header = m_editor.header();
    const DocumentTraits &kind = traits(header.kind);
    const CatalogIndex &catalog = m_editor.catalog();
    const Partner *partner = catalog.partner(header.partner);
    const Warehouse *from = catalog.warehouse(header.warehouse);
    const Warehouse *to = catalog.warehouse(header.warehouseTo);
    showChoice(m_partner, header.partner, partner ? partner->name : header.partnerName);
    showChoice(m_warehouse, header.warehouse, from ? from->name : header.warehouseName);
    showChoice(m_warehouseTo, header.warehouseTo, to ? to->name : header.warehouseToName);
    if (m_editor.dateText().isEmpty()) {
        if (m_date->date() != header.date || !m_date->isModified())
            m_date->setDate(header.date);
    } else if (m_date->text() != m_editor.dateText()) {
        m_date->setText(m_editor.dateText());
        m_date->setProblem(true);
    }
    if (!(m_number->hasFocus() && m_number->isModified()))
        m_number->setText(header.number);
    m_number->setPlaceholderText(m_editor.suggestedNumber());
    if (m_note->text() != header.note)
        m_note->setText(header.note);

    const bool hasPartner = kind.needsPartner || kind.partnerIsSupplier;
    int row = 0; // the left column has no holes, whatever the kind does without
    const auto showField = [this, &row](const QString &name, bool shown) {
        const Field field = m_fields.value(name);
        if (shown)
            place(field, row++, 0);
        field.label->setVisible(shown);
        field.edit->setVisible(shown);
        if (!shown)
            field.problem->hide();
    };
    showField(QStringLiteral("partner"), hasPartner);
    showField(QStringLiteral("warehouse"), true);
    showField(QStringLiteral("warehouse_to"), kind.hasDestination);
    m_fields.value(QStringLiteral("partner")).label->setText(text::partnerLabel(header.kind));
    m_fields.value(QStringLiteral("warehouse")).label->setText(text::warehouseLabel(header.kind));
}

bool HeaderForm::setProblem(const QString &field, const QString &text)
{
    const auto found = m_fields.constFind(field);
    if (found == m_fields.cend() || found->edit->isHidden())
        return false;
    QPalette palette = found->problem->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().colors().negative);
    found->problem->setPalette(palette);
    found->problem->setText(text);
    found->problem->setVisible(!text.isEmpty());
    markProblem(found->edit, !text.isEmpty());
    return true;
}

void HeaderForm::clearProblems()
{
    const QStringList names = m_fields.keys();
    for (const QString &name : names)
        setProblem(name, {});
}

bool HeaderForm::focusProblem()
{
    for (QLineEdit *edit : std::as_const(m_order)) {
        if (edit->isHidden() || !edit->property("problem").toBool())
            continue;
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
        return true;
    }
    return false;
}

void HeaderForm::focusFirst()
{
    const bool needsPartner =
        traits(m_editor.header().kind).needsPartner || traits(m_editor.header().kind).partnerIsSupplier;
    QLineEdit *first = needsPartner ? static_cast<QLineEdit *>(m_partner) : m_date;
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

void HeaderForm::setReadOnly(bool readOnly)
{
    for (QLineEdit *edit : std::as_const(m_order))
        edit->setReadOnly(readOnly);
}

void HeaderForm::next(const QLineEdit *from)
{
    for (qsizetype i = m_order.indexOf(from) + 1; i < m_order.size(); ++i) {
        if (m_order.at(i)->isHidden())
            continue;
        m_order.at(i)->setFocus(Qt::TabFocusReason);
        return;
    }
    emit finished();
}

bool HeaderForm::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(watched);
    if (!edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    const bool tabFromLast = press->key() == Qt::Key_Tab && edit == m_note;
    if (press->modifiers() & (Qt::ControlModifier | Qt::AltModifier) || !(enter || tabFromLast))
        return QWidget::eventFilter(watched, event);
    commit();
    next(edit);
    return true;
}

} // namespace bincard
