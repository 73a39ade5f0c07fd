// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace bincard {

class MainWindow;

/// Help > Keyboard: every shortcut there is, those of the window from its actions, those of tables and editors in words.
class KeyboardHelp : public QDialog
{
    Q_OBJECT
public:
    explicit KeyboardHelp(const MainWindow &window, QWidget *parent);
};

} // namespace bincard
