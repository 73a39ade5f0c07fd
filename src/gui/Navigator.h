// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/Page.h"

#include <QHash>
#include <QSet>
#include <QStackedWidget>

namespace bincard {

/// The pages of the open book: makes each when it is first gone to, knows the way back (Alt+Left), and sees to it that
/// what is shown is fresh after documents or the catalog have changed.
class Navigator : public QStackedWidget
{
    Q_OBJECT
public:
    explicit Navigator(AppContext &context, QWidget *parent = nullptr);

    /// False if there is no such page.
    bool go(const QString &name, const QVariantMap &arguments = {});
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const { return !m_back.isEmpty(); }
    [[nodiscard]] bool canGoForward() const { return !m_forward.isEmpty(); }

    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QString currentName() const;
    void refresh(); ///< F5
    /// Asks every page; the first that wants to stay is shown.
    [[nodiscard]] bool mayLeave();
    void clear(); ///< the book is closed: all pages go

signals:
    void pageChanged(const QString &name); ///< empty: none
    void historyChanged();
    void leavable(); ///< of a page, see there

private:
    struct Place
    {
        QString name;
        QVariantMap arguments;
    };
    [[nodiscard]] Place here() const;
    bool show(const Place &place);
    void markStale();

    AppContext &m_context;
    QHash<QString, Page *> m_pages;
    QSet<Page *> m_stale; ///< to be refreshed before they are seen again
    QList<Place> m_back, m_forward;
};

} // namespace bincard
