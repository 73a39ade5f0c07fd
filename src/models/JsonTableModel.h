// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CatalogIndex.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace bincard {

/// A column of JSON rows as the registers answer them.
struct JsonColumn
{
    enum class Kind {
        Text,
        Number,  ///< a decimal written as text, shown by the locale
        Count,   ///< a whole number
        Period,  ///< a day, or a day and a time, of the book
        Instant, ///< UTC, shown in the machine's time
        Bool,
        Name, ///< of the catalog row whose code the field holds
    };
    QString id;    ///< stable, for remembered widths; the field, unless `value` says otherwise
    QString title; ///< translated
    Kind kind = Kind::Text;
    int scale = 0;         ///< Number
    QString table = {};    ///< of the catalog: Name shows the row's name, Text says it in the tool tip
    bool isSummed = false; ///< its sum means something
    std::function<QJsonValue(const QJsonObject &)> value = {};
    std::function<QString(const QJsonObject &)> problem = {};
    std::function<QString(const QJsonObject &)> tip = {}; ///< of a cell that does not say all
    QString toolTip = {};
};

/// A read-only table over JSON rows whose columns are the register's own. GUI thread.
class JsonTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using KeyOf = std::function<QVariant(const QJsonObject &)>;
    using Test = std::function<bool(const QJsonObject &)>;

    explicit JsonTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// Takes all rows away. Without `keyOf` rows are known by their number.
    void setColumns(const QList<JsonColumn> &columns, KeyOf keyOf = {});
    [[nodiscard]] const QList<JsonColumn> &columns() const { return m_columns; }
    void setCatalog(std::shared_ptr<const CatalogIndex> catalog);
    void setDimmed(Test isDimmed) { m_isDimmed = std::move(isDimmed); }
    void setRows(const QJsonArray &rows); ///< rows with equal keys stay in place
    void appendRows(const QJsonArray &rows);
    [[nodiscard]] QJsonObject row(int index) const { return m_rows.at(index); }
    /// More comes when a view asks for it: answers whether there is more, and asks for it.
    void setMore(bool hasMore, std::function<void()> askForMore);

    /// Sums of the summed columns over all rows, by locale, for a totals row; empty texts elsewhere. What would leave 18
    /// digits is left out.
    [[nodiscard]] QStringList totals(const QString &label) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    [[nodiscard]] QJsonValue valueOf(const JsonColumn &column, const QJsonObject &row) const;
    [[nodiscard]] QString display(const JsonColumn &column, const QJsonValue &value) const;
    [[nodiscard]] QVariant sorted(const JsonColumn &column, const QJsonValue &value) const;
    [[nodiscard]] QVariant keyOf(int row) const;

    QList<JsonColumn> m_columns;
    QList<QJsonObject> m_rows;
    KeyOf m_keyOf;
    Test m_isDimmed;
    std::function<void()> m_askForMore;
    std::shared_ptr<const CatalogIndex> m_catalog = std::make_shared<CatalogIndex>();
    bool m_hasMore = false;
};

} // namespace bincard
