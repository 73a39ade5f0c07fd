// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LiveModel.h"

#include "models/Format.h"
#include "models/ValueTableModel.h"

#include <algorithm>
#include <compare>

namespace bincard {

namespace {

constexpr int fadeStepMs = 125;

QList<Decimal> zeros(const QList<Decimal> &figures)
{
    QList<Decimal> none;
    for (const Decimal &figure : figures)
        none.append(Decimal(0, figure.scale()));
    return none;
}

/// As the engines order the values of a dimension: texts by their bytes.
std::strong_ordering compared(const QVariant &a, const QVariant &b)
{
    if (a.userType() == QMetaType::QString)
        return a.toString().toUtf8().compare(b.toString().toUtf8()) <=> 0;
    return a.toLongLong() <=> b.toLongLong();
}

bool isBefore(const LiveRow &a, const LiveRow &b)
{
    for (qsizetype i = 0; i < a.group.size() && i < b.group.size(); ++i) {
        if (const auto order = compared(a.group.at(i), b.group.at(i)); order != 0)
            return order < 0;
    }
    return false;
}

} // namespace

LiveModel::LiveModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_clock.start();
    m_fading.setInterval(fadeStepMs);
    connect(&m_fading, &QTimer::timeout, this, &LiveModel::fade);
}

bool LiveModel::setColumns(const QList<LiveColumn> &columns)
{
    const bool same = std::equal(columns.begin(), columns.end(), m_columns.begin(), m_columns.end(),
        [](const LiveColumn &a, const LiveColumn &b) { return a.id == b.id && a.title == b.title; });
    beginResetModel();
    m_columns = columns;
    m_rows.clear();
    m_more = false;
    endResetModel();
    return !same;
}

void LiveModel::setFading(int fullMs, int fadeMs)
{
    m_fullMs = fullMs;
    m_fadeMs = fadeMs;
}

int LiveModel::update(int from, const QList<LiveRow> &rows, bool complete, bool light)
{
    const auto isShown = [this](const LiveRow &row) {
        const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), row,
            [](const Row &each, const LiveRow &wanted) { return isBefore(each.values, wanted); });
        return at != m_rows.cend() && !isBefore(row, at->values);
    };
    // Between what nothing joins there may be more than was read: begin anew.
    const bool joins = complete || m_rows.isEmpty() || std::any_of(rows.begin(), rows.end(), isShown);
    if (from > m_rows.size() || !joins) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        from = 0;
    }
    int changed = 0, place = from;
    const auto end = [this] { return static_cast<int>(m_rows.size()); };
    for (qsizetype i = 0; i < rows.size();) {
        const LiveRow &row = rows.at(i);
        for (; place < end() && isBefore(m_rows.at(place).values, row); ++place)
            changed += vanish(place, light) ? 1 : 0;
        if (place < end() && !isBefore(row, m_rows.at(place).values)) {
            changed += compare(place++, row, light) ? 1 : 0;
            ++i;
            continue;
        }
        qsizetype last = i + 1; // all that go to the same place at once
        while (last < rows.size() && (place == end() || isBefore(rows.at(last), m_rows.at(place).values)))
            ++last;
        insert(place, rows.mid(i, last - i), light);
        changed += static_cast<int>(last - i);
        place += static_cast<int>(last - i);
        i = last;
    }
    for (; complete && place < end(); ++place)
        changed += vanish(place, light) ? 1 : 0;
    if (light && changed > 0)
        lightUp();
    return light ? changed : 0;
}

void LiveModel::insert(int at, const QList<LiveRow> &rows, bool light)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    QList<Row> made;
    for (const LiveRow &row : rows) {
        made.append({row, QList<Change>(row.figures.size()), {}});
        if (!light)
            continue;
        made.last().whole = {m_clock.elapsed(), Decimal(), true};
        for (qsizetype i = 0; i < row.figures.size(); ++i)
            made.last().changes[i] = {m_clock.elapsed(), row.figures.at(i), true};
    }
    m_rows = m_rows.mid(0, at) + made + m_rows.mid(at);
    endInsertRows();
}

bool LiveModel::compare(int index, const LiveRow &now, bool light)
{
    Row &row = m_rows[index];
    bool differs = row.values.texts != now.texts || row.values.dimmed != now.dimmed;
    for (qsizetype i = 0; i < now.figures.size() && i < row.values.figures.size(); ++i) {
        const Decimal before = row.values.figures.at(i), after = now.figures.at(i);
        if (before == after)
            continue;
        differs = true;
        const Result<Decimal> difference = after.minus(before);
        if (light)
            row.changes[i] = {m_clock.elapsed(), difference.ok() ? *difference : after, false};
    }
    if (!differs)
        return false;
    row.values = now;
    emit dataChanged(this->index(index, 0), this->index(index, columnCount() - 1));
    return true;
}

bool LiveModel::vanish(int index, bool light)
{
    LiveRow gone = m_rows.at(index).values;
    gone.figures = zeros(gone.figures);
    return compare(index, gone, light);
}

void LiveModel::append(const QList<LiveRow> &rows) { insert(static_cast<int>(m_rows.size()), rows, false); }

void LiveModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        emit wantMore();
}

void LiveModel::lightUp()
{
    m_litUntil = m_clock.elapsed() + m_fullMs + m_fadeMs;
    m_fading.start();
}

void LiveModel::fade()
{
    const bool over = m_clock.elapsed() > m_litUntil;
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool lit = row.whole.at >= 0
            || std::any_of(row.changes.begin(), row.changes.end(), [](const Change &each) { return each.at >= 0; });
        if (!lit)
            continue;
        const auto forget = [this](Change &change) {
            if (change.at >= 0 && strength(change) <= 0)
                change = {};
        };
        forget(row.whole);
        std::for_each(row.changes.begin(), row.changes.end(), forget);
        emit dataChanged(index(i, 0), index(i, columnCount() - 1), {role::Lit, role::Change});
    }
    if (over)
        m_fading.stop();
}

double LiveModel::strength(const Change &change) const
{
    if (change.at < 0)
        return 0;
    const qint64 age = m_clock.elapsed() - change.at;
    if (age <= m_fullMs)
        return 1;
    return m_fadeMs > 0 ? std::max(0.0, 1.0 - static_cast<double>(age - m_fullMs) / m_fadeMs) : 0;
}

const LiveModel::Change &LiveModel::changeOf(const Row &row, const LiveColumn &column) const
{
    if (column.figure >= 0 && column.figure < row.changes.size())
        return row.changes.at(column.figure);
    return row.whole;
}

QString LiveModel::figureText(Decimal value, bool withSign)
{
    const int decimals = value.scale() <= amountScale ? value.scale() : 0;
    const QString text = format::number(value, decimals);
    return withSign && !value.isNegative() ? u'+' + text : text;
}

int LiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant LiveModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LiveColumn &column = m_columns.at(index.column());
    const Row &row = m_rows.at(index.row());
    const bool isFigure = column.figure >= 0;
    const Change &change = changeOf(row, column);
    switch (role) {
    case Qt::DisplayRole:
    case role::Sort:
        return isFigure ? figureText(row.values.figures.value(column.figure), false)
                        : row.values.texts.value(column.text);
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case role::Units: return isFigure ? QVariant::fromValue(row.values.figures.value(column.figure)) : QVariant();
    case role::Key: return row.values.key;
    case role::Dimmed: return row.values.dimmed;
    case role::Lit: return strength(change);
    case role::Change:
        if (change.at < 0 || !isFigure || change.by.isZero())
            return {};
        return change.by.isNegative() ? QStringLiteral("▼") : QStringLiteral("▲");
    case Qt::ToolTipRole:
        if (change.at >= 0 && isFigure && !change.by.isZero())
            return change.isNew ? tr("New") : tr("Changed by %1").arg(figureText(change.by, true));
        if (const QString tip = isFigure ? QString() : row.values.toolTips.value(column.text); !tip.isEmpty())
            return tip;
        return {};
    default: return {};
    }
}

QVariant LiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const LiveColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((column.figure >= 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case role::Key: return column.id;
    default: return {};
    }
}

} // namespace bincard
