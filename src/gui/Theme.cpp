// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Theme.h"

#include "gui/Style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QSettings>
#include <QStyleFactory>

#include <memory>

namespace bincard {

namespace {

const Colors lightColors = {
    .window = QColor(0xf5f6f8),
    .rail = QColor(0xe9ecf0),
    .base = QColor(0xffffff),
    .alternate = QColor(0xf8f9fb),
    .border = QColor(0xd5dae0),
    .text = QColor(0x1b2026),
    .dim = QColor(0x59636e),
    .accent = QColor(0x1c5fa5),
    .onAccent = QColor(0xffffff),
    .selection = QColor(0xd3e5f8),
    .negative = QColor(0xb3261e),
    .positive = QColor(0x1a7337),
    .warning = QColor(0x8a5a00),
    .lit = QColor(0xfdf0b8),
    .receipts = QColor(0x1c5fa5),
    .issues = QColor(0xc77a1f),
};

const Colors darkColors = {
    .window = QColor(0x1d2126),
    .rail = QColor(0x16191d),
    .base = QColor(0x23282e),
    .alternate = QColor(0x272c33),
    .border = QColor(0x3b434c),
    .text = QColor(0xe4e8ed),
    .dim = QColor(0xa3adb8),
    .accent = QColor(0x74b3f2),
    .onAccent = QColor(0x0c1a28),
    .selection = QColor(0x25435f),
    .negative = QColor(0xff938a),
    .positive = QColor(0x6fce88),
    .warning = QColor(0xe6b84d),
    .lit = QColor(0x54481d),
    .receipts = QColor(0x74b3f2),
    .issues = QColor(0xe0a458),
};

bool hasTabularFigures(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.01)
            return false;
    }
    return true;
}

/// Without a desktop to say otherwise Qt takes whatever "Sans" is; a plainer face reads better all day.
void chooseFont()
{
    static const QStringList generic = {QStringLiteral("Sans"), QStringLiteral("Sans Serif"),
        QStringLiteral("DejaVu Sans"), QStringLiteral("Bitstream Vera Sans")};
    static const QStringList preferred = {QStringLiteral("Inter"), QStringLiteral("Noto Sans")};
    QFont font = QApplication::font();
    const QStringList families = QFontDatabase::families();
    if (generic.contains(font.family()) || !families.contains(font.family())) {
        for (const QString &family : preferred) {
            if (families.contains(family)) {
                font.setFamily(family);
                break;
            }
        }
    }
    if (font.pointSizeF() > 0 && font.pointSizeF() < 10)
        font.setPointSizeF(10);
    QApplication::setFont(font);
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install()
{
    if (m_installed)
        return;
    m_installed = true;
    m_platformWasDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    chooseFont();
    const QSettings settings;
    const QString scheme = settings.value(QStringLiteral("view/scheme")).toString();
    m_scheme = scheme == u"light" ? Scheme::Light : scheme == u"dark" ? Scheme::Dark : Scheme::System;
    m_compact = settings.value(QStringLiteral("view/compact"), false).toBool();
    QApplication::setStyle(new Style);
    qApp->installEventFilter(this);
    apply();
}

void Theme::setScheme(Scheme scheme, bool remember)
{
    m_scheme = scheme;
    const QString name = scheme == Scheme::Light ? QStringLiteral("light")
        : scheme == Scheme::Dark                 ? QStringLiteral("dark")
                                                 : QStringLiteral("system");
    if (remember)
        QSettings().setValue(QStringLiteral("view/scheme"), name);
    apply();
}

void Theme::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    QSettings().setValue(QStringLiteral("view/compact"), compact);
    emit changed();
}

const Colors &Theme::colors() const { return colors(m_dark); }

const Colors &Theme::colors(bool dark) { return dark ? darkColors : lightColors; }

QFont Theme::font(TextSize size) const
{
    QFont font = QApplication::font();
    const qreal factor = size == TextSize::Title ? 1.5 : size == TextSize::Small ? 0.9 : 1.0;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    if (size == TextSize::Title)
        font.setWeight(QFont::DemiBold);
    return font;
}

void Theme::makeTitle(QLabel *label)
{
    label->setFont(instance().font(TextSize::Title));
    label->setMinimumHeight(QPushButton(label->text()).sizeHint().height());
}

QFont Theme::withTabularFigures(const QFont &font)
{
    QFont result = font;
    result.setKerning(false); // pairs such as 11 would be drawn closer
    if (hasTabularFigures(result))
        return result;
    static const QStringList families = {QStringLiteral("Noto Sans"), QStringLiteral("Segoe UI"),
        QStringLiteral("Helvetica Neue"), QStringLiteral("DejaVu Sans"), QStringLiteral("Liberation Sans")};
    for (const QString &family : families) {
        result.setFamily(family);
        if (QFontInfo(result).family() == family && hasTabularFigures(result))
            return result;
    }
    return font;
}

int Theme::rowHeight() const
{
    const int text = QFontMetrics(font()).height();
    return text + (m_compact ? grid / 2 : grid + grid / 2);
}

bool Theme::systemIsDark()
{
#ifdef Q_OS_WIN
    // Qt 6.4 hands Fusion a light palette on Windows whatever the person chose.
    const QSettings personalize(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    // Fusion asks the platform's theme whether it is dark.
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    return fusion && fusion->standardPalette().color(QPalette::Window).lightness() < 128;
#endif
}

QPalette Theme::palette() const
{
    const Colors &c = colors();
    QPalette palette(c.text, c.base, c.border.lighter(110), c.border.darker(130), c.border, c.text, c.base);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.base);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.negative);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Mid, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.dim);
    return palette;
}

void Theme::apply()
{
    const bool systemDark = systemIsDark() || m_platformWasDark;
    m_dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && systemDark);
    if (!m_installed)
        return;
    QApplication::setPalette(palette());
    emit changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop changed its look; the application object hears it once for all windows.
    if (event->type() == QEvent::ThemeChange && watched == qApp && m_scheme == Scheme::System) {
        m_platformWasDark = false;
        apply();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace bincard
