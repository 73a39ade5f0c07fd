// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace bincard {

class AppContext;

/// One line about the recorder of movements: whose it is, and the way to the document that it belongs to.
class RecorderNote : public QLabel
{
    Q_OBJECT
public:
    explicit RecorderNote(AppContext &context, QWidget *parent = nullptr);

    /// True, and says so with a link, if the recorder is a document's own: nothing is posted to it by hand.
    bool showDocument(const QString &recorder, bool forPosting);
    void say(const QString &text, bool isBad = false);
    [[nodiscard]] QString plain() const { return m_plain; }

private:
    void color(bool isBad);

    AppContext &m_context;
    QString m_plain;
};

} // namespace bincard
