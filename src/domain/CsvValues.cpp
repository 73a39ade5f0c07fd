// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvValues.h"

#include <QVarLengthArray>

#include <array>

namespace bincard {

namespace {

Error notANumber(QStringView text)
{
    return Error(
        ErrorCode::Validation, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a number."), {text.toString().left(60)}});
}

bool isDigit(QChar letter) { return letter >= u'0' && letter <= u'9'; }
bool isMinus(QChar letter) { return letter == u'-' || letter == QChar(0x2212); }
bool isGroupBlank(QChar letter)
{
    return letter == u' ' || letter == QChar::Nbsp || letter == QChar(0x202F) || letter == u'\''
        || letter == QChar(0x2019);
}

/// Without blanks, currency signs and the sign at either end.
QStringView bare(QStringView text, bool &negative)
{
    negative = false;
    bool signSeen = false;
    const auto droppable = [&](QChar letter) {
        if (isMinus(letter) || letter == u'+') {
            if (signSeen)
                return false;
            signSeen = true;
            negative = isMinus(letter);
            return true;
        }
        return letter.isSpace() || letter.category() == QChar::Symbol_Currency;
    };
    while (!text.isEmpty() && droppable(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && droppable(text.back()))
        text.chop(1);
    return text;
}

/// Length of the digits that stand at `at`.
qsizetype digitsAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isDigit(text.at(end)))
        ++end;
    return end - at;
}

/// "1,234,567" or plain digits; false if groups are not of three.
bool wholePart(QStringView text, QChar group, QVarLengthArray<QChar, 24> &digits)
{
    qsizetype at = 0;
    bool first = true;
    QChar used;
    while (true) {
        const qsizetype count = digitsAt(text, at);
        const bool last = at + count == text.size();
        if (count == 0 || (!first && count != 3) || (first && !last && count > 3))
            return false;
        digits.append(text.data() + at, count);
        if (last)
            return true;
        const QChar mark = text.at(at + count);
        if ((mark != group && !isGroupBlank(mark)) || (!first && mark != used))
            return false;
        used = mark;
        at += count + 1;
        first = false;
    }
}

const std::array<QLatin1String, 12> &monthNames()
{
    static const std::array<QLatin1String, 12> names{QLatin1String("january"), QLatin1String("february"),
        QLatin1String("march"), QLatin1String("april"), QLatin1String("may"), QLatin1String("june"),
        QLatin1String("july"), QLatin1String("august"), QLatin1String("september"), QLatin1String("october"),
        QLatin1String("november"), QLatin1String("december")};
    return names;
}

/// The month that the letters at the beginning name, by at least three of its letters; 0 if none.
int monthAt(QStringView text, qsizetype &length)
{
    length = 0;
    while (length < text.size() && text.at(length).isLetter())
        ++length;
    if (length < 3)
        return 0;
    for (std::size_t month = 0; month < monthNames().size(); ++month)
        if (monthNames().at(month).startsWith(text.left(length), Qt::CaseInsensitive))
            return static_cast<int>(month) + 1;
    return 0;
}

bool looksLikeTime(QStringView rest)
{
    if (rest.isEmpty())
        return true;
    if (rest.front() != u'T' && !rest.front().isSpace())
        return false;
    rest = rest.mid(1).trimmed();
    if (rest.isEmpty())
        return true;
    for (const QChar letter : rest)
        if (!isDigit(letter) && !QStringView(u":.,+- AaPpMmZ").contains(letter))
            return false;
    return isDigit(rest.front());
}

} // namespace

Result<Decimal> parseCsvNumber(QStringView text, int scale, bool decimalComma)
{
    bool negative = false;
    const QStringView number = bare(text, negative);
    const QChar mark = decimalComma ? u',' : u'.';
    const QChar group = decimalComma ? u'.' : u',';
    const qsizetype point = number.lastIndexOf(mark);
    const QStringView whole = point < 0 ? number : number.left(point);
    QStringView fraction = point < 0 ? QStringView() : number.mid(point + 1);
    if (digitsAt(fraction, 0) != fraction.size() || (whole.isEmpty() && fraction.isEmpty()))
        return notANumber(text);
    QVarLengthArray<QChar, 24> digits;
    if (negative)
        digits.append(u'-');
    if (whole.isEmpty())
        digits.append(u'0');
    else if (!wholePart(whole, group, digits))
        return notANumber(text);
    while (fraction.size() > scale && fraction.back() == u'0')
        fraction.chop(1);
    if (!fraction.isEmpty()) {
        digits.append(u'.');
        digits.append(fraction.data(), fraction.size());
    }
    return Decimal::parse(QStringView(digits.data(), digits.size()), scale);
}

FractionMark fractionMark(QStringView text)
{
    bool negative = false;
    const QStringView number = bare(text, negative);
    const qsizetype point = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    const qsizetype mark = qMax(point, comma);
    if (mark < 0 || digitsAt(number, mark + 1) != number.size() - mark - 1)
        return FractionMark::None;
    const bool isComma = comma > point;
    QVarLengthArray<QChar, 24> digits;
    if (mark > 0 && !wholePart(number.left(mark), isComma ? u'.' : u',', digits)) {
        // "1,234,567": the same mark twice can only group.
        digits.clear();
        if (!wholePart(number, isComma ? u',' : u'.', digits))
            return FractionMark::None;
        return isComma ? FractionMark::Point : FractionMark::Comma;
    }
    const bool bothMarks = qMin(point, comma) >= 0;
    if (!bothMarks && mark > 0 && mark <= 3 && number.size() - mark - 1 == 3 && number.front() != u'0')
        return FractionMark::Unclear;
    return isComma ? FractionMark::Comma : FractionMark::Point;
}

std::optional<CsvDateFormat> CsvDateFormat::parse(const QString &format)
{
    CsvDateFormat result;
    QString dates = format;
    for (qsizetype i = 0; i < dates.size(); ++i) // a time behind the date
        if (QStringView(u"Hhmst").contains(dates.at(i)))
            dates.truncate(i);
    dates = dates.trimmed();
    if (dates.endsWith(QLatin1String("'T'")))
        dates.chop(3);
    bool day = false, month = false, year = false;
    for (qsizetype at = 0; at < dates.size();) {
        const QChar letter = dates.at(at);
        qsizetype run = 1;
        while (at + run < dates.size() && dates.at(at + run) == letter)
            ++run;
        const bool adjacent = at + run < dates.size() && dates.at(at + run).isLetter();
        const bool behindLetter = at > 0 && dates.at(at - 1).isLetter();
        Token token{Token::Kind::Literal, letter, (adjacent || behindLetter) && run >= 2};
        if (letter == u'd' && run <= 2 && !day) {
            token.kind = Token::Kind::Day;
            day = true;
        } else if (letter == u'M' && run <= 4 && !month) {
            token.kind = run <= 2 ? Token::Kind::Month : Token::Kind::MonthName;
            month = true;
        } else if (letter == u'y' && (run == 2 || run == 4) && !year) {
            token.kind = run == 4 ? Token::Kind::Year : Token::Kind::ShortYear;
            year = true;
        } else if (letter.isLetterOrNumber()) {
            return std::nullopt;
        } else {
            run = 1;
        }
        result.m_tokens += token;
        at += run;
    }
    if (!day || !month || !year)
        return std::nullopt;
    return result;
}

QDate CsvDateFormat::date(QStringView text) const
{
    text = text.trimmed();
    int day = 0, month = 0, year = 0;
    for (const Token &token : m_tokens) {
        qsizetype length = 0;
        if (token.kind == Token::Kind::Literal) {
            if (text.isEmpty() || text.front() != token.literal)
                return {};
            length = 1;
        } else if (token.kind == Token::Kind::MonthName) {
            month = monthAt(text, length);
            if (month == 0)
                return {};
        } else {
            length = digitsAt(text, 0);
            const bool isYear = token.kind == Token::Kind::Year;
            const qsizetype most = isYear ? 4 : 2;
            if (token.fixed)
                length = qMin(length, most);
            const bool exact = token.fixed || isYear || token.kind == Token::Kind::ShortYear;
            if (length == 0 || length > most || (exact && length != most))
                return {};
            const int number = text.left(length).toInt();
            if (token.kind == Token::Kind::Day)
                day = number;
            else if (token.kind == Token::Kind::Month)
                month = number;
            else
                year = isYear ? number : number + (number < 70 ? 2000 : 1900);
        }
        text = text.mid(length);
    }
    return looksLikeTime(text) ? QDate(year, month, day) : QDate();
}

} // namespace bincard
