// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "base/Decimal.h"
#include "models/CatalogModel.h"
#include "models/ValueTableModel.h"

#include <QHash>

#include <functional>
#include <optional>

namespace bincard {

/// CatalogModel over rows of one kind. A column is described once; what the book holds comes in with load(), what was
/// edited goes out through the client, and everybody is told.
template <typename Row>
class CatalogTableModel : public CatalogModel
{
public:
    struct Column
    {
        Field field;
        std::function<QString(const Row &)> text;
        /// Takes what was typed, or says why it cannot.
        std::function<Result<void>(Row &, const QString &)> take = {};
        std::function<Decimal(const Row &)> units = {};    ///< number columns
        std::function<QString(const Row &)> editText = {}; ///< where it differs from the text
        std::function<bool(const Row &)> isChecked = {};   ///< check columns
        std::function<void(Row &, bool)> setChecked = {};
    };
    using Save = std::function<Result<Row>(OpenBook &, const Row &)>;

    CatalogTableModel(BookClient &client, QList<Column> columns, Save save, QObject *parent = nullptr)
        : CatalogModel(parent)
        , m_client(client)
        , m_columns(std::move(columns))
        , m_save(std::move(save))
    {}

    /// What the book holds now. Rows being edited keep their edits; where the book's version is another one, they
    /// conflict.
    void load(const QList<Row> &rows);
    void setBlank(const Row &blank) { m_blank = blank; } ///< what add() begins with
    [[nodiscard]] const Row &edited(int row) const { return m_entries.at(row).edited; }
    [[nodiscard]] const Row &stored(int row) const { return m_entries.at(row).stored; }

    const Field &field(int column) const override { return m_columns.at(column).field; }
    QString code(int row) const override { return m_entries.at(row).edited.code; }
    bool isNew(int row) const override { return m_entries.at(row).stored.version == 0; }
    bool isUnsaved(int row) const override { return m_entries.at(row).unsaved; }
    bool isActive(int row) const override { return m_entries.at(row).edited.active; }
    bool isSaving(int row) const override { return m_entries.at(row).saving; }
    bool isConflicting(int row) const override { return conflicts(m_entries.at(row)); }
    QString theirText(int row, int column) const override;

    int add() override;
    void revert(int row) override;
    void save(int row) override;
    void takeTheirs(int row) override { revert(row); }
    void keepMine(int row) override;
    bool canUndo() const override { return !m_undo.isEmpty(); }
    int undo() override;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    struct Entry
    {
        int serial = 0;
        Row stored, edited;
        QHash<int, QString> typed = {};    ///< column -> text that could not be taken
        QHash<int, QString> problems = {}; ///< column -> why; also what the book said to the last attempt
        bool unsaved = false, saving = false;
    };
    struct Step
    {
        int serial;
        bool added;
        Entry before;
    };

    static bool conflicts(const Entry &entry) { return entry.unsaved && entry.edited.version != entry.stored.version; }
    [[nodiscard]] Entry fresh(const Row &row) { return {.serial = ++m_lastSerial, .stored = row, .edited = row}; }
    [[nodiscard]] int rowOfSerial(int serial) const;
    void check(Entry &entry);
    void forgetSteps(int serial);
    void rowChanged(int row);
    void saveReplied(int serial, const Row &sent, const Result<Row> &result);

    BookClient &m_client;
    QList<Column> m_columns;
    Save m_save;
    Row m_blank;
    QList<Entry> m_entries;
    QList<Step> m_undo;
    int m_lastSerial = 0;
};

template <typename Row>
void CatalogTableModel<Row>::load(const QList<Row> &rows)
{
    QHash<qint64, Entry> known;
    QList<Entry> added;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.stored.version == 0)
            added << entry;
        else
            known.insert(entry.stored.id.value, entry);
    }
    QList<Entry> entries;
    entries.reserve(rows.size() + added.size());
    for (const Row &row : rows) {
        const auto found = known.constFind(row.id.value);
        Entry entry = found == known.cend() ? fresh(row) : *found;
        entry.stored = row;
        if (!entry.unsaved)
            entry.edited = row;
        entries << entry;
    }
    entries += added;
    bool same = entries.size() == m_entries.size();
    for (qsizetype i = 0; same && i < entries.size(); ++i)
        same = entries.at(i).serial == m_entries.at(i).serial;
    if (same && !entries.isEmpty()) {
        m_entries = entries;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        beginResetModel();
        m_entries = entries;
        endResetModel();
    }
    emit stateChanged();
}

template <typename Row>
QString CatalogTableModel<Row>::theirText(int row, int column) const
{
    const Column &described = m_columns.at(column);
    if (described.isChecked)
        return described.isChecked(m_entries.at(row).stored) ? CatalogModel::tr("yes") : CatalogModel::tr("no");
    return described.text(m_entries.at(row).stored);
}

template <typename Row>
int CatalogTableModel<Row>::rowOfSerial(int serial) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).serial == serial)
            return static_cast<int>(i);
    }
    return -1;
}

template <typename Row>
void CatalogTableModel<Row>::check(Entry &entry)
{
    entry.problems.clear();
    const QList<Problem> found = problemsOf(entry.edited);
    for (const Problem &problem : found) {
        const int column = qMax(0, columnOf(problem.field));
        if (!entry.problems.contains(column))
            entry.problems.insert(column, problem.message.translated());
    }
    for (auto it = entry.typed.cbegin(); it != entry.typed.cend(); ++it) {
        Row probe = entry.edited;
        const auto taken = m_columns.at(it.key()).take(probe, it.value());
        if (!taken.ok())
            entry.problems.insert(it.key(), taken.error().message().translated());
    }
    for (const Entry &other : std::as_const(m_entries)) {
        if (other.serial != entry.serial && !entry.edited.code.isEmpty()
            && other.edited.code.compare(entry.edited.code, Qt::CaseInsensitive) == 0)
            entry.problems.insert(
                columnOf(QStringLiteral("code")), CatalogModel::tr("%1 is taken already.").arg(other.edited.code));
    }
}

template <typename Row>
void CatalogTableModel<Row>::rowChanged(int row)
{
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    emit stateChanged();
}

template <typename Row>
int CatalogTableModel<Row>::add()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    Entry entry = fresh(m_blank);
    entry.unsaved = true; // what is wrong with it is told once something was typed
    m_entries << entry;
    m_undo << Step{entry.serial, true, entry};
    endInsertRows();
    emit stateChanged();
    return row;
}

template <typename Row>
void CatalogTableModel<Row>::forgetSteps(int serial)
{
    m_undo.removeIf([serial](const Step &step) { return step.serial == serial; });
}

template <typename Row>
void CatalogTableModel<Row>::revert(int row)
{
    Entry &entry = m_entries[row];
    forgetSteps(entry.serial);
    if (entry.stored.version == 0) {
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
        emit stateChanged();
        return;
    }
    entry.edited = entry.stored;
    entry.typed.clear();
    entry.problems.clear();
    entry.unsaved = false;
    rowChanged(row);
}

template <typename Row>
int CatalogTableModel<Row>::undo()
{
    if (m_undo.isEmpty())
        return -1;
    const Step step = m_undo.takeLast();
    const int row = rowOfSerial(step.serial);
    if (row < 0 || m_entries.at(row).saving) {
        emit stateChanged();
        return -1;
    }
    if (step.added) {
        revert(row);
        return -1;
    }
    const Row storedNow = m_entries.at(row).stored;
    m_entries[row] = step.before;
    m_entries[row].stored = storedNow;
    rowChanged(row);
    return row;
}

template <typename Row>
void CatalogTableModel<Row>::keepMine(int row)
{
    m_entries[row].edited.version = m_entries.at(row).stored.version;
    m_entries[row].edited.id = m_entries.at(row).stored.id;
    check(m_entries[row]);
    rowChanged(row);
    save(row);
}

template <typename Row>
void CatalogTableModel<Row>::save(int row)
{
    Entry &entry = m_entries[row];
    if (!entry.unsaved || entry.saving || conflicts(entry))
        return;
    check(entry);
    if (!entry.problems.isEmpty()) {
        rowChanged(row);
        return;
    }
    entry.saving = true;
    rowChanged(row);
    m_client.request<Row>(
        this, [save = m_save, sent = m_entries.at(row).edited](OpenBook &book) { return save(book, sent); },
        [this, serial = m_entries.at(row).serial, sent = m_entries.at(row).edited](
            Result<Row> result) { saveReplied(serial, sent, result); });
}

template <typename Row>
void CatalogTableModel<Row>::saveReplied(int serial, const Row &sent, const Result<Row> &result)
{
    const int row = rowOfSerial(serial);
    if (row < 0)
        return;
    Entry &entry = m_entries[row];
    entry.saving = false;
    if (result.ok()) {
        entry.stored = entry.edited = *result;
        entry.unsaved = false;
        entry.problems.clear();
        forgetSteps(serial);
        rowChanged(row);
        emit saved(sent.code);
        m_client.announceCatalog();
        return;
    }
    const Error &error = result.error();
    const QHash<int, QString> refused = refusedColumns(error);
    entry.problems.insert(refused);
    rowChanged(row);
    if (error.code() == ErrorCode::Conflict)
        m_client.announceCatalog(); // theirs comes in with the next load()
    else if (refused.isEmpty())
        emit saveFailed(row, error);
}

template <typename Row>
QVariant CatalogTableModel<Row>::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column &column = m_columns.at(index.column());
    const Entry &entry = m_entries.at(index.row());
    const auto typed = entry.typed.constFind(index.column());
    const bool isCheck = column.field.kind == FieldKind::Check;
    switch (role) {
    case Qt::DisplayRole:
        if (isCheck)
            return {};
        return typed == entry.typed.cend() ? column.text(entry.edited) : *typed;
    case Qt::EditRole:
        if (isCheck)
            return column.isChecked(entry.edited);
        if (typed != entry.typed.cend())
            return *typed;
        return column.editText ? column.editText(entry.edited) : column.text(entry.edited);
    case Qt::CheckStateRole:
        return isCheck ? QVariant(column.isChecked(entry.edited) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole: return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
    case role::Problem: return entry.problems.value(index.column());
    case role::Sort: return isCheck ? QVariant(column.isChecked(entry.edited)) : QVariant(column.text(entry.edited));
    case role::Units:
        return column.units && typed == entry.typed.cend() ? QVariant::fromValue(column.units(entry.edited))
                                                           : QVariant();
    case role::Key:
        return entry.stored.version == 0 ? QVariant(QStringLiteral("new:%1").arg(entry.serial))
                                         : QVariant(entry.stored.id.value);
    case role::Unsaved:
        return entry.unsaved
            && (typed != entry.typed.cend() || entry.stored.version == 0
                || (isCheck ? column.isChecked(entry.edited) != column.isChecked(entry.stored)
                            : column.text(entry.edited) != column.text(entry.stored)));
    case role::Dimmed: return !entry.edited.active;
    default: return {};
    }
}

template <typename Row>
bool CatalogTableModel<Row>::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_entries.at(index.row()).saving)
        return false;
    const Column &column = m_columns.at(index.column());
    const bool isCheck = column.field.kind == FieldKind::Check;
    if (role != (isCheck ? Qt::CheckStateRole : Qt::EditRole))
        return false;
    Entry &entry = m_entries[index.row()];
    const Entry before = entry;
    if (isCheck) {
        const bool checked = value.toInt() == Qt::Checked;
        if (checked == column.isChecked(entry.edited))
            return true;
        column.setChecked(entry.edited, checked);
    } else {
        const QString text = value.toString();
        if (text == this->data(index, Qt::EditRole).toString())
            return true; // looked at, not changed
        const auto taken = column.take(entry.edited, text);
        if (taken.ok())
            entry.typed.remove(index.column());
        else
            entry.typed.insert(index.column(), text);
    }
    entry.unsaved = true;
    check(entry);
    m_undo << Step{entry.serial, false, before};
    rowChanged(index.row());
    return true;
}

} // namespace bincard
