// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Icons.h"

#include "gui/Theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace bincard {

namespace {

class TintedIcon : public QIconEngine
{
public:
    explicit TintedIcon(const QString &name) : m_name(name) {}

    QIconEngine *clone() const override { return new TintedIcon(m_name); }
    QString key() const override { return QStringLiteral("bincard"); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = qMin(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(square, iconPixmap(m_name, side, color(mode, state), ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), color(mode, state), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(scale) // `size` is in device pixels already
        return pixmap(size, mode, state);
    }

private:
    static QColor color(QIcon::Mode mode, QIcon::State state)
    {
        const Colors &colors = Theme::instance().colors();
        if (mode == QIcon::Disabled)
            return colors.dim;
        return state == QIcon::On ? colors.accent : colors.text;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name) { return QIcon(new TintedIcon(name)); }

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    const QString key =
        QStringLiteral("bincard-icon %1 %2 %3 %4").arg(name).arg(size).arg(color.name()).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), pixmap.size()));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace bincard
