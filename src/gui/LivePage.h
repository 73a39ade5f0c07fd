// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/LiveModel.h"
#include "service/KnownRegisters.h"
#include "service/LiveRegister.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTime>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace bincard {

class DataTable;
class DimensionFilter;
class ErrorBanner;

/// "live": the balances of a register and its newest movements, as they change. What this window posts is shown at once;
/// what others post is found by a cheap look every few seconds. What changed is lit for a moment. Rows arrive in pages by
/// key; after a change only those around what is seen are read again.
/// Arguments: register, group ("warehouse,item"), where (a map of dimension to value).
class LivePage : public Page
{
    Q_OBJECT
public:
    explicit LivePage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("live"); }
    [[nodiscard]] QString title() const override { return tr("Live data"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override { return m_pending == 0; }
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;

    /// Between two looks for what others have done; a look that took long is not repeated so soon.
    void setLookInterval(int milliseconds);
    [[nodiscard]] ErrorBanner *banner() const { return m_banner; }
    [[nodiscard]] QComboBox *registerBox() const { return m_register; }
    [[nodiscard]] DimensionFilter *filter() const { return m_filter; }
    [[nodiscard]] QPushButton *pauseButton() const { return m_pause; }
    [[nodiscard]] DataTable *balances() const { return m_balances; }
    [[nodiscard]] DataTable *movements() const { return m_movements; }
    [[nodiscard]] LiveModel &balanceModel() { return m_balanceModel; }
    [[nodiscard]] LiveModel &movementModel() { return m_movementModel; }
    [[nodiscard]] QString status() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Slice
    {
        int from = 0, rows = 0;
    };

    void build();
    QWidget *buildTables();
    void connectTables();
    void fillRegisters(const KnownRegisters &known);
    void choose(const RegisterDefinition &definition);
    [[nodiscard]] const RegisterDefinition *definition() const;

    void reload();                 ///< another question: nothing of what is shown counts
    void look(bool evenUnchanged); ///< the same question again
    void lookLater();
    void ask(const LiveQuery &query, std::function<void(const LiveAnswer &)> show);
    [[nodiscard]] LiveQuery question() const;
    [[nodiscard]] Slice slice() const;
    void moreBalances();
    void moreMovements();

    void showFirst(const LiveAnswer &answer);
    void showChange(const LiveAnswer &answer, const Slice &asked);
    void noteEnd(const LiveAnswer &answer);
    void scrolled();
    void pause(bool on);
    void showStatus();
    [[nodiscard]] QList<LiveColumn> balanceColumns() const;
    [[nodiscard]] QList<LiveColumn> movementColumns() const;
    [[nodiscard]] QList<LiveRow> balanceRows(const QList<LiveBalance> &rows) const;
    [[nodiscard]] QList<LiveRow> movementRows(const QList<LiveMovement> &rows) const;
    [[nodiscard]] QString nameOf(const QString &dimension, const QString &code) const;
    void openBalance(int row);
    void openMovement(int row);

    LiveModel m_balanceModel, m_movementModel;
    QComboBox *m_register;
    DimensionFilter *m_filter;
    QPushButton *m_pause;
    ErrorBanner *m_banner;
    QLabel *m_balanceTitle;
    DataTable *m_balances, *m_movements;
    QLabel *m_status;

    QList<RegisterDefinition> m_definitions;
    QHash<QString, QString> m_accounts; ///< code -> name
    QString m_wanted;                   ///< to be chosen as soon as the registers are known
    QString m_missing;                  ///< the register that was wanted and is not there
    QVariantMap m_wantedPlace;
    std::optional<JournalEnd> m_end;
    qint64 m_countFrom = -1;
    QString m_movementCursor;
    Slice m_fresh; ///< the rows of balances that were read last
    bool m_allFresh = true;
    QTime m_since, m_changedAt, m_pausedAt;
    qint64 m_changedRows = 0;

    QTimer m_lookTimer, m_scrollDelay;
    int m_lookMs = 3000;
    qint64 m_restMs = 0; ///< after a look that took long
    Generation m_generation, m_listGeneration;
    int m_pending = 0;
    bool m_asking = false, m_askAgain = false, m_moreWanted = false;
    bool m_isAnswered = false; ///< what is shown is an answer to the question as it is
};

} // namespace bincard
