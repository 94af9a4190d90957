#pragma once

#include "core/generator/modelfolder.h"
#include "core/takes/takerequest.h"

#include <QObject>

#include <vector>

namespace dollygrip::ui {

class Settings;

/// Who shoots on this machine: the models of the person's folder, which of them drafts and finals
/// are shot with, and whether every take begins from a new seed. The folder is read in the pool.
/// Main thread.
class ShootChoices : public QObject {
    Q_OBJECT
public:
    explicit ShootChoices(Settings& settings, QObject* parent = nullptr);

    QString folder() const;
    /// Whole ones first; empty while the folder has not been read.
    const std::vector<generator::Model>& models() const { return m_models; }
    bool isReading() const { return m_isReading; }

    /// Model::id; empty: no network.
    QString chosenId(generator::Quality quality) const;
    /// Null when none is chosen or it is not in the folder.
    const generator::Model* chosenModel(generator::Quality quality) const;
    void choose(generator::Quality quality, const QString& id);
    /// For TakeRunner::shoot(). A chosen model that is not there stays named, so that the job says
    /// so instead of doing something else.
    ModelChoice choice(generator::Quality quality) const;

    bool wantsNewSeeds() const;
    void setNewSeeds(bool wantsNewSeeds);

public Q_SLOTS:
    /// Reads the folder again; changed() follows.
    void read();

Q_SIGNALS:
    void changed();

private:
    Settings& m_settings;
    std::vector<generator::Model> m_models;
    bool m_isReading = false;
    int m_reads = 0; ///< the newest one counts
};

} // namespace dollygrip::ui
