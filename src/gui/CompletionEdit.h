// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CatalogIndex.h"

#include <QLineEdit>

#include <functional>

class QListView;

namespace bincard {

class ChoiceModel;

/// A field in which one letter brings up what it may mean. The list never takes the focus: Up and Down walk in it, Enter
/// and Tab take the marked entry and go on, Esc closes it and leaves the text. Alt+Down shows everything.
class CompletionEdit : public QLineEdit
{
    Q_OBJECT
public:
    using Source = std::function<QList<CatalogChoice>(const QString &text)>;

    explicit CompletionEdit(QWidget *parent = nullptr);
    ~CompletionEdit() override;

    void setSource(Source source) { m_source = std::move(source); }
    [[nodiscard]] bool isListShown() const;
    [[nodiscard]] QStringList shownCodes() const;
    /// Takes the marked entry of the list, if it is shown: its code becomes the text.
    bool acceptMarked();
    void hideList();
    /// Shows everything there is to choose from while nothing has been typed (Alt+Down does the same).
    void offer();

signals:
    void chosen(const bincard::CatalogChoice &choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateList(const QString &text, bool evenIfEmpty);
    void placeList();
    void move(int rows);

    Source m_source;
    ChoiceModel *m_choices;
    QListView *m_list = nullptr; ///< a child of the window, so that it needs no window of its own
};

} // namespace bincard
