// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "models/TextGridModel.h"

#include <QJsonObject>

namespace bincard {

/// The definition of a register while it is being written: name, kind, partition and two grids, and the JSON that they
/// stand for. Judged by the engine's own rules (RegisterDefinition::fromJson), so that what it calls good can be made;
/// what is wrong is marked in the grids. Of a register that exists only what rule E16 allows can be changed. GUI thread.
class DefinitionDraft : public QObject
{
    Q_OBJECT
public:
    enum DimensionColumn { DimensionName, DimensionType, DimensionDefault };
    enum ResourceColumn { ResourceName, ResourceType, ResourceScale, ResourceNegative };

    explicit DefinitionDraft(QObject *parent = nullptr);

    void startNew();
    /// `existing`: a register of the book, to be altered; otherwise a draft from elsewhere (a file, the clipboard).
    void show(const QJsonObject &definition, bool existing);
    /// The same register as it shall become, from a file or the clipboard. What it leaves unsaid stays; what cannot
    /// become so is among the problems.
    void take(const QJsonObject &definition);
    [[nodiscard]] bool isExisting() const { return m_existing; }
    [[nodiscard]] bool isModified() const { return json() != m_original; }
    [[nodiscard]] const QJsonObject &original() const { return m_original; }

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString kind() const { return m_kind; }
    [[nodiscard]] QString partition() const { return m_partition; }
    void setName(const QString &name);
    void setKind(const QString &kind);
    void setPartition(const QString &partition);
    [[nodiscard]] TextGridModel &dimensions() { return m_dimensions; }
    [[nodiscard]] TextGridModel &resources() { return m_resources; }

    /// As the command line takes it, with what has been typed so far.
    [[nodiscard]] QJsonObject json() const;
    /// The same as a person reads it: name first, one dimension or resource a line.
    [[nodiscard]] static QString readable(const QJsonObject &definition);
    /// What is wrong with the name, the kind or the whole (fields of the contract); the grids hold their own.
    [[nodiscard]] const QList<Problem> &headProblems() const { return m_headProblems; }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    /// Everything that is wrong, in words, those of the grids with their row.
    [[nodiscard]] QStringList problems() const;
    /// What the book said of json(): marked like the rest, until something changes.
    void setRefused(const Error &error);
    /// Nothing has been typed yet: then nothing is called wrong.
    [[nodiscard]] bool isUntouched() const;
    /// What can be done to the register at all, in a sentence; empty for a new one.
    [[nodiscard]] QString whatMayChange() const;

signals:
    void shown();   ///< other content, by show() or startNew()
    void changed(); ///< anything of it, and what is wrong with it

private:
    void check();
    void mark(const QList<Problem> &problems);
    void lockWhatStays();
    /// The documents post to it: only its policy may change.
    [[nodiscard]] bool isStandard() const;
    [[nodiscard]] QJsonArray dimensionList() const;
    [[nodiscard]] QJsonArray resourceList() const;

    QString m_name, m_kind, m_partition;
    TextGridModel m_dimensions, m_resources;
    QJsonObject m_original;
    std::optional<RegisterDefinition> m_before; ///< of a register that exists
    QList<Problem> m_headProblems;
    bool m_existing = false, m_isGood = false, m_loading = false;
};

} // namespace bincard
