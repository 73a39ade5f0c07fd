// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentListModel.h"

#include "models/DocumentText.h"
#include "models/Format.h"
#include "service/OpenBook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace bincard {

namespace {

struct ListText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::DocumentListModel)
};

/// "MAIN", or "MAIN → EAST" for what goes from one to another.
QString warehouses(const DocumentSummary &row)
{
    return row.warehouseTo.isEmpty() ? row.warehouse : row.warehouse + QStringLiteral(" \u2192 ") + row.warehouseTo;
}

QString numberOrDraft(const DocumentSummary &row) { return row.number.isEmpty() ? QString(QChar(0x2014)) : row.number; }

QList<ValueTableModel<DocumentSummary>::Column> listColumns()
{
    using Row = DocumentSummary;
    const auto column = [](const char *id, const QString &title, std::function<QString(const Row &)> text) {
        ValueTableModel<Row>::Column made;
        made.id = QString::fromLatin1(id);
        made.title = title;
        made.text = std::move(text);
        return made;
    };
    QList<ValueTableModel<Row>::Column> columns{
        column("number", ListText::tr("Number"), numberOrDraft),
        column("kind", ListText::tr("Document"), [](const Row &row) { return text::kind(row.kind); }),
        column("state", ListText::tr("State"), [](const Row &row) { return text::state(row.state); }),
        column("date", ListText::tr("Date"), [](const Row &row) { return format::date(row.date); }),
        column("partner", ListText::tr("Partner"),
            [](const Row &row) { return row.partnerName.isEmpty() ? row.partner : row.partnerName; }),
        column("warehouse", ListText::tr("Warehouse"), warehouses),
        column("note", ListText::tr("Note"), [](const Row &row) { return row.note.simplified(); }),
        column("lines", ListText::tr("Lines"), [](const Row &row) { return QLocale().toString(row.lines); }),
        column("total", ListText::tr("Total"),
            [](const Row &row) { return traits(row.kind).hasPrices ? format::amount(row.total) : QString(); }),
    };
    columns[DocumentListModel::Date].sort = [](const Row &row) { return QVariant(row.date); };
    columns[DocumentListModel::State].sort = [](const Row &row) { return QVariant(static_cast<int>(row.state)); };
    columns[DocumentListModel::Lines].sort = [](const Row &row) { return QVariant(row.lines); };
    columns[DocumentListModel::Lines].units = [](const Row &row) {
        return QVariant::fromValue(Decimal::whole(row.lines, 0));
    };
    columns[DocumentListModel::Total].sort = [](const Row &row) { return QVariant(row.total.units()); };
    columns[DocumentListModel::Total].units = [](const Row &row) { return QVariant::fromValue(row.total); };
    return columns;
}

} // namespace

DocumentListModel::DocumentListModel(BookClient &client, QObject *parent)
    : ValueTableModel<DocumentSummary>(
        listColumns(), [](const DocumentSummary &row) { return QVariant(row.id.toString(QUuid::WithoutBraces)); },
        parent)
    , m_client(client)
{}

void DocumentListModel::setFilter(const DocumentFilter &filter)
{
    m_filter = filter;
    m_filter.after.clear();
    request(m_filter, false);
}

void DocumentListModel::reload()
{
    DocumentFilter filter = m_filter;
    filter.limit = std::max(filter.limit, rowCount());
    request(filter, false);
}

void DocumentListModel::request(DocumentFilter filter, bool further)
{
    const int generation = m_generation.next();
    m_loading = true;
    if (!further)
        m_next.clear(); // there is no more of another question's rows
    emit loadingChanged();
    m_client.request<DocumentPage>(
        this, [filter](OpenBook &book) { return book.documents().list(filter); },
        [this, generation, further](Result<DocumentPage> page) {
            if (!m_generation.isCurrent(generation))
                return;
            m_loading = false;
            if (page) {
                m_next = page->next;
                if (further)
                    append(page->rows);
                else
                    set(page->rows);
            }
            emit loadingChanged();
            if (page)
                emit loaded();
            else
                emit failed(page.error());
        });
}

bool DocumentListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && hasMore();
}

void DocumentListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    DocumentFilter filter = m_filter;
    filter.after = m_next;
    request(filter, true);
}

std::optional<Decimal> DocumentListModel::total() const
{
    std::optional<DocumentKind> kind;
    Decimal sum(0, amountScale);
    for (const DocumentSummary &row : rows()) {
        if (kind && *kind != row.kind)
            return std::nullopt;
        kind = row.kind;
        if (row.state == DocumentState::Cancelled)
            continue;
        const Result<Decimal> next = sum.plus(row.total);
        if (!next)
            return std::nullopt;
        sum = *next;
    }
    return kind && traits(*kind).hasPrices ? std::optional(sum) : std::nullopt;
}

std::optional<int> DocumentListModel::rowOf(const QUuid &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rows().at(row).id == id)
            return row;
    }
    return std::nullopt;
}

QVariant DocumentListModel::data(const QModelIndex &index, int role) const
{
    // A note is cut where the column ends; the whole of it is in the tooltip.
    if (role == Qt::ToolTipRole && index.isValid() && index.column() == Note)
        return row(index.row()).note;
    return ValueTableModel<DocumentSummary>::data(index, role);
}

} // namespace bincard
