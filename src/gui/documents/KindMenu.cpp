// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/KindMenu.h"

#include "gui/Actions.h"
#include "gui/Icons.h"
#include "gui/Page.h"
#include "models/DocumentText.h"

#include <QAction>
#include <QMenu>
#include <QSettings>

namespace bincard {

namespace {
constexpr char lastKindKey[] = "documents/lastKind";

QString warehouseKey(DocumentKind kind) { return QStringLiteral("documents/warehouse/") + code(kind); }

} // namespace

QString iconName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::GoodsReceipt: return QStringLiteral("receipt");
    case DocumentKind::SalesOrder: return QStringLiteral("order");
    case DocumentKind::StockTransfer: return QStringLiteral("transfer");
    case DocumentKind::CustomerReturn: return QStringLiteral("return");
    case DocumentKind::WriteOff: return QStringLiteral("write-off");
    case DocumentKind::OpeningBalance: return QStringLiteral("opening-balance");
    }
    return QStringLiteral("document");
}

QMenu *newKindMenu(QWidget *parent, std::function<void(DocumentKind)> chosen)
{
    auto *menu = new QMenu(parent);
    for (const DocumentTraits &each : documentTraits()) {
        QAction *action = menu->addAction(icon(iconName(each.kind)), text::newKind(each.kind));
        action->setObjectName(QStringLiteral("new.") + QLatin1String(each.code));
        QObject::connect(action, &QAction::triggered, parent, [chosen, kind = each.kind] { chosen(kind); });
    }
    return menu;
}

void addNewDocumentKey(QWidget *page, AppContext &context)
{
    newKey(page, {QKeySequence(QKeySequence::New)}, [page, &context] {
        QMenu *menu = newKindMenu(page, [&context](DocumentKind kind) {
            context.go(QStringLiteral("document"), {{QStringLiteral("kind"), code(kind)}});
        });
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(page->mapToGlobal(page->rect().center()) - QRect({}, menu->sizeHint()).center());
        menu->setActiveAction(menu->findChild<QAction *>(QStringLiteral("new.") + code(lastKind())));
    });
}

DocumentKind lastKind()
{
    const Result<DocumentKind> kind = documentKind(QSettings().value(QLatin1String(lastKindKey)).toString());
    return kind ? *kind : DocumentKind::SalesOrder;
}

void rememberKind(DocumentKind kind) { QSettings().setValue(QLatin1String(lastKindKey), code(kind)); }

QString lastWarehouse(DocumentKind kind) { return QSettings().value(warehouseKey(kind)).toString(); }

void rememberWarehouse(DocumentKind kind, const QString &warehouse)
{
    QSettings().setValue(warehouseKey(kind), warehouse);
}

} // namespace bincard
