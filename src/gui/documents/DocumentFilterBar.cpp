// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/DocumentFilterBar.h"

#include "gui/CompletionEdit.h"
#include "gui/DateEdit.h"
#include "gui/Icons.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/documents/KindMenu.h"
#include "models/CatalogCache.h"
#include "models/CatalogIndex.h"
#include "models/DocumentText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

#include <chrono>

namespace bincard {

using namespace std::chrono_literals;

namespace {

constexpr int mostChoices = 50;

} // namespace

DocumentFilterBar::DocumentFilterBar(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_text(new QLineEdit)
    , m_kind(new QComboBox)
    , m_state(new QComboBox)
    , m_partner(new CompletionEdit)
    , m_from(new DateEdit)
    , m_to(new DateEdit)
    , m_item(new QToolButton)
    , m_clear(new QToolButton)
{
    build();
    connectFields();
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &DocumentFilterBar::apply);
}

void DocumentFilterBar::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_text->setToolTip(tr("Number, partner or note"));
    m_text->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_kind->setObjectName(QStringLiteral("filterKind"));
    m_kind->addItem(tr("All documents"));
    for (const DocumentTraits &each : documentTraits())
        m_kind->addItem(icon(iconName(each.kind)), text::kind(each.kind), QString::fromLatin1(each.code));
    m_state->setObjectName(QStringLiteral("filterState"));
    m_state->addItem(tr("All states"));
    for (const DocumentState state : {DocumentState::Draft, DocumentState::Posted, DocumentState::Cancelled})
        m_state->addItem(text::state(state), code(state));
    m_partner->setObjectName(QStringLiteral("filterPartner"));
    m_partner->setPlaceholderText(tr("Partner"));
    m_partner->setSource([this](const QString &text) {
        return CatalogIndex(m_context.catalog.snapshot()).matchPartners(text, mostChoices, PartnerRole::Any);
    });
    m_from->setObjectName(QStringLiteral("filterFrom"));
    m_from->setPlaceholderText(tr("From"));
    m_from->setMayBeEmpty(true);
    m_to->setObjectName(QStringLiteral("filterTo"));
    m_to->setPlaceholderText(tr("Until"));
    m_to->setMayBeEmpty(true);
    m_item->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_item->setIcon(icon(QStringLiteral("clear")));
    m_item->hide();
    m_clear->setObjectName(QStringLiteral("filterClear"));
    m_clear->setIcon(icon(QStringLiteral("clear")));
    m_clear->setToolTip(tr("Clear the filter (Esc)"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_text, m_kind, m_state, m_partner, m_from, m_to, m_item})
        layout->addWidget(field);
    layout->addWidget(m_clear);
    layout->setStretch(0, 3);
    layout->setStretch(3, 2);
}

void DocumentFilterBar::connectFields()
{
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, &DocumentFilterBar::entered);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DocumentFilterBar::apply);
    connect(m_state, &QComboBox::currentIndexChanged, this, &DocumentFilterBar::apply);
    connect(m_partner, &CompletionEdit::chosen, this, &DocumentFilterBar::takePartner);
    connect(m_partner, &QLineEdit::editingFinished, this, [this] {
        if (m_partner->isModified())
            takePartner();
    });
    connect(m_from, &DateEdit::dateEdited, this, &DocumentFilterBar::apply);
    connect(m_to, &DateEdit::dateEdited, this, &DocumentFilterBar::apply);
    connect(m_item, &QToolButton::clicked, this, [this] {
        setItem({});
        apply();
    });
    connect(m_clear, &QToolButton::clicked, this, &DocumentFilterBar::cleared);
}

void DocumentFilterBar::takePartner()
{
    const CatalogIndex catalog(m_context.catalog.snapshot());
    const Partner *partner = catalog.resolvePartner(m_partner->text());
    m_partnerCode = partner ? partner->code : m_partner->text().trimmed();
    if (partner)
        m_partner->setText(partner->name);
    apply();
}

void DocumentFilterBar::apply()
{
    if (m_setting)
        return;
    m_typing.stop();
    m_clear->setEnabled(isFiltered());
    emit changed();
}

void DocumentFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

DocumentFilter DocumentFilterBar::filter() const
{
    DocumentFilter filter;
    if (const Result<DocumentKind> kind = documentKind(m_kind->currentData().toString()))
        filter.kinds = {*kind};
    if (const Result<DocumentState> state = documentState(m_state->currentData().toString()))
        filter.states = {*state};
    filter.partner = m_partnerCode;
    filter.item = m_itemCode;
    filter.text = m_text->text().trimmed();
    if (m_from->date().isValid())
        filter.from = m_from->date();
    if (m_to->date().isValid())
        filter.to = m_to->date();
    return filter;
}

bool DocumentFilterBar::isFiltered() const
{
    const DocumentFilter now = filter();
    return !now.kinds.isEmpty() || !now.states.isEmpty() || !now.partner.isEmpty() || !now.item.isEmpty()
        || !now.text.isEmpty() || now.from || now.to;
}

void DocumentFilterBar::setItem(const QString &item)
{
    m_itemCode = item;
    m_item->setText(tr("With %1").arg(item));
    m_item->setToolTip(tr("Only documents with this item. Click to show the others too."));
    m_item->setVisible(!item.isEmpty());
}

void DocumentFilterBar::setArguments(const QVariantMap &arguments)
{
    const auto text = [&arguments](const char *name) { return arguments.value(QLatin1String(name)).toString(); };
    const auto date = [&text](const char *name) { return QDate::fromString(text(name), Qt::ISODate); };
    m_setting = true;
    m_text->setText(text("text"));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(text("kind"))));
    m_state->setCurrentIndex(std::max(0, m_state->findData(text("state"))));
    m_partnerCode = text("partner");
    const Partner *partner = m_context.catalog.partner(m_partnerCode);
    m_partner->setText(partner ? partner->name : m_partnerCode);
    m_partner->setModified(false);
    m_from->setDate(date("from"));
    m_to->setDate(date("to"));
    setItem(text("item"));
    m_setting = false;
    m_typing.stop();
    m_clear->setEnabled(isFiltered());
}

QVariantMap DocumentFilterBar::arguments() const
{
    QVariantMap arguments;
    const auto add = [&arguments](const char *name, const QString &value) {
        if (!value.isEmpty())
            arguments.insert(QLatin1String(name), value);
    };
    add("text", m_text->text());
    add("kind", m_kind->currentData().toString());
    add("state", m_state->currentData().toString());
    add("partner", m_partnerCode);
    add("item", m_itemCode);
    add("from", m_from->date().toString(Qt::ISODate));
    add("to", m_to->date().toString(Qt::ISODate));
    return arguments;
}

} // namespace bincard
