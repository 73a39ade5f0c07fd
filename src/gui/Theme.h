// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;
class QLabel;
class QPalette;

namespace bincard {

/// The colours of a scheme. Text against window, base, alternate, selection and lit has a contrast of at least 4.5:1,
/// so have dim, accent, negative, positive and warning against base and window; tests/gui checks it.
struct Colors
{
    QColor window, rail, base, alternate, border;
    QColor text, dim;
    QColor accent, onAccent; ///< the one accent: links, the primary button, where one is
    QColor selection;        ///< behind selected rows; text keeps its colour
    QColor negative, positive, warning;
    QColor lit;              ///< behind a cell that changed a moment ago
    QColor receipts, issues; ///< of charts
};

/// Three sizes, no more.
enum class TextSize { Small, Body, Title };

/// How the program looks: Fusion with a palette and a small style of our own, light or dark. GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Scheme { System, Light, Dark };
    Q_ENUM(Scheme)

    [[nodiscard]] static Theme &instance();
    /// Once, after the application has been made.
    void install();

    void setScheme(Scheme scheme, bool remember = true);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] const Colors &colors() const;
    [[nodiscard]] static const Colors &colors(bool dark);

    [[nodiscard]] QFont font(TextSize size = TextSize::Body) const;
    /// The title of a page: as high as a button, so that it stands at the same place whatever is beside it.
    static void makeTitle(QLabel *label);
    /// The same font if its digits are equally wide, else one whose are: columns of numbers stay in line.
    [[nodiscard]] static QFont withTabularFigures(const QFont &font);

    /// Rows of tables: generous, or compact for those who want to see more.
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    [[nodiscard]] int rowHeight() const;

    static constexpr int grid = 8; ///< every distance is a multiple of it (or its half)

signals:
    void changed(); ///< scheme or row height

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme() = default;
    void apply();
    [[nodiscard]] static bool systemIsDark();
    [[nodiscard]] QPalette palette() const;

    Scheme m_scheme = Scheme::System;
    bool m_dark = false, m_compact = false, m_installed = false, m_platformWasDark = false;
};

} // namespace bincard
