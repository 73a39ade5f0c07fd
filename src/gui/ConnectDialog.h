// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ConnectDialog;
}

namespace bincard {

/// Asks where a book on a server lives. Address and fields say the same, whichever is typed. The password goes to the
/// connection and nowhere else.
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConnectDialog(QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void setLocation(const BookLocation &location);
    void showError(const Error &error); ///< why the last attempt failed
    [[nodiscard]] BookLocation location() const;
    [[nodiscard]] OpenMode mode() const;

signals:
    void chosen(const bincard::BookLocation &location, bincard::OpenMode mode);

private:
    void urlEdited(const QString &text);
    void fieldEdited();
    void test();
    void tell(const QString &text, bool good);
    void updateState();

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    QString m_options;  ///< of the address, kept although no field shows them
    BookClient m_probe; ///< of the test: opens and closes again
};

} // namespace bincard
