// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/DefinitionDraft.h"

#include "service/RegisterService.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bincard {

namespace {

QString textOf(const QJsonValue &value) { return value.isUndefined() ? QString() : value.toVariant().toString(); }

const QString unparted = QStringLiteral("none"); ///< a journal in one table

/// An empty text is a default, too; typed it is two quotation marks.
const QString emptyText = QStringLiteral("\"\"");

QList<QStringList> dimensionRows(const QJsonObject &definition)
{
    QList<QStringList> rows;
    const QJsonArray dimensions = definition.value(QLatin1String("dimensions")).toArray();
    for (const QJsonValue &each : dimensions) {
        const QJsonValue value = each[u"default"];
        const QString text = textOf(value);
        rows << QStringList{
            textOf(each[u"name"]), textOf(each[u"type"]), value.isString() && text.isEmpty() ? emptyText : text};
    }
    return rows;
}

QList<QStringList> resourceRows(const QJsonObject &definition)
{
    QList<QStringList> rows;
    const QJsonArray resources = definition.value(QLatin1String("resources")).toArray();
    for (const QJsonValue &each : resources) {
        const QString type = textOf(each[u"type"]);
        const QString scale = textOf(each[u"scale"]);
        rows << QStringList{textOf(each[u"name"]), type,
            type == u"decimal" && scale.isEmpty() ? QStringLiteral("0") : scale,
            each[u"negative"].toString(QStringLiteral("allow"))};
    }
    return rows;
}

} // namespace

DefinitionDraft::DefinitionDraft(QObject *parent) : QObject(parent)
{
    using Kind = GridCell::Kind;
    const QList<CatalogChoice> types{
        {QStringLiteral("ref(items)"), tr("Item of the catalog"), {}},
        {QStringLiteral("ref(warehouses)"), tr("Warehouse of the catalog"), {}},
        {QStringLiteral("ref(partners)"), tr("Partner of the catalog"), {}},
        {QStringLiteral("ref(categories)"), tr("Category of the catalog"), {}},
        {QStringLiteral("text"), tr("Text"), {}},
        {QStringLiteral("int"), tr("Whole number"), {}},
        {QStringLiteral("bigint"), tr("Large whole number"), {}},
        {QStringLiteral("date"), tr("Date"), {}},
        {QStringLiteral("bool"), tr("Yes or no"), {}},
        {QStringLiteral("uuid"), tr("UUID"), {}},
    };
    m_dimensions.setColumns({
        {QStringLiteral("dimensions.name"), tr("Dimension"), {.placeholder = tr("Such as warehouse")}},
        {QStringLiteral("dimensions.type"), tr("Type"),
            {.kind = Kind::Choice, .choices = types, .placeholder = tr("Choose (F2)")}},
        {QStringLiteral("dimensions.default"), tr("Default"), {.placeholder = tr("None")},
            tr("Taken where a movement does not name the dimension. \"\" is the empty text. Without a default the "
               "dimension is always needed.")},
    });
    m_resources.setColumns({
        {QStringLiteral("resources.name"), tr("Resource"), {.placeholder = tr("Such as quantity")}},
        {QStringLiteral("resources.type"), tr("Type"),
            {.kind = Kind::Choice,
                .choices = {{QStringLiteral("decimal"), tr("Decimal number"), {}},
                    {QStringLiteral("integer"), tr("Whole number"), {}}},
                .placeholder = tr("Decimal number")}},
        {QStringLiteral("resources.scale"), tr("Decimals"), {.kind = Kind::Number, .placeholder = QStringLiteral("0")},
            tr("How many digits stand behind the point: 0 to 6.")},
        {QStringLiteral("resources.negative"), tr("Below zero"),
            {.kind = Kind::Choice,
                .choices = {{QStringLiteral("allow"), tr("Allowed"), {}},
                    {QStringLiteral("forbid"), tr("Refused"), {}}},
                .placeholder = tr("Allowed")},
            tr("Refused: no posting may let the balance of a key fall below zero at the end of any day, however far "
               "back it is dated.")},
    });
    for (TextGridModel *grid : {&m_dimensions, &m_resources})
        connect(grid, &TextGridModel::edited, this, &DefinitionDraft::check);
    startNew();
}

void DefinitionDraft::startNew()
{
    show({{QStringLiteral("name"), QString()}, {QStringLiteral("kind"), QStringLiteral("balance")}}, false);
}

void DefinitionDraft::show(const QJsonObject &definition, bool existing)
{
    m_loading = true;
    m_existing = existing;
    m_name = textOf(definition.value(QLatin1String("name")));
    m_kind = definition.value(QLatin1String("kind")).toString(QStringLiteral("balance"));
    m_partition = definition.value(QLatin1String("partition")).toString(unparted);
    m_dimensions.setRows(dimensionRows(definition));
    m_resources.setRows(resourceRows(definition));
    m_loading = false;
    // A draft from elsewhere is something that could be lost; only the empty one is not.
    m_original = existing
        ? json()
        : QJsonObject{{QStringLiteral("name"), QString()}, {QStringLiteral("kind"), QStringLiteral("balance")},
            {QStringLiteral("dimensions"), QJsonArray()}, {QStringLiteral("resources"), QJsonArray()}};
    m_before.reset();
    if (const auto before = RegisterDefinition::fromJson(m_original); existing && before.ok())
        m_before = *before;
    lockWhatStays();
    check();
    emit shown();
}

bool DefinitionDraft::isStandard() const { return m_existing && RegisterService::isStandard(m_name); }

/// Columns and movements exist already: what describes them stays.
void DefinitionDraft::lockWhatStays()
{
    const qsizetype dimensions = m_existing ? m_dimensions.rows().size() : 0;
    const qsizetype resources = m_existing ? m_resources.rows().size() : 0;
    const bool standard = isStandard(), hasPolicy = m_kind == u"balance";
    m_dimensions.setLocked([=](int row, int) { return standard || row < dimensions; });
    m_resources.setLocked(
        [=](int row, int column) { return row < resources ? column != ResourceNegative || !hasPolicy : standard; });
}

QString DefinitionDraft::whatMayChange() const
{
    if (!m_existing)
        return {};
    if (isStandard())
        return m_kind == u"balance"
            ? tr("The documents post to this register; only what is refused below zero can change.")
            : tr("The documents post to this register; it stays as it is.");
    return m_kind == u"balance"
        ? tr("Resources can be added, dimensions too, with a default for the movements there are, and what is refused "
             "below zero can change.")
        : tr("Resources can be added, dimensions too, with a default for the movements there are.");
}

void DefinitionDraft::take(const QJsonObject &definition)
{
    m_loading = true;
    // Another kind or partition is no alteration that can be made; it is shown and said, not passed over.
    const auto asGiven = [&](const char *field, const QString &otherwise) {
        const QJsonValue value = definition.value(QLatin1String(field));
        return value.isUndefined() ? m_original.value(QLatin1String(field)).toString(otherwise) : textOf(value);
    };
    m_kind = asGiven("kind", QString());
    m_partition = asGiven("partition", unparted);
    m_dimensions.setRows(dimensionRows(definition));
    m_resources.setRows(resourceRows(definition));
    m_loading = false;
    check();
    emit shown();
}

void DefinitionDraft::setName(const QString &name)
{
    m_name = name.trimmed();
    check();
}

void DefinitionDraft::setKind(const QString &kind)
{
    m_kind = kind;
    check();
}

void DefinitionDraft::setPartition(const QString &partition)
{
    m_partition = partition;
    check();
}

bool DefinitionDraft::isUntouched() const
{
    return m_name.isEmpty() && m_dimensions.rows().isEmpty() && m_resources.rows().isEmpty();
}

QJsonArray DefinitionDraft::dimensionList() const
{
    QJsonArray list;
    const QList<QStringList> rows = m_dimensions.rows();
    for (const QStringList &row : rows) {
        const QString type = row.at(DimensionType);
        QJsonObject each{{QStringLiteral("name"), row.at(DimensionName)}, {QStringLiteral("type"), type}};
        const QString &text = row.at(DimensionDefault);
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (text == emptyText)
            each.insert(QStringLiteral("default"), QString());
        else if ((type == u"int" || type == u"bigint") && isNumber)
            each.insert(QStringLiteral("default"), number);
        else if (type == u"bool" && (text == u"true" || text == u"false"))
            each.insert(QStringLiteral("default"), text == u"true");
        else if (!text.isEmpty())
            each.insert(QStringLiteral("default"), text);
        list << each;
    }
    return list;
}

QJsonArray DefinitionDraft::resourceList() const
{
    QJsonArray list;
    const QList<QStringList> rows = m_resources.rows();
    for (const QStringList &row : rows) {
        const QString type = row.at(ResourceType).isEmpty() ? QStringLiteral("decimal") : row.at(ResourceType);
        QJsonObject each{{QStringLiteral("name"), row.at(ResourceName)}, {QStringLiteral("type"), type},
            {QStringLiteral("negative"),
                row.at(ResourceNegative).isEmpty() ? QStringLiteral("allow") : row.at(ResourceNegative)}};
        bool isNumber = false;
        const int scale = row.at(ResourceScale).toInt(&isNumber);
        if (isNumber && !(type == u"integer" && scale == 0))
            each.insert(QStringLiteral("scale"), scale);
        else if (!row.at(ResourceScale).isEmpty() && !isNumber)
            each.insert(QStringLiteral("scale"), row.at(ResourceScale));
        else if (type == u"decimal")
            each.insert(QStringLiteral("scale"), 0);
        list << each;
    }
    return list;
}

QJsonObject DefinitionDraft::json() const
{
    QJsonObject definition{{QStringLiteral("name"), m_name}, {QStringLiteral("kind"), m_kind},
        {QStringLiteral("dimensions"), dimensionList()}, {QStringLiteral("resources"), resourceList()}};
    if (m_partition != unparted)
        definition.insert(QStringLiteral("partition"), m_partition);
    return definition;
}

QString DefinitionDraft::readable(const QJsonObject &definition)
{
    const auto text = [](const QJsonValue &value) {
        // Only arrays and objects can be written by themselves.
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(list.mid(1, list.size() - 2));
    };
    const auto object = [&text](const QJsonObject &each, const QStringList &fields) -> QString {
        QStringList parts;
        for (const QString &field : fields) {
            if (each.contains(field))
                parts << QStringLiteral("\"%1\": ").arg(field) + text(each.value(field));
        }
        return u'{' + parts.join(QStringLiteral(", ")) + u'}';
    };
    const auto list = [&](const char *name, const QStringList &fields) -> QString {
        QStringList lines;
        const QJsonArray array = definition.value(QLatin1String(name)).toArray();
        for (const QJsonValue &each : array)
            lines << QStringLiteral("    ") + object(each.toObject(), fields);
        return QStringLiteral("  \"%1\": [").arg(QLatin1String(name))
            + (lines.isEmpty() ? QString() : u'\n' + lines.join(QStringLiteral(",\n")) + QStringLiteral("\n  ")) + u']';
    };
    QStringList fields;
    for (const char *name : {"name", "kind", "partition"}) {
        if (definition.contains(QLatin1String(name)))
            fields << QStringLiteral("  \"%1\": ").arg(QLatin1String(name))
                    + text(definition.value(QLatin1String(name)));
    }
    fields << list("dimensions", {QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("default")})
           << list("resources",
                  {QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("scale"),
                      QStringLiteral("negative")});
    return QStringLiteral("{\n") + fields.join(QStringLiteral(",\n")) + QStringLiteral("\n}\n");
}

// --- what is wrong ----------------------------------------------------------------------------------------------------

void DefinitionDraft::check()
{
    if (m_loading)
        return;
    const auto parsed = RegisterDefinition::fromJson(json());
    QList<Problem> problems;
    if (!parsed.ok())
        problems = parsed.error().problems();
    else if (m_before)
        problems = RegisterService::alterationProblems(*m_before, *parsed);
    m_isGood = problems.isEmpty();
    mark(isUntouched() ? QList<Problem>() : problems);
    emit changed();
}

void DefinitionDraft::setRefused(const Error &error)
{
    mark(error.problems());
    emit changed();
}

void DefinitionDraft::mark(const QList<Problem> &problems)
{
    QList<TextGridModel::CellProblem> dimensions, resources;
    m_headProblems.clear();
    for (const Problem &problem : problems) {
        const bool inDimensions = problem.field.startsWith(u"dimensions.");
        TextGridModel &grid = inDimensions ? m_dimensions : m_resources;
        const int row = problem.line > 0 ? grid.rowOfLine(problem.line) : -1;
        const int column = grid.columnOf(problem.field);
        if (row < 0 || column < 0)
            m_headProblems << problem;
        else {
            // Nothing chosen yet is no wrong name of a type.
            const bool unchosen =
                problem.field == u"dimensions.type" && grid.index(row, column).data(Qt::EditRole).toString().isEmpty();
            (inDimensions ? dimensions : resources) << TextGridModel::CellProblem{
                row, column, unchosen ? tr("Choose a type (F2 lists them).") : problem.message.translated()};
        }
    }
    m_dimensions.setProblems(dimensions);
    m_resources.setProblems(resources);
}

QStringList DefinitionDraft::problems() const
{
    QStringList texts;
    for (const Problem &problem : m_headProblems)
        texts << problem.message.translated();
    for (const auto &each : m_dimensions.problems())
        texts << tr("Dimension %1: %2").arg(each.row + 1).arg(each.text);
    for (const auto &each : m_resources.problems())
        texts << tr("Resource %1: %2").arg(each.row + 1).arg(each.text);
    texts.removeDuplicates();
    return texts;
}

} // namespace bincard
