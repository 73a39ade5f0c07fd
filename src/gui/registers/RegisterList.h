// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "async/BookClient.h"
#include "gui/DataTable.h"
#include "models/JsonTableModel.h"

#include <QHash>

namespace bincard {

/// The registers of the book. What a register holds is counted behind the list, which may take its time in a large book;
/// when it was last verified on this computer is remembered.
class RegisterList : public DataTable
{
    Q_OBJECT
public:
    explicit RegisterList(AppContext &context, QWidget *parent = nullptr);

    void load();
    [[nodiscard]] bool isSettled() const { return m_pending == 0; }
    [[nodiscard]] const RegisterDefinition *find(const QString &name) const;
    [[nodiscard]] QString first() const; ///< empty: there are none
    /// nullopt: not counted yet.
    [[nodiscard]] std::optional<qint64> movementsOf(const QString &name) const;
    [[nodiscard]] const JsonTableModel &model() const { return m_model; }
    /// Shows this one as chosen, or none; chosen() is not sent.
    void mark(const QString &name);
    void noteVerified(const QString &name, const QJsonArray &wrong); ///< "" = all
    void forget(const QString &name);                                ///< it is gone

signals:
    void loaded();
    void failed(const bincard::Error &error);
    void chosen(const QString &name);

private:
    void loadInfo();
    void showRows();
    [[nodiscard]] QJsonObject rowOf(const RegisterDefinition &definition) const;
    [[nodiscard]] QString verifiedKey(const QString &name) const;

    AppContext &m_context;
    JsonTableModel m_model;
    QList<RegisterDefinition> m_definitions;
    QHash<QString, QJsonObject> m_infos; ///< register -> RegisterService::info()
    Generation m_listGeneration, m_infoGeneration;
    int m_pending = 0;
    bool m_marking = false;
};

} // namespace bincard
