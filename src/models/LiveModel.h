// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

namespace bincard {

struct LiveColumn
{
    QString id;      ///< stable, for remembered widths
    QString title;   ///< translated
    int text = -1;   ///< which of the row's texts,
    int figure = -1; ///< or which of its figures
    QString toolTip = {};
};

struct LiveRow
{
    QString key; ///< for whoever remembers a row
    QStringList texts;
    QList<Decimal> figures;
    bool dimmed = false;
    QVariantList group = {};   ///< what the rows are ordered by; two with the same are the same row
    QStringList toolTips = {}; ///< of the texts, where they say more
};

/// Rows that are compared with what was shown before: a figure that changed is lit for a moment, with a mark that says
/// which way it went, and so is a row that was not there. Holds what one has scrolled through, page by page. GUI thread.
class LiveModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit LiveModel(QObject *parent = nullptr);

    /// Takes all rows away. Answers whether they are other columns than before.
    bool setColumns(const QList<LiveColumn> &columns);
    /// The rows from `from` on as they are now, in the same order as those shown. `complete`: nothing follows them.
    /// A row that is gone counts as zero and stays until it is asked for anew. Lights what differs if `light` is set.
    /// Answers how many rows did.
    int update(int from, const QList<LiveRow> &rows, bool complete, bool light);
    void append(const QList<LiveRow> &rows);
    [[nodiscard]] const LiveRow &row(int index) const { return m_rows.at(index).values; }

    /// Whether wantMore() brings more rows.
    void setMore(bool more) { m_more = more; }
    [[nodiscard]] bool hasMore() const { return m_more; }
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_more; }
    void fetchMore(const QModelIndex &parent) override;

    /// How long a change is seen in full, and how long it then takes to fade.
    void setFading(int fullMs, int fadeMs);
    [[nodiscard]] bool isLit() const { return m_fading.isActive(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void wantMore();

private:
    struct Change
    {
        qint64 at = -1;
        Decimal by; ///< the difference; of a new row the figure itself
        bool isNew = false;
    };
    struct Row
    {
        LiveRow values;
        QList<Change> changes; ///< of each figure
        Change whole;          ///< the row is new
    };

    void insert(int at, const QList<LiveRow> &rows, bool light);
    bool compare(int index, const LiveRow &now, bool light);
    bool vanish(int index, bool light);
    void lightUp();
    void fade();
    [[nodiscard]] double strength(const Change &change) const;
    [[nodiscard]] const Change &changeOf(const Row &row, const LiveColumn &column) const;
    [[nodiscard]] static QString figureText(Decimal value, bool withSign);

    QList<LiveColumn> m_columns;
    QList<Row> m_rows;
    QElapsedTimer m_clock;
    QTimer m_fading;
    qint64 m_litUntil = 0;
    int m_fullMs = 3000, m_fadeMs = 2000;
    bool m_more = false;
};

} // namespace bincard
