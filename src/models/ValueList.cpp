// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ValueList.h"

namespace bincard {

namespace {

constexpr QChar quote = u'"', comma = u',';

struct Piece
{
    QString value;
    bool isQuoted = false;
    qsizetype end = 0; ///< the comma behind it, or the end of the text
};

/// The value that begins at `at`.
Piece pieceAt(const QString &text, qsizetype at)
{
    Piece piece;
    while (at < text.size() && text.at(at).isSpace())
        ++at;
    if (at < text.size() && text.at(at) == quote) {
        piece.isQuoted = true;
        for (++at; at < text.size(); ++at) {
            if (text.at(at) == quote && (++at >= text.size() || text.at(at) != quote))
                break; // a quote by itself closes
            piece.value += text.at(at);
        }
    }
    const qsizetype next = text.indexOf(comma, at);
    piece.end = next < 0 ? text.size() : next;
    piece.value += QStringView(text).mid(at, piece.end - at).trimmed();
    return piece;
}

bool needsQuotes(const QString &value)
{
    return value.isEmpty() || value.startsWith(quote) || value.contains(comma) || value.trimmed() != value;
}

} // namespace

QStringList splitValues(const QString &text)
{
    QStringList values;
    for (qsizetype at = 0; at <= text.size();) {
        const Piece piece = pieceAt(text, at);
        if (piece.isQuoted || !piece.value.isEmpty())
            values << piece.value;
        at = piece.end + 1;
    }
    return values;
}

QString joinValues(const QStringList &values)
{
    QStringList pieces;
    for (const QString &value : values)
        pieces << (needsQuotes(value) ? quote + QString(value).replace(quote, QStringLiteral("\"\"")) + quote : value);
    return pieces.join(QStringLiteral(", "));
}

qsizetype lastValueAt(const QString &text)
{
    qsizetype begin = 0;
    for (Piece piece = pieceAt(text, begin); piece.end < text.size(); piece = pieceAt(text, begin))
        begin = piece.end + 1;
    return begin;
}

} // namespace bincard
