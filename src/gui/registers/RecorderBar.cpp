// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/RecorderBar.h"

#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/registers/RecorderNote.h"
#include "service/RegisterService.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int longestRecorder = 200;

/// "manual:7" -> "manual:8"; without a number at the end there is no next.
QString nextRecorder(const QString &recorder)
{
    qsizetype digits = 0;
    while (digits < qMin<qsizetype>(recorder.size(), 9) && recorder.at(recorder.size() - 1 - digits).isDigit())
        ++digits;
    if (digits == 0)
        return {};
    const QString number = QString::number(recorder.right(digits).toLongLong() + 1);
    return recorder.left(recorder.size() - digits) + number.rightJustified(digits, u'0');
}

} // namespace

RecorderBar::RecorderBar(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_recorder(new QLineEdit)
    , m_note(new RecorderNote(context))
    , m_replace(new QRadioButton(tr("Replace its movements")))
    , m_append(new QRadioButton(tr("Add to them")))
    , m_modes(new QWidget)
    , m_load(new QPushButton(tr("Load its movements")))
{
    build();
    connect(m_recorder, &QLineEdit::textEdited, this, &RecorderBar::recorderEdited);
    connect(m_recorder, &QLineEdit::editingFinished, this, &RecorderBar::left);
    connect(m_recorder, &QLineEdit::returnPressed, this, [this] {
        if (!recorder().isEmpty())
            emit entered();
    });
    connect(m_load, &QPushButton::clicked, this, [this] { ask(Load::Wanted); });
    connect(m_replace, &QRadioButton::toggled, this, &RecorderBar::edited);
    m_modes->hide();
}

void RecorderBar::build()
{
    m_recorder->setObjectName(QStringLiteral("posting.recorder"));
    m_recorder->setPlaceholderText(tr("Such as manual:1"));
    m_recorder->setMaxLength(longestRecorder);
    m_recorder->setMinimumWidth(24 * Theme::grid);
    m_recorder->setToolTip(tr("What makes these movements: they are posted, changed and taken back under this name."));
    m_load->setObjectName(QStringLiteral("posting.load"));
    m_load->setToolTip(tr("Put what this recorder has posted into the grid, to change it (Ctrl+L)"));
    m_replace->setChecked(true);
    m_replace->setToolTip(tr("Repost: only what differs is written."));
    auto *modes = new QHBoxLayout(m_modes);
    modes->setContentsMargins(0, 0, 0, 0);
    modes->setSpacing(Theme::grid);
    modes->addWidget(m_replace);
    modes->addWidget(m_append);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Theme::grid);
    auto *label = new QLabel(tr("&Recorder"));
    label->setBuddy(m_recorder);
    layout->addWidget(label);
    layout->addWidget(m_recorder);
    layout->addWidget(m_load);
    layout->addWidget(m_modes);
    layout->addStretch(1);
    // A line of its own that is always there: what one types in does not jump, and no sentence is squeezed.
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing());
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::grid / 2);
    lines->addLayout(layout);
    lines->addWidget(m_note);
    setFocusProxy(m_recorder);
}

void RecorderBar::setRegister(const QString &name)
{
    m_register = name;
    m_known.clear();
    m_active = 0;
    m_modes->hide();
}

QString RecorderBar::recorder() const { return m_recorder->text().trimmed(); }

void RecorderBar::setRecorder(const QString &recorder)
{
    m_recorder->setText(recorder);
    m_known.clear();
    recorderEdited();
    ask(Load::Wanted);
}

void RecorderBar::recorderEdited()
{
    if (recorder() != m_known) {
        m_known.clear();
        m_active = 0;
        m_modes->hide();
    }
    m_isDocuments = m_note->showDocument(recorder(), true);
    if (!m_isDocuments)
        m_note->say({});
    emit edited();
}

void RecorderBar::ask(Load load)
{
    if (recorder().isEmpty() || m_register.isEmpty() || m_isDocuments || (load == Load::No && recorder() == m_known))
        return;
    const int token = m_generation.next();
    ++m_pending;
    m_context.client.request<QJsonObject>(
        this, [name = m_register, who = recorder()](OpenBook &book) { return book.registers().history(name, who); },
        [this, token, load, who = recorder()](const Result<QJsonObject> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token) || who != recorder())
                return;
            if (answer.ok())
                showKnown(answer->value(QLatin1String("rows")).toArray(), load);
            else
                emit failed(answer.error());
        });
}

void RecorderBar::showKnown(const QJsonArray &rows, Load load)
{
    QJsonArray active;
    for (const QJsonValue &row : rows) {
        if (row[u"reversal_of"].isNull() && !row[u"reversed"].toBool())
            active << row;
    }
    m_known = recorder();
    m_active = static_cast<int>(active.size());
    m_modes->setVisible(m_active > 0);
    if (m_active > 0)
        m_note->say(tr("Has %n movement(s) in this register.", nullptr, m_active));
    else if (!rows.isEmpty())
        m_note->say(tr("Everything it posted has been taken back."));
    else
        m_note->say(tr("New: it has posted nothing to this register."));
    if (load != Load::No && m_active > 0) {
        m_replace->setChecked(true);
        emit loaded(active, load);
    }
    emit edited();
}

void RecorderBar::askAgain()
{
    m_known.clear();
    ask(Load::No);
}

RecorderBar::Mode RecorderBar::mode() const
{
    if (m_active == 0)
        return Mode::Post;
    return m_append->isChecked() ? Mode::Append : Mode::Replace;
}

void RecorderBar::goOn()
{
    if (const QString next = mode() == Mode::Post ? nextRecorder(recorder()) : QString(); !next.isEmpty())
        m_recorder->setText(next);
    m_known.clear();
    m_active = 0;
    m_modes->hide();
    recorderEdited();
    ask(Load::No);
}

void RecorderBar::refuseEmpty()
{
    m_note->say(tr("A recorder is needed: the name under which these movements are posted."), true);
    m_recorder->setFocus();
}

void RecorderBar::setIdle(bool idle) { m_load->setEnabled(idle && !recorder().isEmpty()); }

} // namespace bincard
