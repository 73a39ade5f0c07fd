// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentText.h"

#include <QCoreApplication>

namespace bincard::text {

namespace {

QString numbered(DocumentKind documentKind, const QString &number)
{
    //: %1 is the kind of a document, %2 its number
    return QCoreApplication::translate("DocumentText", "%1 %2").arg(kind(documentKind), number);
}

} // namespace

QString kind(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::GoodsReceipt: return QCoreApplication::translate("DocumentText", "Goods receipt");
    case DocumentKind::SalesOrder: return QCoreApplication::translate("DocumentText", "Sales order");
    case DocumentKind::StockTransfer: return QCoreApplication::translate("DocumentText", "Stock transfer");
    case DocumentKind::CustomerReturn: return QCoreApplication::translate("DocumentText", "Customer return");
    case DocumentKind::WriteOff: return QCoreApplication::translate("DocumentText", "Write-off");
    case DocumentKind::OpeningBalance: return QCoreApplication::translate("DocumentText", "Opening balance");
    }
    return {};
}

QString newKind(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::GoodsReceipt: return QCoreApplication::translate("DocumentText", "New goods receipt");
    case DocumentKind::SalesOrder: return QCoreApplication::translate("DocumentText", "New sales order");
    case DocumentKind::StockTransfer: return QCoreApplication::translate("DocumentText", "New stock transfer");
    case DocumentKind::CustomerReturn: return QCoreApplication::translate("DocumentText", "New customer return");
    case DocumentKind::WriteOff: return QCoreApplication::translate("DocumentText", "New write-off");
    case DocumentKind::OpeningBalance: return QCoreApplication::translate("DocumentText", "New opening balance");
    }
    return {};
}

QString state(DocumentState state)
{
    switch (state) {
    case DocumentState::Draft: return QCoreApplication::translate("DocumentText", "Draft");
    case DocumentState::Posted: return QCoreApplication::translate("DocumentText", "Posted");
    case DocumentState::Cancelled: return QCoreApplication::translate("DocumentText", "Cancelled");
    }
    return {};
}

QString document(const Document &document)
{
    if (document.number.isEmpty())
        return document.version == 0 ? newKind(document.kind) : kind(document.kind);
    return numbered(document.kind, document.number);
}

QString recorder(const QString &recorder, const QString &documentNumber)
{
    const auto kind = documentKind(recorder.section(u':', 0, 0));
    return kind.ok() && !documentNumber.isEmpty() ? numbered(*kind, documentNumber) : recorder;
}

QString action(const QString &code)
{
    if (code == QLatin1String("created"))
        return QCoreApplication::translate("DocumentText", "Created");
    if (code == QLatin1String("changed"))
        return QCoreApplication::translate("DocumentText", "Changed");
    if (code == QLatin1String("posted"))
        return QCoreApplication::translate("DocumentText", "Posted");
    if (code == QLatin1String("unposted"))
        return QCoreApplication::translate("DocumentText", "Unposted");
    if (code == QLatin1String("reposted"))
        return QCoreApplication::translate("DocumentText", "Reposted");
    return code;
}

QString warehouseLabel(DocumentKind kind)
{
    return traits(kind).issuesStock ? QCoreApplication::translate("DocumentText", "From")
                                    : QCoreApplication::translate("DocumentText", "Into");
}

QString partnerLabel(DocumentKind kind)
{
    if (traits(kind).partnerIsSupplier)
        return QCoreApplication::translate("DocumentText", "Supplier");
    if (traits(kind).needsPartner)
        return QCoreApplication::translate("DocumentText", "Customer");
    return QCoreApplication::translate("DocumentText", "Partner");
}

} // namespace bincard::text
