// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QSet>
#include <QTreeWidget>

#include <optional>

namespace bincard {

class AppContext;

/// The categories of the items as a tree, with the number of items in each; choosing one filters the items by it and what
/// lies below it. New categories are made and renamed in place.
class CategoryTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit CategoryTree(AppContext &context, QWidget *parent = nullptr);

    void reload(); ///< from the catalog
    /// Codes of the chosen category and the ones below; nothing: all items; a set of "": items without a category.
    [[nodiscard]] std::optional<QSet<QString>> chosen() const;
    [[nodiscard]] QString chosenCode() const; ///< empty: none or all
    void addCategory();

signals:
    void chosenChanged();
    void failed(const bincard::Error &error);

private:
    void renamed(QTreeWidgetItem *item);
    void save(const QString &code, const QString &name, const QString &parentCode);
    [[nodiscard]] QString freeCode(const QString &name) const;

    AppContext &m_context;
    bool m_filling = false;
};

} // namespace bincard
