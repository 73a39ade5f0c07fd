// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentText.h"

#include <QCoreApplication>

namespace bincard::text {

namespace {

QString tr(const char *source) { return QCoreApplication::translate("DocumentText", source); }

} // namespace

QString kind(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::GoodsReceipt: return tr(QT_TRANSLATE_NOOP("DocumentText", "Goods receipt"));
    case DocumentKind::SalesOrder: return tr(QT_TRANSLATE_NOOP("DocumentText", "Sales order"));
    case DocumentKind::StockTransfer: return tr(QT_TRANSLATE_NOOP("DocumentText", "Stock transfer"));
    case DocumentKind::CustomerReturn: return tr(QT_TRANSLATE_NOOP("DocumentText", "Customer return"));
    case DocumentKind::WriteOff: return tr(QT_TRANSLATE_NOOP("DocumentText", "Write-off"));
    case DocumentKind::OpeningBalance: return tr(QT_TRANSLATE_NOOP("DocumentText", "Opening balance"));
    }
    return {};
}

QString newKind(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::GoodsReceipt: return tr(QT_TRANSLATE_NOOP("DocumentText", "New goods receipt"));
    case DocumentKind::SalesOrder: return tr(QT_TRANSLATE_NOOP("DocumentText", "New sales order"));
    case DocumentKind::StockTransfer: return tr(QT_TRANSLATE_NOOP("DocumentText", "New stock transfer"));
    case DocumentKind::CustomerReturn: return tr(QT_TRANSLATE_NOOP("DocumentText", "New customer return"));
    case DocumentKind::WriteOff: return tr(QT_TRANSLATE_NOOP("DocumentText", "New write-off"));
    case DocumentKind::OpeningBalance: return tr(QT_TRANSLATE_NOOP("DocumentText", "New opening balance"));
    }
    return {};
}

QString state(DocumentState state)
{
    switch (state) {
    case DocumentState::Draft: return tr(QT_TRANSLATE_NOOP("DocumentText", "Draft"));
    case DocumentState::Posted: return tr(QT_TRANSLATE_NOOP("DocumentText", "Posted"));
    case DocumentState::Cancelled: return tr(QT_TRANSLATE_NOOP("DocumentText", "Cancelled"));
    }
    return {};
}

QString document(const Document &document)
{
    if (document.number.isEmpty())
        return document.version == 0 ? newKind(document.kind) : kind(document.kind);
    //: %1 is the kind of a document, %2 its number
    return tr(QT_TRANSLATE_NOOP("DocumentText", "%1 %2")).arg(kind(document.kind), document.number);
}

QString action(const QString &code)
{
    if (code == QLatin1String("created"))
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Created"));
    if (code == QLatin1String("changed"))
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Changed"));
    if (code == QLatin1String("posted"))
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Posted"));
    if (code == QLatin1String("unposted"))
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Unposted"));
    if (code == QLatin1String("reposted"))
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Reposted"));
    return code;
}

QString warehouseLabel(DocumentKind kind)
{
    return traits(kind).issuesStock ? tr(QT_TRANSLATE_NOOP("DocumentText", "From"))
                                    : tr(QT_TRANSLATE_NOOP("DocumentText", "Into"));
}

QString partnerLabel(DocumentKind kind)
{
    if (traits(kind).partnerIsSupplier)
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Supplier"));
    if (traits(kind).needsPartner)
        return tr(QT_TRANSLATE_NOOP("DocumentText", "Customer"));
    return tr(QT_TRANSLATE_NOOP("DocumentText", "Partner"));
}

} // namespace bincard::text
