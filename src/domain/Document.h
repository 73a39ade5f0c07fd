// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Period.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

namespace bincard {

enum class DocumentKind { GoodsReceipt, SalesOrder, StockTransfer, CustomerReturn, WriteOff, OpeningBalance };
enum class DocumentState { Draft, Posted, Cancelled };

/// What distinguishes the kinds, in one place: a new kind is one row here, a posting rule, a form and a test.
struct DocumentTraits
{
    DocumentKind kind;
    const char *code;         ///< "sales_order": contract, table and the first part of the recorder
    const char *numberPrefix; ///< "SO" in SO-2026-0042
    bool needsPartner;        ///< a partner must be named
    bool partnerIsSupplier;   ///< a supplier may be named; a kind with neither of the two has no partner at all
    bool hasDestination;      ///< a second warehouse
    bool hasPrices;           ///< lines carry unit price, discount and amount; without, all three must be 0
    bool valuesStock;         ///< its amounts are what the stock is worth (goods receipt, opening balance): C2
    bool issuesStock;         ///< takes from `warehouse`
};
[[nodiscard]] const QList<DocumentTraits> &documentTraits();
[[nodiscard]] const DocumentTraits &traits(DocumentKind kind);
[[nodiscard]] QString code(DocumentKind kind);
[[nodiscard]] QString code(DocumentState state); ///< draft, posted, cancelled
[[nodiscard]] Result<DocumentKind> documentKind(const QString &code);
[[nodiscard]] Result<DocumentState> documentState(const QString &code);

/// References are catalog codes: a document reads the same in every book.
struct DocumentLine
{
    QString item;
    QString itemName, unit; ///< read only, filled by the service
    int unitDecimals = 0;   ///< read only
    Decimal quantity{0, quantityScale};
    Decimal unitPrice{0, priceScale};
    Decimal discount{0, percentScale}; ///< percent, 0..100
    /// quantity * unitPrice * (100 - discount) / 100, rounded half away from zero once, at the line (E14); or, where
    /// amountGiven, what the supplier's invoice says (goods receipt and opening balance only); then it takes the place
    /// of unit price and discount, which computeAmounts() sets to 0.
    Decimal amount{0, amountScale};
    bool amountGiven = false;
};

struct Document
{
    QUuid id; ///< made by the client; null: the service makes one
    DocumentKind kind = DocumentKind::SalesOrder;
    QString number; ///< empty: the next of its kind and year
    QDate date;     ///< posting date
    QString partner, warehouse, warehouseTo;
    QString partnerName, warehouseName, warehouseToName; ///< read only
    QString note;
    DocumentState state = DocumentState::Draft;
    int version = 0; ///< 0: not saved yet
    QList<DocumentLine> lines;
    Decimal total{0, amountScale}; ///< sum of the lines' amounts

    /// The recorder of its movements: "sales_order:<uuid>".
    [[nodiscard]] QString recorder() const;
};

/// Whether a recorder belongs to a document (and so may only be touched through it), and to which.
[[nodiscard]] QUuid documentOf(const QString &recorder);
/// Whether it begins as the recorders of documents do, with a kind and a colon. Nobody else may post under such a one:
/// readers take what stands before the colon for the kind.
[[nodiscard]] bool isDocumentRecorder(const QString &recorder);

/// The line's amount by the rule above; a validation error when it leaves 18 digits.
[[nodiscard]] Result<Decimal> lineAmount(Decimal quantity, Decimal unitPrice, Decimal discount);
/// Fills every line's amount (unless given) and the total.
[[nodiscard]] Result<void> computeAmounts(Document &document);
/// All problems that can be seen without the book, each at its field ("partner", "lines.quantity" with a line).
[[nodiscard]] QList<Problem> problemsOf(const Document &document);

/// JSON of the command line, section 4 of the design. Unknown fields are refused, all problems listed (those of
/// problemsOf() too). What toJson() writes is read back: state, total and line are output only, and so is a line's
/// amount beside a unit price, except where a receipt's amount contradicts it: that is a problem. A line with an amount
/// and no unit price has its amount given; toJson() leaves unit price and discount out of such a line.
[[nodiscard]] QJsonObject toJson(const Document &document);
[[nodiscard]] Result<Document> documentFromJson(const QJsonObject &json);

} // namespace bincard
