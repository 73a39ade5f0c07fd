// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QVariantMap>
#include <QWidget>

class QAction;

namespace bincard {

class BookClient;
class CatalogCache;

/// What every page is given. Owned by the main window; GUI thread.
class AppContext : public QObject
{
    Q_OBJECT
public:
    AppContext(BookClient &bookClient, CatalogCache &catalogCache) : client(bookClient), catalog(catalogCache) {}

    BookClient &client;
    CatalogCache &catalog;

    /// Page names and their arguments, all optional:
    ///   dashboard; documents {text, item, partner, kind, state, from, to}; document {id} or {kind} for a new one;
    ///   items, warehouses, partners {code}; balances {at, warehouse, category, item, group};
    ///   turnover {from, to, item, category, warehouse, group}; stockcard {item, warehouse, from, to}; import {file,
    ///   kind}; registers {register, tab, recorder, new}; ledger {tab, account, from, to};
    ///   query {register, kind, query, show}
    void go(const QString &page, const QVariantMap &arguments = {}) { emit navigate(page, arguments); }
    /// Quiet success: one line in the status bar.
    void tell(const QString &text) { emit message(text); }
    /// "3 rows selected: 590.00", for the status bar; empty clears it.
    void selection(const QString &text) { emit selectionChanged(text); }

signals:
    void navigate(const QString &page, const QVariantMap &arguments);
    void message(const QString &text);
    void selectionChanged(const QString &text);
};

/// A page of the window. Made once, when first gone to; afterwards shown again with activate().
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(AppContext &context, QWidget *parent = nullptr) : QWidget(parent), m_context(context) {}

    [[nodiscard]] virtual QString name() const = 0;  ///< "balances": of --page and AppContext::go()
    [[nodiscard]] virtual QString title() const = 0; ///< translated
    /// Called each time the page is gone to. Unknown arguments are ignored.
    virtual void activate(const QVariantMap &arguments) = 0;
    /// F5, and when documents or catalog changed while the page is visible (or before it is shown next).
    virtual void refresh() = 0;
    /// No request under way: what is seen is what there is. Screenshots and tests wait for it.
    [[nodiscard]] virtual bool isSettled() const = 0;
    /// The arguments that bring the page back to what it shows (Alt+Left).
    [[nodiscard]] virtual QVariantMap place() const { return {}; }
    /// Ctrl+F: put the focus where one filters.
    virtual void focusFilter() {}
    /// Asked before the window closes or the book changes; false keeps it open (the page shows why).
    [[nodiscard]] virtual bool mayLeave() { return true; }

signals:
    /// After mayLeave() said false because something had to be saved first: it is saved, what was asked for may go on.
    void leavable();

protected:
    [[nodiscard]] AppContext &context() const { return m_context; }

private:
    AppContext &m_context;
};

} // namespace bincard
