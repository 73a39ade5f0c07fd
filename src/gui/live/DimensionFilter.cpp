// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/DimensionFilter.h"

#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/live/ValueCompleter.h"
#include "models/CatalogCache.h"
#include "models/RegisterColumns.h"
#include "models/ValueList.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace bincard {

namespace {

constexpr int fieldWidth = 16 * Theme::grid;

/// What a dimension may refer to, to complete what is typed.
QList<CatalogChoice> choicesOf(const CatalogSnapshot &catalog, const QString &table)
{
    QList<CatalogChoice> choices;
    const auto add = [&choices](const auto &rows) {
        for (const auto &row : rows)
            choices << CatalogChoice{row.code, row.name, {}};
    };
    if (table == u"items")
        add(catalog.items);
    else if (table == u"warehouses")
        add(catalog.warehouses);
    else if (table == u"partners")
        add(catalog.partners);
    else if (table == u"categories")
        add(catalog.categories);
    return choices;
}

/// The catalog that values of a dimension stand in; analytics are called after what documents post of them.
QString tableOf(const RegisterDefinition &definition, const QString &name)
{
    if (const int index = definition.dimensionIndex(name); index >= 0)
        return definition.dimensions().at(index).refTable;
    return name == u"account" ? QString() : name.section(u'.', 1) + u's';
}

} // namespace

DimensionFilter::DimensionFilter(const CatalogCache &catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(catalog)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QPushButton)
    , m_menu(new QMenu(this))
    , m_clear(new QToolButton)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::grid);
    m_group->setMenu(m_menu);
    m_group->setToolTip(tr("Which dimensions make a row of balances"));
    m_clear->setIcon(icon(QStringLiteral("clear")));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Clear the filter (Esc)"));
    connect(m_clear, &QToolButton::clicked, this, &DimensionFilter::clear);
    m_layout->addWidget(m_group);
    m_layout->addWidget(m_clear);
    m_layout->addStretch(1);
}

void DimensionFilter::setRegister(const RegisterDefinition &definition)
{
    qDeleteAll(m_fields);
    m_fields.clear();
    m_menu->clear();
    const QStringList names = dimensionNames(definition);
    for (const QString &name : names) {
        const bool isOwn = definition.dimensionIndex(name) >= 0;
        const QString title = dimensionTitle(definition, name);
        addGroup(name, title, isOwn || name == u"account");
        addField(name, title,
            !isOwn && name == u"account" ? m_accounts : choicesOf(m_catalog.snapshot(), tableOf(definition, name)));
    }
    m_taken = {};
    m_group->setEnabled(!m_menu->isEmpty());
    showGroups();
    m_clear->setEnabled(false);
}

void DimensionFilter::addGroup(const QString &name, const QString &title, bool checked)
{
    QAction *action = m_menu->addAction(title);
    action->setData(name);
    action->setCheckable(true);
    action->setChecked(checked);
    connect(action, &QAction::toggled, this, [this] {
        showGroups();
        emit changed();
    });
}

void DimensionFilter::addField(const QString &name, const QString &title, const QList<CatalogChoice> &choices)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(title);
    field->setAccessibleName(tr("Only %1").arg(title));
    field->setToolTip(
        tr("Only these values of %1, with commas between them. What holds a comma itself stands in double quotes: "
           "\"a, b\".")
            .arg(title));
    field->setObjectName(name);
    field->setMaximumWidth(fieldWidth);
    if (!choices.isEmpty())
        field->setCompleter(new ValueCompleter(choices, field));
    field->installEventFilter(this);
    connect(field, &QLineEdit::editingFinished, this, &DimensionFilter::taken);
    m_layout->insertWidget(m_layout->indexOf(m_clear), field);
    m_fields.append(field);
}

QStringList DimensionFilter::groupBy() const
{
    QStringList names;
    const auto actions = m_menu->actions();
    for (const QAction *action : actions) {
        if (action->isChecked())
            names << action->data().toString();
    }
    return names;
}

void DimensionFilter::setGroupBy(const QStringList &names)
{
    const auto actions = m_menu->actions();
    for (QAction *action : actions) {
        const QSignalBlocker quiet(action);
        action->setChecked(names.contains(action->data().toString()));
    }
    showGroups();
}

void DimensionFilter::showGroups()
{
    QStringList titles;
    const auto actions = m_menu->actions();
    for (const QAction *action : actions) {
        if (action->isChecked())
            titles << action->text();
    }
    m_group->setText(
        titles.isEmpty() ? tr("All in one row") : tr("By %1", "grouped by").arg(titles.join(QStringLiteral(", "))));
}

QJsonObject DimensionFilter::where() const
{
    QJsonObject where;
    for (const QLineEdit *field : m_fields) {
        if (const QStringList values = splitValues(field->text()); !values.isEmpty())
            where.insert(field->objectName(), QJsonArray::fromStringList(values));
    }
    return where;
}

void DimensionFilter::setWhere(const QJsonObject &where)
{
    for (QLineEdit *field : std::as_const(m_fields)) {
        const QJsonValue value = where.value(field->objectName());
        QStringList texts;
        for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray{value}) {
            if (!each.isUndefined() && !each.isNull())
                texts << each.toVariant().toString();
        }
        field->setText(joinValues(texts));
    }
    m_taken = this->where();
    m_clear->setEnabled(isActive());
}

bool DimensionFilter::isActive() const { return !where().isEmpty(); }

void DimensionFilter::clear()
{
    for (QLineEdit *field : std::as_const(m_fields))
        field->clear();
    taken();
}

void DimensionFilter::taken()
{
    const QJsonObject now = where();
    m_clear->setEnabled(!now.isEmpty());
    if (now == m_taken)
        return;
    m_taken = now;
    emit changed();
}

void DimensionFilter::focus()
{
    if (m_fields.isEmpty())
        return;
    m_fields.constFirst()->setFocus(Qt::ShortcutFocusReason);
    m_fields.constFirst()->selectAll();
}

QLineEdit *DimensionFilter::field(const QString &dimension) const
{
    for (QLineEdit *field : m_fields) {
        if (field->objectName() == dimension)
            return field;
    }
    return nullptr;
}

bool DimensionFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && isActive()) {
        clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace bincard
