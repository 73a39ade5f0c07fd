// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "models/ValueTableModel.h"
#include "service/DocumentService.h"

#include <optional>

namespace bincard {

/// The documents that a filter lets through, newest first. They arrive in pages by key as one scrolls (fetchMore), so
/// that the hundred-thousandth costs no more than the first; a newer filter makes older answers void. GUI thread.
class DocumentListModel : public ValueTableModel<DocumentSummary>
{
    Q_OBJECT
public:
    enum Column { Number, Kind, State, Date, Partner, Warehouse, Note, Lines, Total };

    explicit DocumentListModel(BookClient &client, QObject *parent = nullptr);

    /// Asks for the first page; what is shown stays until it is there.
    void setFilter(const DocumentFilter &filter);
    [[nodiscard]] const DocumentFilter &filter() const { return m_filter; }
    void reload(); ///< as many rows as are shown, in place
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    /// Of what is shown, cancelled documents left out. None if they are of different kinds: adding what was bought to
    /// what was sold means nothing.
    [[nodiscard]] std::optional<Decimal> total() const;
    [[nodiscard]] std::optional<int> rowOf(const QUuid &id) const;

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void loadingChanged();
    void loaded();
    void failed(const bincard::Error &error);

private:
    void request(DocumentFilter filter, bool further);

    BookClient &m_client;
    DocumentFilter m_filter;
    QString m_next;
    Generation m_generation;
    bool m_loading = false;
};

} // namespace bincard
