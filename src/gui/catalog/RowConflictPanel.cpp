// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/RowConflictPanel.h"

#include "gui/Theme.h"
#include "models/CatalogModel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace bincard {

namespace {

QString mine(const CatalogModel &model, int row, int column)
{
    const QModelIndex cell = model.index(row, column);
    if (model.field(column).kind == CatalogModel::FieldKind::Check)
        return cell.data(Qt::CheckStateRole).toInt() == Qt::Checked ? CatalogModel::tr("yes") : CatalogModel::tr("no");
    return cell.data().toString();
}

QLabel *label(const QString &text, bool bold = false)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = Theme::instance().font(TextSize::Small);
    font.setBold(bold);
    label->setFont(font);
    return label;
}

} // namespace

RowConflictPanel::RowConflictPanel(CatalogModel *model, QWidget *parent) : QFrame(parent), m_model(model)
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    auto *text = new QLabel(tr("Somebody else changed this row while you did. Choose which version stays."));
    text->setWordWrap(true);
    auto *keep = new QPushButton(tr("Keep mine"));
    auto *take = new QPushButton(tr("Take theirs"));
    keep->setObjectName(QStringLiteral("keepMine"));
    take->setObjectName(QStringLiteral("takeTheirs"));
    connect(keep, &QPushButton::clicked, this, [this] { emit keepMine(m_row); });
    connect(take, &QPushButton::clicked, this, [this] { emit takeTheirs(m_row); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(keep);
    buttons->addWidget(take);
    layout->addWidget(text);
    layout->addLayout(buttons);
    hide();
}

void RowConflictPanel::showRow(int row)
{
    m_row = row;
    const bool conflict = row >= 0 && row < m_model->rowCount() && m_model->isConflicting(row);
    setVisible(conflict);
    delete m_table;
    m_table = nullptr;
    if (!conflict)
        return;
    m_table = new QWidget;
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(label(tr("Yours"), true), 0, 1);
    grid->addWidget(label(tr("Theirs"), true), 0, 2);
    int line = 1;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString own = mine(*m_model, row, column), theirs = m_model->theirText(row, column);
        if (own == theirs)
            continue;
        grid->addWidget(label(m_model->field(column).title), line, 0);
        grid->addWidget(label(own), line, 1);
        grid->addWidget(label(theirs), line, 2);
        ++line;
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_table);
}

} // namespace bincard
