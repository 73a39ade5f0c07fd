// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "service/DocumentService.h"

#include <QUuid>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace bincard {

/// Who did what to a document, and when; newest first.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(BookClient &client, QWidget *parent = nullptr);

    /// Null: a document that has none yet.
    void showHistory(const QUuid &document);
    [[nodiscard]] bool isSettled() const { return !m_loading; }

private:
    void fill(const QList<HistoryEntry> &entries);

    BookClient &m_client;
    QLabel *m_empty;
    QTreeWidget *m_list;
    Generation m_generation;
    bool m_loading = false;
};

} // namespace bincard
