// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/RecorderNote.h"

#include "domain/Document.h"
#include "gui/Page.h"
#include "gui/Theme.h"

namespace bincard {

RecorderNote::RecorderNote(AppContext &context, QWidget *parent) : QLabel(parent), m_context(context)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    connect(this, &QLabel::linkActivated, this, [this](const QString &id) {
        m_context.go(QStringLiteral("document"), {{QStringLiteral("id"), id}});
    });
}

bool RecorderNote::showDocument(const QString &recorder, bool forPosting)
{
    const QUuid document = documentOf(recorder);
    if (document.isNull())
        return false;
    m_plain = forPosting ? tr("This recorder belongs to a document. Post, change or cancel the document instead.")
                         : tr("These movements belong to a document.");
    color(forPosting);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setText(QStringLiteral("%1 <a href=\"%2\">%3</a>")
                .arg(m_plain.toHtmlEscaped(), document.toString(QUuid::WithoutBraces), tr("Open the document")));
    return true;
}

void RecorderNote::say(const QString &text, bool isBad)
{
    m_plain = text;
    color(isBad);
    setTextInteractionFlags(Qt::NoTextInteraction); // without a link it is no stop on the way to the grid
    setText(text.toHtmlEscaped());
}

void RecorderNote::color(bool isBad)
{
    QPalette own = palette();
    const Colors &colors = Theme::instance().colors();
    own.setColor(QPalette::WindowText, isBad ? colors.negative : colors.dim);
    setPalette(own);
}

} // namespace bincard
