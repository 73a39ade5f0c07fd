// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CatalogService.h"

#include "service/UnitOfWork.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>

namespace bincard {

namespace {

/// What is wrong with the rows of one call, all of it. `taken` counts the problems that are a code or barcode in use:
/// where nothing else is wrong, the answer is Duplicate.
struct Findings
{
    QList<Problem> problems;
    qsizetype taken = 0;

    void isTaken(Problem problem)
    {
        problems << std::move(problem);
        ++taken;
    }
    [[nodiscard]] Error refusal() const
    {
        const Error all = Error::validation(problems);
        if (taken < problems.size())
            return all;
        return {ErrorCode::Duplicate, all.message(), all.toJson().value(QLatin1String("details")).toObject()};
    }
};

/// What only the book knows to be wrong with a row: references.
Result<void> checkReferences(CatalogStore &store, const Category &row, Findings &findings)
{
    QString above = row.parent;
    for (int depth = 0; !above.isEmpty(); ++depth) {
        BINCARD_ASSIGN(parent, store.find<Category>(above));
        if (!parent) {
            findings.problems << Problem{
                QStringLiteral("parent"), 0, {QT_TRANSLATE_NOOP("Error", "There is no category \"%1\"."), {above}}};
            return {};
        }
        if (parent->id == row.id || depth > 50) {
            findings.problems << Problem{QStringLiteral("parent"), 0,
                {QT_TRANSLATE_NOOP("Error",
                     "\"%1\" lies below this category already; the two cannot "
                     "contain each other."),
                    {row.parent}}};
            return {};
        }
        above = parent->parent;
    }
    return {};
}

Result<void> checkReferences(CatalogStore &store, const Item &row, Findings &findings)
{
    // Whether an item keeps stock is settled by the first document that names it, in whatever state: posted one way and
    // reposted another it would leave stock behind.
    BINCARD_ASSIGN(settled, store.codeIfServiceSettled(row));
    if (settled)
        findings.problems << Problem{QStringLiteral("service"), 0,
            {QT_TRANSLATE_NOOP("Error", "%1 has movements already; whether it keeps stock can no longer be changed."),
                {*settled}}};
    if (!row.category.isEmpty()) {
        BINCARD_ASSIGN(category, store.find<Category>(row.category));
        if (!category)
            findings.problems << Problem{QStringLiteral("category"), 0,
                {QT_TRANSLATE_NOOP("Error", "There is no category \"%1\"."), {row.category}}};
    }
    if (!row.barcode.isEmpty()) {
        BINCARD_ASSIGN(holder, store.itemCodeByBarcode(row.barcode));
        BINCARD_ASSIGN(self, store.find<Item>(holder.value_or(QString())));
        if (holder && !(self && self->id == row.id))
            findings.isTaken({QStringLiteral("barcode"), 0,
                {QT_TRANSLATE_NOOP("Error", "The barcode %1 belongs to item %2 already."), {row.barcode, *holder}}});
    }
    if (findings.problems.isEmpty())
        BINCARD_TRY(store.ensureUnit(row.unit));
    return {};
}

Result<void> checkReferences(CatalogStore &, const Warehouse &, Findings &) { return {}; }

Result<void> checkReferences(CatalogStore &, const Partner &, Findings &) { return {}; }

Error conflict(const QJsonObject &theirs)
{
    return {ErrorCode::Conflict,
        {QT_TRANSLATE_NOOP("Error", "Somebody else changed it meanwhile. Compare both versions and decide."), {}},
        {{QStringLiteral("theirs"), theirs}}};
}

/// In the caller's transaction. Problems are collected; Conflict comes back at once.
template <typename Row>
Result<Row> saveOne(CatalogStore &store, Row row, Findings &findings, int line)
{
    row.code = row.code.trimmed();
    row.name = row.name.trimmed();
    Findings own{problemsOf(row)};
    BINCARD_ASSIGN(holder, store.find<Row>(row.code));
    if (holder && holder->id != row.id)
        own.isTaken({QStringLiteral("code"), 0,
            {QT_TRANSLATE_NOOP("Error", "The code %1 is taken already, by \"%2\"."), {row.code, holder->name}}});
    BINCARD_TRY(checkReferences(store, row, own));
    for (Problem &problem : own.problems)
        problem.line = line;
    findings.problems += own.problems;
    findings.taken += own.taken;
    if (!own.problems.isEmpty())
        return row;
    if (row.version == 0) {
        BINCARD_TRY(store.insert(row));
    } else {
        BINCARD_ASSIGN(updated, store.update(row));
        if (!updated) {
            BINCARD_ASSIGN(rows, store.all<Row>()); // by id: the code may be what the other changed
            for (const Row &theirs : rows) {
                if (theirs.id == row.id)
                    return conflict(toJson(theirs));
            }
            return Error(
                ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not in the book any more."), {row.code}});
        }
    }
    BINCARD_ASSIGN(saved, store.find<Row>(row.code));
    if (!saved)
        return Error(
            ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not in the book any more."), {row.code}});
    return *saved;
}

Result<Category> fromJson(const QJsonObject &json, const Category &base) { return categoryFromJson(json, base); }
Result<Item> fromJson(const QJsonObject &json, const Item &base) { return itemFromJson(json, base); }
Result<Warehouse> fromJson(const QJsonObject &json, const Warehouse &base) { return warehouseFromJson(json, base); }
Result<Partner> fromJson(const QJsonObject &json, const Partner &base) { return partnerFromJson(json, base); }

template <typename Row>
Result<QJsonObject> upsertRow(db::Session &session, const QJsonObject &json)
{
    return inOneTransaction<QJsonObject>(session, [&]() -> Result<QJsonObject> {
        CatalogStore store(session);
        BINCARD_ASSIGN(found, store.find<Row>(json.value(QLatin1String("code")).toString()));
        BINCARD_ASSIGN(row, fromJson(json, found.value_or(Row())));
        if (!found)
            row.version = 0;
        Findings findings;
        BINCARD_ASSIGN(saved, saveOne(store, row, findings, 0));
        if (!findings.problems.isEmpty())
            return findings.refusal();
        return toJson(saved);
    });
}

template <typename Row>
Result<QList<QJsonObject>> listRows(db::Session &session)
{
    BINCARD_ASSIGN(rows, CatalogStore(session).all<Row>());
    QList<QJsonObject> list;
    for (const Row &row : rows)
        list << toJson(row);
    return list;
}

template <typename Row>
Result<QJsonObject> setRowActive(db::Session &session, const QString &code, bool active)
{
    return inOneTransaction<QJsonObject>(session, [&]() -> Result<QJsonObject> {
        CatalogStore store(session);
        BINCARD_ASSIGN(found, store.find<Row>(code));
        if (!found)
            return Error(
                ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "There is no \"%1\" in this catalog."), {code}});
        if (found->active == active)
            return toJson(*found);
        found->active = active;
        Findings findings;
        BINCARD_ASSIGN(saved, saveOne(store, *found, findings, 0));
        if (!findings.problems.isEmpty())
            return findings.refusal();
        return toJson(saved);
    });
}

} // namespace

Result<CatalogSnapshot> CatalogService::all()
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    CatalogStore store(m_session);
    BINCARD_ASSIGN(categories, store.all<Category>());
    BINCARD_ASSIGN(items, store.all<Item>());
    BINCARD_ASSIGN(warehouses, store.all<Warehouse>());
    BINCARD_ASSIGN(partners, store.all<Partner>());
    return CatalogSnapshot{categories, items, warehouses, partners};
}

Result<QList<Category>> CatalogService::categories() { return CatalogStore(m_session).all<Category>(); }
Result<QList<Item>> CatalogService::items() { return CatalogStore(m_session).all<Item>(); }
Result<QList<Warehouse>> CatalogService::warehouses() { return CatalogStore(m_session).all<Warehouse>(); }
Result<QList<Partner>> CatalogService::partners() { return CatalogStore(m_session).all<Partner>(); }

template <typename Row>
Result<QList<Row>> CatalogService::saveAll(QList<Row> rows)
{
    return inOneTransaction<QList<Row>>(m_session, [&]() -> Result<QList<Row>> {
        CatalogStore store(m_session);
        Findings findings;
        QList<Row> saved;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const int line = rows.size() > 1 ? static_cast<int>(i) + 1 : 0;
            BINCARD_ASSIGN(row, saveOne(store, rows.at(i), findings, line));
            saved << row;
        }
        if (!findings.problems.isEmpty())
            return findings.refusal();
        return saved;
    });
}

template Result<QList<Category>> CatalogService::saveAll(QList<Category>);
template Result<QList<Item>> CatalogService::saveAll(QList<Item>);
template Result<QList<Warehouse>> CatalogService::saveAll(QList<Warehouse>);
template Result<QList<Partner>> CatalogService::saveAll(QList<Partner>);

Result<Category> CatalogService::save(Category row)
{
    BINCARD_ASSIGN(saved, saveAll<Category>({std::move(row)}));
    return saved.constFirst();
}

Result<Item> CatalogService::save(Item row)
{
    BINCARD_ASSIGN(saved, saveAll<Item>({std::move(row)}));
    return saved.constFirst();
}

Result<Warehouse> CatalogService::save(Warehouse row)
{
    BINCARD_ASSIGN(saved, saveAll<Warehouse>({std::move(row)}));
    return saved.constFirst();
}

Result<Partner> CatalogService::save(Partner row)
{
    BINCARD_ASSIGN(saved, saveAll<Partner>({std::move(row)}));
    return saved.constFirst();
}

Result<QList<QJsonObject>> CatalogService::list(CatalogKind kind)
{
    switch (kind) {
    case CatalogKind::Items: return listRows<Item>(m_session);
    case CatalogKind::Categories: return listRows<Category>(m_session);
    case CatalogKind::Warehouses: return listRows<Warehouse>(m_session);
    case CatalogKind::Partners: break;
    }
    return listRows<Partner>(m_session);
}

Result<QJsonObject> CatalogService::upsert(CatalogKind kind, const QJsonObject &row)
{
    switch (kind) {
    case CatalogKind::Items: return upsertRow<Item>(m_session, row);
    case CatalogKind::Categories: return upsertRow<Category>(m_session, row);
    case CatalogKind::Warehouses: return upsertRow<Warehouse>(m_session, row);
    case CatalogKind::Partners: break;
    }
    return upsertRow<Partner>(m_session, row);
}

Result<QJsonObject> CatalogService::setActive(CatalogKind kind, const QString &code, bool active)
{
    switch (kind) {
    case CatalogKind::Items: return setRowActive<Item>(m_session, code, active);
    case CatalogKind::Categories: return setRowActive<Category>(m_session, code, active);
    case CatalogKind::Warehouses: return setRowActive<Warehouse>(m_session, code, active);
    case CatalogKind::Partners: break;
    }
    return setRowActive<Partner>(m_session, code, active);
}

} // namespace bincard
