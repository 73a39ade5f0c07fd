// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CodeExamples.h"

#include <QSyntaxHighlighter>

namespace bincard {

/// Colours C++, SQL and shell in the colours of the theme: comments dimmed, keywords bold, texts, numbers. It knows a
/// word from a text and a comment, no more; the colours only help the eye.
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    CodeHighlighter(QTextDocument *document, CodeLanguage language);

    void setLanguage(CodeLanguage language);

protected:
    void highlightBlock(const QString &text) override;

private:
    void takeColors();
    /// The end of the text or comment that begins (or goes on) at `from`.
    [[nodiscard]] qsizetype endOfQuote(const QString &text, qsizetype from, QChar quote) const;
    [[nodiscard]] bool isKeyword(QStringView word) const;

    CodeLanguage m_language;
    QTextCharFormat m_comment, m_keyword, m_text, m_number, m_directive;
};

} // namespace bincard
