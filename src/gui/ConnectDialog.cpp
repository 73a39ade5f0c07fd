// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ConnectDialog.h"

#include "gui/ErrorText.h"
#include "gui/Theme.h"
#include "ui_ConnectDialog.h"

#include <QIntValidator>

namespace bincard {

ConnectDialog::ConnectDialog(QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::ConnectDialog>())
{
    m_ui->setupUi(this);
    m_ui->port->setValidator(new QIntValidator(1, 65535, this));
    m_ui->connectButton->setProperty("primary", true);
    m_ui->passwordNote->setFont(Theme::instance().font(TextSize::Small));
    m_ui->passwordNote->setForegroundRole(QPalette::PlaceholderText);
    connect(m_ui->url, &QLineEdit::textEdited, this, &ConnectDialog::urlEdited);
    for (QLineEdit *field : {m_ui->host, m_ui->port, m_ui->database, m_ui->user})
        connect(field, &QLineEdit::textEdited, this, &ConnectDialog::fieldEdited);
    connect(m_ui->test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->connectButton, &QPushButton::clicked, this, [this] {
        emit chosen(location(), mode());
        accept();
    });
    connect(&m_probe, &BookClient::opened, this, [this](const BookInfo &info) {
        tell(tr("It works: %1, %n document(s).", nullptr, info.documents).arg(info.engine), true);
        m_probe.close();
        updateState();
    });
    connect(&m_probe, &BookClient::openFailed, this, [this](const Error &error) {
        showError(error);
        updateState();
    });
    BookLocation fresh;
    fresh.kind = BookLocation::Kind::Server;
    fresh.host = QStringLiteral("localhost");
    setLocation(fresh);
    m_ui->url->clear();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::setLocation(const BookLocation &location)
{
    m_ui->host->setText(location.host);
    m_ui->port->setText(QString::number(location.port));
    m_ui->database->setText(location.database);
    m_ui->user->setText(location.user);
    m_options = location.options;
    fieldEdited();
}

BookLocation ConnectDialog::location() const
{
    BookLocation location;
    location.kind = BookLocation::Kind::Server;
    location.host = m_ui->host->text().trimmed();
    location.port = m_ui->port->text().isEmpty() ? 5432 : m_ui->port->text().toInt();
    location.database = m_ui->database->text().trimmed();
    location.user = m_ui->user->text().trimmed();
    location.password = m_ui->password->text();
    location.options = m_options;
    return location;
}

OpenMode ConnectDialog::mode() const { return m_ui->create->isChecked() ? OpenMode::CreateOrOpen : OpenMode::Existing; }

void ConnectDialog::urlEdited(const QString &text)
{
    m_ui->answer->clear();
    const auto parsed = BookLocation::parse(text.trimmed());
    if (parsed.ok() && parsed->isServer()) {
        m_ui->host->setText(parsed->host);
        m_ui->port->setText(QString::number(parsed->port));
        m_ui->database->setText(parsed->database);
        m_ui->user->setText(parsed->user);
        if (!parsed->password.isEmpty())
            m_ui->password->setText(parsed->password);
        m_options = parsed->options;
    }
    updateState();
}

void ConnectDialog::fieldEdited()
{
    m_ui->answer->clear();
    m_ui->url->setText(location().toString());
    updateState();
}

void ConnectDialog::test()
{
    tell(tr("Connecting…"), true);
    m_probe.open(location(), OpenMode::Existing);
    updateState();
}

void ConnectDialog::tell(const QString &text, bool good)
{
    QPalette palette = m_ui->answer->palette();
    const Colors &colors = Theme::instance().colors();
    palette.setColor(QPalette::WindowText, good ? colors.text : colors.negative);
    m_ui->answer->setPalette(palette);
    m_ui->answer->setText(text);
}

void ConnectDialog::showError(const Error &error) { tell(ErrorText(error).plainText(), false); }

void ConnectDialog::updateState()
{
    const bool complete = !m_ui->database->text().trimmed().isEmpty();
    m_ui->test->setEnabled(complete && !m_probe.isOpening());
    m_ui->connectButton->setEnabled(complete);
}

} // namespace bincard
