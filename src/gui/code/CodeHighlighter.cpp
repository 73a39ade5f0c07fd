// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/code/CodeHighlighter.h"

#include "gui/Theme.h"

#include <algorithm>
#include <array>

namespace bincard {

namespace {

// Sorted, so that they can be looked up by halves.
constexpr std::array cppWords{u"auto", u"bool", u"break", u"case", u"catch", u"class", u"const", u"constexpr",
    u"default", u"do", u"else", u"enum", u"explicit", u"false", u"for", u"if", u"inline", u"int", u"namespace",
    u"nullptr", u"operator", u"override", u"private", u"public", u"qint64", u"return", u"static", u"struct", u"switch",
    u"template", u"this", u"true", u"typename", u"using", u"void", u"while"};
constexpr std::array sqlWords{u"all", u"and", u"as", u"asc", u"begin", u"between", u"by", u"case", u"cast", u"commit",
    u"count", u"create", u"date", u"delete", u"desc", u"distinct", u"else", u"end", u"exists", u"filter", u"from",
    u"group", u"having", u"immediate", u"in", u"insert", u"interval", u"into", u"is", u"join", u"key", u"left",
    u"limit", u"not", u"null", u"on", u"or", u"order", u"over", u"primary", u"recursive", u"returning", u"rollback",
    u"select", u"set", u"sum", u"table", u"text", u"then", u"timestamp", u"union", u"update", u"using", u"values",
    u"when", u"where", u"with"};
constexpr std::array shellWords{u"case", u"do", u"done", u"elif", u"else", u"esac", u"export", u"fi", u"for",
    u"function", u"if", u"in", u"set", u"then", u"while"};

template <typename Words>
bool holds(const Words &words, QStringView word)
{
    return std::ranges::binary_search(words, word, {}, [](const auto &each) { return QStringView(each); });
}

bool startsComment(CodeLanguage language, QStringView rest, bool afterBlank)
{
    switch (language) {
    case CodeLanguage::Cpp: return rest.startsWith(u"//");
    case CodeLanguage::Sql: return rest.startsWith(u"--");
    case CodeLanguage::Shell: return rest.startsWith(u'#') && afterBlank;
    }
    return false;
}

bool isWordCharacter(QChar character) { return character.isLetterOrNumber() || character == u'_'; }

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document, CodeLanguage language)
    : QSyntaxHighlighter(document)
    , m_language(language)
{
    takeColors();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        takeColors();
        rehighlight();
    });
}

void CodeHighlighter::setLanguage(CodeLanguage language)
{
    if (m_language == language)
        return;
    m_language = language;
    rehighlight();
}

void CodeHighlighter::takeColors()
{
    const Colors &colors = Theme::instance().colors();
    m_comment.setForeground(colors.dim);
    m_comment.setFontItalic(true);
    m_keyword.setForeground(colors.accent);
    m_keyword.setFontWeight(QFont::DemiBold);
    m_text.setForeground(colors.positive);
    m_number.setForeground(colors.warning);
    m_directive.setForeground(colors.accent);
}

bool CodeHighlighter::isKeyword(QStringView word) const
{
    switch (m_language) {
    case CodeLanguage::Cpp: return holds(cppWords, word);
    case CodeLanguage::Sql: return holds(sqlWords, word.toString().toLower());
    case CodeLanguage::Shell: return holds(shellWords, word) || word == u"bincardctl";
    }
    return false;
}

qsizetype CodeHighlighter::endOfQuote(const QString &text, qsizetype from, QChar quote) const
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && m_language != CodeLanguage::Sql)
            ++i;
        else if (text.at(i) == quote)
            return i + 1;
    }
    return text.size();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    const auto paint = [this](qsizetype from, qsizetype end, const QTextCharFormat &format) {
        setFormat(static_cast<int>(from), static_cast<int>(end - from), format);
    };
    if (m_language == CodeLanguage::Cpp && text.startsWith(u'#')) {
        const qsizetype end = std::max<qsizetype>(text.indexOf(u' '), 0);
        paint(0, end == 0 ? text.size() : end, m_directive);
        if (end > 0)
            paint(end, text.size(), m_text);
        return;
    }
    for (qsizetype i = 0; i < text.size();) {
        const QChar character = text.at(i);
        qsizetype end = i + 1;
        if (startsComment(m_language, QStringView(text).mid(i), i == 0 || text.at(i - 1).isSpace())) {
            paint(i, text.size(), m_comment);
            return;
        }
        if (character == u'"' || character == u'\'') {
            end = endOfQuote(text, i + 1, character);
            paint(i, end, m_text);
        } else if (isWordCharacter(character)) {
            // A quote between digits only parts them (10'000).
            while (end < text.size()
                && (isWordCharacter(text.at(end))
                    || (character.isDigit() && m_language == CodeLanguage::Cpp && text.at(end) == u'\'')))
                ++end;
            if (character.isDigit())
                paint(i, end, m_number);
            else if (isKeyword(QStringView(text).mid(i, end - i)))
                paint(i, end, m_keyword);
        }
        i = end;
    }
}

} // namespace bincard
