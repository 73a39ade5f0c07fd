// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/CompletionEdit.h"

#include "gui/Theme.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace bincard {

class ChoiceModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(QList<CatalogChoice> choices)
    {
        beginResetModel();
        m_choices = std::move(choices);
        endResetModel();
    }
    [[nodiscard]] const QList<CatalogChoice> &choices() const { return m_choices; }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || role != Qt::DisplayRole)
            return {};
        const CatalogChoice &choice = m_choices.at(index.row());
        return QVariant(choice.code + u' ' + choice.name);
    }

private:
    QList<CatalogChoice> m_choices;
};

namespace {

constexpr int mostRows = 8;
constexpr int leastWidth = 420;

/// Code, name, and the barcode or unit dimmed at the right.
class ChoiceDelegate : public QStyledItemDelegate
{
public:
    explicit ChoiceDelegate(const ChoiceModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {leastWidth, Theme::instance().rowHeight()};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &colors = Theme::instance().colors();
        const CatalogChoice &choice = m_model.choices().at(index.row());
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colors.selection);
        QRect rest = option.rect.adjusted(Theme::grid, 0, -Theme::grid, 0);
        const auto write = [&](const QString &text, const QColor &color, Qt::Alignment alignment, int most) {
            const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, most);
            painter->setPen(color);
            painter->drawText(rest, static_cast<int>(alignment | Qt::AlignVCenter), shown);
            return painter->fontMetrics().horizontalAdvance(shown);
        };
        rest.setRight(rest.right() - write(choice.detail, colors.dim, Qt::AlignRight, rest.width() / 3) - Theme::grid);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        rest.setLeft(rest.left() + write(choice.code, colors.text, Qt::AlignLeft, rest.width() / 2) + Theme::grid);
        painter->setFont(option.font);
        write(choice.name, colors.text, Qt::AlignLeft, rest.width());
        painter->restore();
    }

private:
    const ChoiceModel &m_model;
};

} // namespace

CompletionEdit::CompletionEdit(QWidget *parent) : QLineEdit(parent), m_choices(new ChoiceModel(this))
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) { updateList(text, false); });
}

CompletionEdit::~CompletionEdit() { delete m_list; }

bool CompletionEdit::isListShown() const { return m_list && m_list->isVisible(); }

QStringList CompletionEdit::shownCodes() const
{
    QStringList codes;
    if (isListShown()) {
        for (const CatalogChoice &choice : m_choices->choices())
            codes.append(choice.code);
    }
    return codes;
}

void CompletionEdit::hideList()
{
    if (m_list)
        m_list->hide();
}

void CompletionEdit::offer()
{
    if (isListShown() || isModified() || !hasFocus())
        return;
    updateList({}, true);
    for (int row = 0; isListShown() && row < m_choices->rowCount(); ++row) {
        if (m_choices->choices().at(row).code == text())
            m_list->setCurrentIndex(m_choices->index(row));
    }
}

void CompletionEdit::updateList(const QString &text, bool evenIfEmpty)
{
    const bool wanted = m_source && (evenIfEmpty || !text.trimmed().isEmpty());
    const QList<CatalogChoice> found = wanted ? m_source(text) : QList<CatalogChoice>();
    if (found.isEmpty()) {
        hideList();
        return;
    }
    if (!m_list) {
        m_list = new QListView(window());
        // The window may go first; then the list goes with it.
        connect(m_list, &QObject::destroyed, this, [this] { m_list = nullptr; });
        m_list->setObjectName(QStringLiteral("completionList"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setUniformItemSizes(true);
        m_list->setModel(m_choices);
        m_list->setItemDelegate(new ChoiceDelegate(*m_choices, m_list));
        m_list->setFrameShape(QFrame::StyledPanel);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
            m_list->setCurrentIndex(index);
            acceptMarked();
        });
    }
    m_choices->set(found);
    m_list->setCurrentIndex(m_choices->index(0));
    placeList();
    m_list->show();
    m_list->raise();
}

/// Below the field where there is room, else above it, always inside the window.
void CompletionEdit::placeList()
{
    const QWidget *room = window();
    const int rows = std::min<int>(mostRows, m_choices->rowCount());
    const int height = rows * Theme::instance().rowHeight() + 2 * m_list->frameWidth();
    const int width = std::min(std::max(leastWidth, this->width()), room->width());
    const QPoint below = mapTo(room, QPoint(0, this->height()));
    const QPoint above = mapTo(room, QPoint(0, -height));
    const bool fitsBelow = below.y() + height <= room->height() || above.y() < 0;
    QPoint place = fitsBelow ? below : above;
    place.setX(std::clamp(place.x(), 0, room->width() - width));
    m_list->setGeometry(QRect(place, QSize(width, height)));
}

bool CompletionEdit::acceptMarked()
{
    if (!isListShown() || !m_list->currentIndex().isValid())
        return false;
    const CatalogChoice choice = m_choices->choices().at(m_list->currentIndex().row());
    hideList();
    setText(choice.code);
    setModified(true);
    emit chosen(choice);
    return true;
}

void CompletionEdit::move(int rows)
{
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_choices->rowCount() - 1);
    m_list->setCurrentIndex(m_choices->index(row));
}

void CompletionEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Down && (event->modifiers() & Qt::AltModifier)) {
        updateList(hasSelectedText() ? QString() : text(), true);
        return;
    }
    if (isListShown()) {
        switch (key) {
        case Qt::Key_Down: move(1); return;
        case Qt::Key_Up: move(-1); return;
        case Qt::Key_PageDown: move(mostRows); return;
        case Qt::Key_PageUp: move(-mostRows); return;
        case Qt::Key_Escape: hideList(); return;
        case Qt::Key_Return:
        case Qt::Key_Enter: acceptMarked(); break; // and what Enter does anyway
        default: break;
        }
    }
    QLineEdit::keyPressEvent(event);
}

bool CompletionEdit::event(QEvent *event)
{
    // The list comes before the page's own use of Esc.
    if (event->type() == QEvent::ShortcutOverride && isListShown()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    // Tab leaves the field before keyPressEvent() would see it.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab)
        acceptMarked();
    return QLineEdit::event(event);
}

void CompletionEdit::focusOutEvent(QFocusEvent *event)
{
    hideList();
    QLineEdit::focusOutEvent(event);
}

void CompletionEdit::hideEvent(QHideEvent *event)
{
    hideList();
    QLineEdit::hideEvent(event);
}

} // namespace bincard
