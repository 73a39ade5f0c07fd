// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FuzzyMatch.h"

#include <QStringList>

namespace bincard {

namespace {

bool isSubsequence(const QString &letters, const QString &text)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

int wordScore(const QString &word, const QString &text)
{
    const qsizetype at = text.indexOf(word);
    if (at == 0)
        return text.size() == word.size() ? 100 : 80;
    for (qsizetype i = at; i > 0; i = text.indexOf(word, i + 1)) {
        if (!text.at(i - 1).isLetterOrNumber())
            return 60;
    }
    if (at > 0)
        return 30;
    return word.size() > 1 && isSubsequence(word, text) ? 10 : 0;
}

} // namespace

int matchScore(const QString &typed, const QString &text)
{
    const QString folded = text.toCaseFolded();
    const QStringList words = typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    int score = 0;
    for (const QString &word : words) {
        const int one = wordScore(word, folded);
        if (one == 0)
            return 0;
        score += one;
    }
    return words.isEmpty() ? 1 : score;
}

} // namespace bincard
