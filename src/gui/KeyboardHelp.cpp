// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/KeyboardHelp.h"

#include "gui/MainWindow.h"
#include "gui/Theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace bincard {

namespace {

QString line(const QString &keys, const QString &what)
{
    return QStringLiteral("<tr><td style=\"padding:3px 24px 3px 0\"><b>%1</b></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

QString line(const QKeySequence &keys, const QString &what)
{
    return line(keys.toString(QKeySequence::NativeText), what);
}

QString section(const QString &title, const QString &lines)
{
    return QStringLiteral("<h3>%1</h3><table>%2</table>").arg(title.toHtmlEscaped(), lines);
}

} // namespace

KeyboardHelp::KeyboardHelp(const MainWindow &window, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    resize(70 * Theme::grid, 80 * Theme::grid);
    QString general;
    for (const QAction *action : window.allActions()) {
        if (!action->shortcut().isEmpty())
            general += line(action->shortcut(), action->text().remove(u'&'));
    }
    QString tables = line(tr("Enter, F2"), tr("Open what the row stands for, or edit the cell"));
    tables += line(QKeySequence(QKeySequence::New), tr("New row or document"));
    tables += line(QKeySequence(QKeySequence::Copy), tr("Copy the selected rows for a spreadsheet"));
    tables += line(tr("Esc"), tr("Clear the filter"));
    tables += line(tr("Down in the filter"), tr("Go from the filter to the table"));
    QString catalog = line(QKeySequence(QKeySequence::Save), tr("Save what was edited"));
    catalog += line(QKeySequence(QKeySequence::Undo), tr("Take back the last edit that is not saved yet"));
    catalog += line(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), tr("New category"));
    QString document = line(QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Post"));
    document += line(QKeySequence(QKeySequence::Save), tr("Save the draft"));
    document += line(tr("Enter"), tr("Go to the next cell, and from the last to a new line"));
    document += line(QKeySequence(Qt::CTRL | Qt::Key_D), tr("Repeat the line"));
    document += line(QKeySequence(Qt::CTRL | Qt::Key_Delete), tr("Remove the line"));
    document += line(QKeySequence(QKeySequence::Paste), tr("Insert lines from a spreadsheet"));
    QString registers = line(QKeySequence(QKeySequence::New), tr("New register"));
    registers += line(QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Create the register, or post the movements"));
    registers += line(QKeySequence(Qt::CTRL | Qt::Key_L), tr("Load what a recorder has posted, to change it"));
    registers += line(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up), tr("Move the row up; with Down, down"));
    registers += line(tr("F6"), tr("Go between the list and what is below it"));
    registers += line(tr("F9"), tr("Show or hide the form of a query"));
    registers += line(tr("F8"), tr("Next problem"));
    registers += line(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), tr("Query the register"));
    registers += line(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("Copy code or JSON"));
    registers += line(QKeySequence(Qt::CTRL | Qt::Key_E), tr("Export the answer as CSV"));

    auto *text = new QTextBrowser;
    text->setFrameShape(QFrame::NoFrame);
    text->setHtml(section(tr("Everywhere"), general) + section(tr("In tables"), tables)
        + section(tr("In the catalog"), catalog) + section(tr("In a document"), document)
        + section(tr("Registers and queries"), registers));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
}

} // namespace bincard
