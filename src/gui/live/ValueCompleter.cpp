// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/ValueCompleter.h"

#include "gui/Theme.h"
#include "models/ValueList.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStandardItemModel>

namespace bincard {

namespace {

constexpr int popupWidth = 36 * Theme::grid;
constexpr int codeRole = Qt::UserRole;

} // namespace

ValueCompleter::ValueCompleter(const QList<CatalogChoice> &choices, QObject *parent) : QCompleter(parent)
{
    auto *model = new QStandardItemModel(this);
    for (const CatalogChoice &choice : choices) {
        auto *item =
            new QStandardItem(choice.name.isEmpty() ? choice.code : QString(choice.code + u"  " + choice.name));
        item->setData(choice.code, codeRole);
        model->appendRow(item);
    }
    setModel(model);
    setCompletionRole(Qt::DisplayRole);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    popup()->setMinimumWidth(popupWidth); // fields are narrow, names are not
}

QStringList ValueCompleter::splitPath(const QString &path) const
{
    return {splitValues(path.mid(lastValueAt(path))).value(0)};
}

QString ValueCompleter::pathFromIndex(const QModelIndex &index) const
{
    const auto *field = qobject_cast<const QLineEdit *>(widget());
    const QString typed = field ? field->text() : QString();
    const QString before = typed.left(lastValueAt(typed));
    return before + (before.isEmpty() ? QString() : QStringLiteral(" "))
        + joinValues({index.data(codeRole).toString()});
}

} // namespace bincard
