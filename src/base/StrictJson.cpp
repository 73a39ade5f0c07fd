// SPDX-License-Identifier: LGPL-3.0-or-later
#include "base/StrictJson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace bincard {

namespace {

QByteArray withoutMark(const QByteArray &text) { return text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text; }

Error syntaxError(const QByteArray &text, const QJsonParseError &error, int line = 0)
{
    const QByteArray before = text.left(error.offset);
    const int row = line > 0 ? line : static_cast<int>(before.count('\n')) + 1;
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return Error::validation({},
        {QT_TRANSLATE_NOOP("Error", "This is no valid JSON (line %1, column %2): %3."),
            {QString::number(row), QString::number(column), error.errorString()}},
        row);
}

/// Walks over a text that is known to be well-formed and notes what the contract refuses.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text) : m_text(text) {}

    [[nodiscard]] QList<Problem> problems()
    {
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at);
            if (c == '"')
                string();
            else if (c == '-' || (c >= '0' && c <= '9'))
                number();
            else {
                structure(c);
                ++m_at;
            }
        }
        return m_problems;
    }

private:
    struct Level
    {
        bool array = false;
        int index = 1;       ///< of the element under way, in an array
        bool keyNext = true; ///< in an object: the next string is a key
        QString key;
        QSet<QString> keys;
    };

    void structure(char c)
    {
        if (c == '{' || c == '[')
            m_levels.append(Level{c == '[', 1, c == '{', {}, {}});
        else if (c == '}' || c == ']')
            m_levels.removeLast();
        else if (c == ',' && m_levels.constLast().array)
            ++m_levels.last().index;
        else if (c == ',')
            m_levels.last().keyNext = true;
    }

    void string()
    {
        const qsizetype begin = m_at++;
        while (m_text.at(m_at) != '"')
            m_at += m_text.at(m_at) == '\\' ? 2 : 1;
        ++m_at;
        if (m_levels.isEmpty() || !m_levels.constLast().keyNext)
            return;
        Level &level = m_levels.last();
        level.keyNext = false;
        // Qt undoes the escapes of the key, so that "\u0061" and "a" are seen to be the same.
        const QByteArray quoted = '[' + m_text.mid(begin, m_at - begin) + ']';
        level.key = QJsonDocument::fromJson(quoted).array().at(0).toString();
        if (level.keys.contains(level.key))
            note({QT_TRANSLATE_NOOP("Error", "\"%1\" is given twice."), {level.key}});
        level.keys.insert(level.key);
    }

    void number()
    {
        const qsizetype begin = m_at;
        bool whole = true;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            if (c == '.' || c == 'e' || c == 'E')
                whole = false;
            else if ((c < '0' || c > '9') && c != '+' && c != '-')
                break;
        }
        const QByteArray digits = m_text.mid(begin, m_at - begin);
        const QString text = QString::fromLatin1(digits.left(40));
        bool fits = false;
        digits.toLongLong(&fits);
        if (!whole)
            note({QT_TRANSLATE_NOOP("Error",
                      "%1 is a number with a fraction or an exponent. Write decimals as text, "
                      "such as \"12.50\", so that they stay exact."),
                {text}});
        else if (!fits)
            note({QT_TRANSLATE_NOOP("Error", "%1 is beyond whole numbers of 64 bits."), {text}});
    }

    void note(Message message)
    {
        QStringList path;
        int line = 0;
        for (const Level &level : std::as_const(m_levels)) {
            if (level.array)
                line = level.index;
            else
                path << level.key;
        }
        m_problems.append(Problem{path.join(u'.'), line, std::move(message)});
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QList<Level> m_levels;
    QList<Problem> m_problems;
};

QJsonValue valueOf(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Error notAnObject(int line)
{
    return Error::validation(
        {}, {QT_TRANSLATE_NOOP("Error", "A JSON object such as {\"...\": ...} is expected here."), {}}, line);
}

/// Told by the look of the lines and not by whether they parse, so that a broken line among many is reported as such.
bool isOneObjectALine(const QByteArray &text)
{
    const QByteArrayList lines = text.split('\n');
    return std::all_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        const QByteArray trimmed = line.trimmed();
        return trimmed.isEmpty() || trimmed.startsWith('{');
    });
}

Result<QJsonArray> parseLines(const QByteArray &text)
{
    QJsonArray rows;
    QList<Problem> problems;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (error.error != QJsonParseError::NoError) {
            problems << syntaxError(line, error, number).problems();
            continue;
        }
        if (!document.isObject()) {
            problems << notAnObject(number).problems();
            continue;
        }
        for (Problem problem : Scanner(line).problems()) {
            if (problem.line == 0)
                problem.line = number;
            problems << problem;
        }
        rows.append(document.object());
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    return rows;
}

Result<QJsonValue> parseDocument(const QByteArray &json, int line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return syntaxError(json, error, line);
    const QList<Problem> problems = Scanner(json).problems();
    if (!problems.isEmpty())
        return Error::validation(problems);
    return valueOf(document);
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray &text) { return parseDocument(withoutMark(text), 0); }

Result<QJsonArray> parseJsonRows(const QByteArray &text)
{
    const QByteArray json = withoutMark(text);
    if (json.trimmed().isEmpty())
        return QJsonArray();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError && isOneObjectALine(json))
        return parseLines(json);
    if (error.error != QJsonParseError::NoError)
        return syntaxError(json, error);
    QList<Problem> problems = Scanner(json).problems();
    for (Problem &problem : problems) {
        if (problem.line == 0)
            problem.line = 1; // one object: the first row
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    if (document.isObject())
        return QJsonArray{document.object()};
    const QJsonArray rows = document.array();
    QList<Problem> wrong;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).isObject())
            wrong << notAnObject(static_cast<int>(i) + 1).problems();
    }
    if (!wrong.isEmpty())
        return Error::validation(wrong);
    return rows;
}

Result<QJsonObject> parseJsonObject(const QByteArray &text, int line)
{
    BINCARD_ASSIGN(value, parseDocument(withoutMark(text), line));
    if (!value.isObject())
        return notAnObject(line);
    return value.toObject();
}

} // namespace bincard
