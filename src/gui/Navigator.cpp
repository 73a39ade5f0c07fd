// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Navigator.h"

#include "async/BookClient.h"
#include "gui/Pages.h"

namespace bincard {

namespace {
constexpr qsizetype placesRemembered = 50;
}

Navigator::Navigator(AppContext &context, QWidget *parent) : QStackedWidget(parent), m_context(context)
{
    connect(&context.client, &BookClient::documentsChanged, this, &Navigator::markStale);
    connect(&context.client, &BookClient::catalogChanged, this, &Navigator::markStale);
}

Page *Navigator::currentPage() const { return qobject_cast<Page *>(currentWidget()); }

QString Navigator::currentName() const
{
    const Page *page = currentPage();
    return page ? page->name() : QString();
}

Navigator::Place Navigator::here() const
{
    const Page *page = currentPage();
    return page ? Place{page->name(), page->place()} : Place();
}

bool Navigator::go(const QString &name, const QVariantMap &arguments)
{
    const PageEntry *entry = pageEntry(name);
    if (!entry)
        return false;
    const Place before = here();
    if (!show({entry->name, arguments}))
        return false;
    const Place now = here();
    if (!before.name.isEmpty() && (before.name != now.name || before.arguments != now.arguments)) {
        m_back.append(before);
        if (m_back.size() > placesRemembered)
            m_back.removeFirst();
        m_forward.clear();
    }
    emit historyChanged();
    return true;
}

bool Navigator::show(const Place &place)
{
    const PageEntry *entry = pageEntry(place.name);
    if (!entry)
        return false;
    Page *&page = m_pages[entry->name];
    if (!page) {
        page = entry->make(m_context);
        addWidget(page);
        connect(page, &Page::leavable, this, &Navigator::leavable);
    }
    const bool other = page != currentPage();
    setCurrentWidget(page);
    page->activate(place.arguments);
    if (m_stale.remove(page))
        page->refresh();
    if (other)
        m_context.selection({});
    emit pageChanged(entry->name);
    return true;
}

void Navigator::back()
{
    if (m_back.isEmpty())
        return;
    const Place before = here();
    if (show(m_back.takeLast()))
        m_forward.append(before);
    emit historyChanged();
}

void Navigator::forward()
{
    if (m_forward.isEmpty())
        return;
    const Place before = here();
    if (show(m_forward.takeLast()))
        m_back.append(before);
    emit historyChanged();
}

void Navigator::refresh()
{
    if (Page *page = currentPage()) {
        m_stale.remove(page);
        page->refresh();
    }
}

void Navigator::markStale()
{
    for (Page *page : std::as_const(m_pages)) {
        if (page != currentPage())
            m_stale.insert(page);
    }
    refresh();
}

bool Navigator::mayLeave()
{
    for (Page *page : std::as_const(m_pages)) {
        if (page->mayLeave())
            continue;
        if (page != currentPage()) {
            m_back.append(here());
            setCurrentWidget(page);
            emit pageChanged(page->name());
            emit historyChanged();
        }
        return false;
    }
    return true;
}

void Navigator::clear()
{
    m_back.clear();
    m_forward.clear();
    m_stale.clear();
    const auto pages = std::exchange(m_pages, {});
    for (Page *page : pages) {
        removeWidget(page);
        page->deleteLater(); // one of them may be under way up the stack
    }
    emit pageChanged({});
    emit historyChanged();
}

} // namespace bincard
