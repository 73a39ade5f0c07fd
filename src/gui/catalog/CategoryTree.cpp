// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/CategoryTree.h"

#include "async/BookClient.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "models/CatalogCache.h"

#include <QAction>
#include <QHeaderView>

namespace bincard {

namespace {

enum Role { Code = Qt::UserRole, Kind };
enum class Entry { All, Category, Without, New };

QTreeWidgetItem *entry(const QString &text, Entry kind, const QString &code = {})
{
    auto *item = new QTreeWidgetItem({text});
    item->setData(0, Code, code);
    item->setData(0, Kind, static_cast<int>(kind));
    return item;
}

Entry kindOf(const QTreeWidgetItem *item) { return static_cast<Entry>(item->data(0, Kind).toInt()); }

void collect(const QTreeWidgetItem *item, QSet<QString> &codes)
{
    codes.insert(item->data(0, Code).toString());
    for (int i = 0; i < item->childCount(); ++i)
        collect(item->child(i), codes);
}

int addUp(QTreeWidgetItem *item, const QHash<QString, int> &counts)
{
    int sum = counts.value(item->data(0, Code).toString());
    for (int i = 0; i < item->childCount(); ++i)
        sum += addUp(item->child(i), counts);
    item->setText(1, sum > 0 ? QLocale().toString(sum) : QString());
    return sum;
}

} // namespace

CategoryTree::CategoryTree(AppContext &context, QWidget *parent) : QTreeWidget(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setColumnCount(2);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setMinimumWidth(22 * Theme::grid);
    setUniformRowHeights(true);
    setIndentation(2 * Theme::grid);
    setAccessibleName(tr("Categories"));
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *add = new QAction(tr("New category"), this);
    add->setObjectName(QStringLiteral("category.new"));
    add->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    add->setShortcutContext(Qt::WindowShortcut);
    connect(add, &QAction::triggered, this, &CategoryTree::addCategory);
    addAction(add);
    auto *rename = new QAction(tr("Rename (F2)"), this);
    connect(rename, &QAction::triggered, this, [this] {
        if (QTreeWidgetItem *item = currentItem(); item && kindOf(item) == Entry::Category)
            editItem(item, 0);
    });
    addAction(rename);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            emit chosenChanged();
    });
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (!m_filling && column == 0)
            renamed(item);
    });
}

void CategoryTree::reload()
{
    const QString before = chosenCode();
    const bool hadWithout = currentItem() && kindOf(currentItem()) == Entry::Without;
    m_filling = true;
    clear();
    const CatalogSnapshot &snapshot = m_context.catalog.snapshot();
    QHash<QString, int> counts;
    int all = 0;
    for (const Item &item : snapshot.items) {
        if (!item.active)
            continue;
        ++counts[item.category];
        ++all;
    }
    auto *top = entry(tr("All items"), Entry::All);
    addTopLevelItem(top);
    QHash<QString, QTreeWidgetItem *> byCode;
    for (const Category &category : snapshot.categories) {
        if (!category.active)
            continue;
        auto *item = entry(category.name, Entry::Category, category.code);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(0, category.code);
        byCode.insert(category.code, item);
    }
    for (const Category &category : snapshot.categories) {
        QTreeWidgetItem *item = byCode.value(category.code);
        if (!item)
            continue;
        if (QTreeWidgetItem *above = byCode.value(category.parent))
            above->addChild(item);
        else
            addTopLevelItem(item);
    }
    for (int i = 1; i < topLevelItemCount(); ++i)
        addUp(topLevelItem(i), counts);
    top->setText(1, QLocale().toString(all));
    QTreeWidgetItem *without = nullptr;
    if (counts.value(QString()) > 0) {
        without = entry(tr("Without category"), Entry::Without);
        without->setText(1, QLocale().toString(counts.value(QString())));
        addTopLevelItem(without);
    }
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        (*it)->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        (*it)->setForeground(1, palette().brush(QPalette::PlaceholderText));
    }
    expandAll();
    setCurrentItem(hadWithout && without ? without : byCode.value(before, top));
    m_filling = false;
}

std::optional<QSet<QString>> CategoryTree::chosen() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item || kindOf(item) == Entry::All || kindOf(item) == Entry::New)
        return {};
    QSet<QString> codes;
    collect(item, codes);
    return codes;
}

QString CategoryTree::chosenCode() const
{
    const QTreeWidgetItem *item = currentItem();
    return item && kindOf(item) == Entry::Category ? item->data(0, Code).toString() : QString();
}

void CategoryTree::addCategory()
{
    QTreeWidgetItem *above = currentItem();
    m_filling = true;
    auto *item = entry(tr("New category"), Entry::New);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    if (above && kindOf(above) == Entry::Category) {
        above->addChild(item);
        above->setExpanded(true);
    } else {
        addTopLevelItem(item);
    }
    setCurrentItem(item);
    m_filling = false;
    editItem(item, 0);
}

QString CategoryTree::freeCode(const QString &name) const
{
    QString base;
    for (const QChar c : name.simplified().toUpper())
        base += c.isLetterOrNumber() ? c : QChar(u'-');
    base = base.left(50);
    QString code = base;
    for (int i = 2; m_context.catalog.category(code); ++i)
        code = QStringLiteral("%1-%2").arg(base).arg(i);
    return code;
}

void CategoryTree::renamed(QTreeWidgetItem *item)
{
    const QString name = item->text(0).simplified();
    const QString above = item->parent() ? item->parent()->data(0, Code).toString() : QString();
    const QString code = item->data(0, Code).toString();
    if (!name.isEmpty())
        save(code, name, above);
    else
        QMetaObject::invokeMethod(this, &CategoryTree::reload, Qt::QueuedConnection); // the editor is still open
}

void CategoryTree::save(const QString &code, const QString &name, const QString &parentCode)
{
    Category row;
    if (const Category *known = m_context.catalog.category(code))
        row = *known;
    else
        row.code = freeCode(name);
    row.name = name;
    row.parent = parentCode;
    m_context.client.request<Category>(
        this, [row](OpenBook &book) { return book.catalog().save(row); },
        [this, name](const Result<Category> &result) {
            if (result.ok())
                m_context.tell(tr("The category %1 is saved.").arg(name));
            else
                emit failed(result.error());
            m_context.client.announceCatalog();
        });
}

} // namespace bincard
