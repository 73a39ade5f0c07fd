// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/ItemPage.h"

#include "gui/DataTable.h"
#include "gui/catalog/CatalogDelegate.h"
#include "gui/catalog/CatalogFilter.h"
#include "gui/catalog/CategoryTree.h"
#include "gui/catalog/FormBinder.h"
#include "models/CatalogCache.h"
#include "models/CatalogTables.h"
#include "ui_ItemForm.h"

#include <QAction>
#include <QSplitter>

namespace bincard {

ItemPage::ItemPage(AppContext &context)
    : CatalogPage(context, QStringLiteral("items"), tr("Items"))
    , m_items(new ItemTableModel(context.client, context.catalog, this))
    , m_categories(new CategoryTree(context))
{
    auto *form = new QWidget;
    Ui::ItemForm().setupUi(form);
    build(m_items, form, tr("New item"), tr("No items yet."));
    // First what is alike in nearly every row, then what stands in the tree or in the form.
    table()->setSpareColumns({QStringLiteral("active"), QStringLiteral("service"), QStringLiteral("barcode"),
        QStringLiteral("category"), QStringLiteral("reorder_point")});
    splitter()->insertWidget(0, m_categories);
    splitter()->setStretchFactor(0, 0);
    splitter()->setStretchFactor(1, 1);
    splitter()->setStretchFactor(2, 0);
    splitter()->setSizes({200, 700, 300});
    delegate()->setChoiceColumns({m_items->columnOf(QStringLiteral("category"))});
    connect(
        m_categories, &CategoryTree::chosenChanged, this, [this] { filter()->setCategories(m_categories->chosen()); });
    connect(m_categories, &CategoryTree::failed, this, &CatalogPage::showError);

    auto *card = new QAction(tr("Stock card"), this);
    card->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    connect(card, &QAction::triggered, this, [this] {
        if (const int row = currentRow(); row >= 0)
            this->context().go(QStringLiteral("stockcard"), {{QStringLiteral("item"), m_items->code(row)}});
    });
    card->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    table()->view()->addAction(card);
    if (context.catalog.isLoaded())
        load();
}

void ItemPage::load()
{
    QList<QPair<QString, QString>> choices{{tr("(none)"), QString()}};
    for (const Category &category : context().catalog.snapshot().categories) {
        if (category.active)
            choices.append({category.name, category.code});
    }
    delegate()->setChoices(choices);
    m_items->load(context().catalog.snapshot().items);
    binder()->setChoices(QStringLiteral("category"), choices);
    m_categories->reload();
    filter()->setCategories(m_categories->chosen());
}

void ItemPage::prepareNew()
{
    Item blank;
    blank.category = m_categories->chosenCode();
    m_items->setBlank(blank);
}

} // namespace bincard
