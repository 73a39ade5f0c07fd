// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CatalogIndex.h"

#include <algorithm>
#include <functional>

namespace bincard {

namespace {

constexpr int noMatch = 99;

bool beginsAWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

/// 0 is best; noMatch if a word occurs nowhere.
int rank(
    const QString &code, const QString &name, const QString &barcode, const QString &text, const QStringList &words)
{
    for (const QString &word : words) {
        if (!code.contains(word, Qt::CaseInsensitive) && !name.contains(word, Qt::CaseInsensitive)
            && !barcode.contains(word, Qt::CaseInsensitive))
            return noMatch;
    }
    if (text.isEmpty())
        return 0;
    if (code.compare(text, Qt::CaseInsensitive) == 0 || barcode.compare(text, Qt::CaseInsensitive) == 0)
        return 0;
    if (code.startsWith(text, Qt::CaseInsensitive))
        return 1;
    if (name.startsWith(text, Qt::CaseInsensitive))
        return 2;
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return beginsAWord(name, word); }) ? 3
                                                                                                                 : 4;
}

const QString &noBarcode()
{
    static const QString none;
    return none;
}

const QString &barcodeOf(const Item &item) { return item.barcode; }
template <typename Row>
const QString &barcodeOf(const Row &)
{
    return noBarcode();
}

QString detailOf(const Item &item) { return item.barcode.isEmpty() ? item.unit : item.barcode; }
template <typename Row>
QString detailOf(const Row &)
{
    return {};
}

template <typename Row>
QList<const Row *> best(
    const QList<Row> &rows, const QString &typed, int limit,
    const std::function<int(const Row &)> &handicap = [](const Row &) { return 0; })
{
    const QString text = typed.simplified();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QList<QPair<int, const Row *>> found;
    for (const Row &row : rows) {
        if (!row.active)
            continue;
        const int place = rank(row.code, row.name, barcodeOf(row), text, words);
        if (place != noMatch)
            found.append({place + handicap(row), &row});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &left, const auto &right) {
        return left.first != right.first ? left.first < right.first
                                         : left.second->code.compare(right.second->code, Qt::CaseInsensitive) < 0;
    });
    QList<const Row *> result;
    for (const auto &entry : found.first(std::min<qsizetype>(found.size(), limit)))
        result.append(entry.second);
    return result;
}

template <typename Row>
QList<CatalogChoice> choices(const QList<const Row *> &rows)
{
    QList<CatalogChoice> result;
    result.reserve(rows.size());
    for (const Row *row : rows)
        result.append({row->code, row->name, detailOf(*row)});
    return result;
}

template <typename Row>
std::optional<CatalogChoice> choice(const Row *row)
{
    if (!row)
        return std::nullopt;
    return CatalogChoice{row->code, row->name, detailOf(*row)};
}

template <typename Row>
const Row *resolved(const QList<Row> &rows, const QString &typed)
{
    const QString text = typed.simplified();
    if (text.isEmpty())
        return nullptr;
    const Row *named = nullptr;
    bool several = false;
    for (const Row &row : rows) {
        if (!row.active || row.name.compare(text, Qt::CaseInsensitive) != 0)
            continue;
        several = several || named;
        named = &row;
    }
    if (named)
        return several ? nullptr : named;
    const QList<const Row *> matches = best(rows, text, 2);
    return matches.size() == 1 ? matches.constFirst() : nullptr;
}

template <typename Row>
const Row *at(const QList<Row> &rows, const QHash<QString, qsizetype> &index, const QString &key)
{
    const auto found = index.constFind(codeKey(key));
    return found == index.cend() ? nullptr : &rows.at(*found);
}

template <typename Row>
void fill(QHash<QString, qsizetype> &index, const QList<Row> &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        index.insert(codeKey(rows.at(i).code), i);
}

} // namespace

CatalogIndex::CatalogIndex(const CatalogSnapshot &snapshot) : m_catalog(snapshot)
{
    fill(m_items, m_catalog.items);
    fill(m_partners, m_catalog.partners);
    fill(m_warehouses, m_catalog.warehouses);
    fill(m_categories, m_catalog.categories);
    for (qsizetype i = 0; i < m_catalog.items.size(); ++i) {
        const Item &item = m_catalog.items.at(i);
        if (!item.barcode.isEmpty() && item.active)
            m_barcodes.insert(item.barcode.toCaseFolded(), i);
    }
}

const Item *CatalogIndex::item(const QString &code) const { return at(m_catalog.items, m_items, code); }

const Item *CatalogIndex::itemByBarcode(const QString &barcode) const
{
    return at(m_catalog.items, m_barcodes, barcode);
}

const Partner *CatalogIndex::partner(const QString &code) const { return at(m_catalog.partners, m_partners, code); }

const Warehouse *CatalogIndex::warehouse(const QString &code) const
{
    return at(m_catalog.warehouses, m_warehouses, code);
}

QList<CatalogChoice> CatalogIndex::matchItems(const QString &text, int limit) const
{
    return choices(best(m_catalog.items, text, limit));
}

QList<CatalogChoice> CatalogIndex::matchPartners(const QString &text, int limit, PartnerRole role) const
{
    const auto handicap = [role](const Partner &partner) {
        const bool fits =
            role == PartnerRole::Any || (role == PartnerRole::Customer ? partner.customer : partner.supplier);
        return fits ? 0 : 10;
    };
    return choices(best<Partner>(m_catalog.partners, text, limit, handicap));
}

QList<CatalogChoice> CatalogIndex::matchWarehouses(const QString &text, int limit) const
{
    return choices(best(m_catalog.warehouses, text, limit));
}

const Item *CatalogIndex::resolveItem(const QString &text) const
{
    if (const Item *exact = item(text))
        return exact;
    if (const Item *exact = itemByBarcode(text))
        return exact;
    return resolved(m_catalog.items, text);
}

const Partner *CatalogIndex::resolvePartner(const QString &text) const
{
    const Partner *exact = partner(text);
    return exact ? exact : resolved(m_catalog.partners, text);
}

const Warehouse *CatalogIndex::resolveWarehouse(const QString &text) const
{
    const Warehouse *exact = warehouse(text);
    return exact ? exact : resolved(m_catalog.warehouses, text);
}

QList<CatalogChoice> CatalogIndex::match(const QString &table, const QString &text, int limit) const
{
    if (table == u"items")
        return matchItems(text, limit);
    if (table == u"warehouses")
        return matchWarehouses(text, limit);
    if (table == u"partners")
        return matchPartners(text, limit, PartnerRole::Any);
    return table == u"categories" ? choices(best(m_catalog.categories, text, limit)) : QList<CatalogChoice>();
}

std::optional<CatalogChoice> CatalogIndex::find(const QString &table, const QString &code) const
{
    if (table == u"items")
        return choice(item(code));
    if (table == u"warehouses")
        return choice(warehouse(code));
    if (table == u"partners")
        return choice(partner(code));
    return table == u"categories" ? choice(at(m_catalog.categories, m_categories, code)) : std::nullopt;
}

std::optional<CatalogChoice> CatalogIndex::resolve(const QString &table, const QString &text) const
{
    if (table == u"items")
        return choice(resolveItem(text));
    if (table == u"warehouses")
        return choice(resolveWarehouse(text));
    if (table == u"partners")
        return choice(resolvePartner(text));
    if (table != u"categories")
        return std::nullopt;
    const auto exact = find(table, text);
    return exact ? exact : choice(resolved(m_catalog.categories, text));
}

} // namespace bincard
