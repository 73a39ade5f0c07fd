// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <functional>

class QMenu;
class QWidget;

namespace bincard {

class AppContext;

/// "New sales order", "New goods receipt" ...: a menu with all kinds. The caller owns it through `parent`.
[[nodiscard]] QMenu *newKindMenu(QWidget *parent, std::function<void(DocumentKind)> chosen);
/// Ctrl+N for a page that makes nothing itself: the kinds, with the one made last chosen; what is chosen is begun.
void addNewDocumentKey(QWidget *page, AppContext &context);
[[nodiscard]] QString iconName(DocumentKind kind);

/// What a new document is unless one says otherwise: the kind made last.
[[nodiscard]] DocumentKind lastKind();
void rememberKind(DocumentKind kind);
/// The warehouse that a document of the kind was last saved with.
[[nodiscard]] QString lastWarehouse(DocumentKind kind);
void rememberWarehouse(DocumentKind kind, const QString &warehouse);

} // namespace bincard
