// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/CodeView.h"

#include "gui/Icons.h"
#include "gui/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bincard {

CodeView::CodeView(QWidget *parent) : QWidget(parent), m_edit(new QPlainTextEdit)
{
    m_edit->setReadOnly(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);

    m_copy = new QAction(icon(QStringLiteral("copy")), tr("Copy"), this);
    m_copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_copy->setToolTip(tr("Copy all of it (Ctrl+Shift+C)"));
    connect(m_copy, &QAction::triggered, this, &CodeView::copy);
    addAction(m_copy);
    connect(&Theme::instance(), &Theme::changed, this, &CodeView::updateFont);
    updateFont();
}

void CodeView::updateFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(m_edit->font().pointSizeF());
    m_edit->setFont(font);
    m_edit->document()->setDocumentMargin(Theme::grid);
}

void CodeView::setCode(const QString &code)
{
    if (code == m_edit->toPlainText())
        return;
    const int across = m_edit->horizontalScrollBar()->value(), down = m_edit->verticalScrollBar()->value();
    m_edit->setPlainText(code);
    m_edit->horizontalScrollBar()->setValue(across);
    m_edit->verticalScrollBar()->setValue(down);
}

QString CodeView::code() const { return m_edit->toPlainText(); }

void CodeView::setWrapped(bool wrapped)
{
    m_edit->setLineWrapMode(wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void CodeView::copy()
{
    QGuiApplication::clipboard()->setText(code());
    emit copied();
}

} // namespace bincard
