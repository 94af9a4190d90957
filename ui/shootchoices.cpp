#include "ui/shootchoices.h"

#include "core/takes/modelshelf.h"
#include "ui/poolwork.h"
#include "ui/settings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

const QString kNewSeedsKey = u"takes/newSeeds"_s;

QString keyOf(generator::Quality quality)
{
    return QString::fromLatin1(quality == generator::Quality::Final ? kFinalModelKey
                                                                    : kDraftModelKey);
}

} // namespace

ShootChoices::ShootChoices(Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings)
{
    read();
}

QString ShootChoices::folder() const
{
    const QString chosen = m_settings.text(QString::fromLatin1(kModelsFolderKey));
    return chosen.isEmpty() ? defaultModelsFolder() : chosen;
}

void ShootChoices::read()
{
    m_isReading = true;
    inPool(
        this, [folder = folder().toStdString()] { return generator::modelsIn(folder); },
        [this, number = ++m_reads](Result<std::vector<generator::Model>> models) {
            if (number != m_reads)
                return;
            m_isReading = false;
            // A folder that is not there holds no models; that is no failure.
            m_models = models ? std::move(*models) : std::vector<generator::Model>();
            Q_EMIT changed();
        });
}

QString ShootChoices::chosenId(generator::Quality quality) const
{
    return quality == generator::Quality::Move ? QString() : m_settings.text(keyOf(quality));
}

const generator::Model* ShootChoices::chosenModel(generator::Quality quality) const
{
    const std::string id = chosenId(quality).toStdString();
    const auto found = std::find_if(m_models.begin(), m_models.end(),
                                    [&](const generator::Model& model) { return model.id == id; });
    return found == m_models.end() ? nullptr : &*found;
}

void ShootChoices::choose(generator::Quality quality, const QString& id)
{
    if (quality == generator::Quality::Move || id == chosenId(quality))
        return;
    m_settings.setText(keyOf(quality), id);
    Q_EMIT changed();
}

ModelChoice ShootChoices::choice(generator::Quality quality) const
{
    const QString id = chosenId(quality);
    if (id.isEmpty())
        return {};
    if (const generator::Model* model = chosenModel(quality))
        return choiceOf(*model);
    return {id, id, folder()};
}

bool ShootChoices::wantsNewSeeds() const
{
    return m_settings.flag(kNewSeedsKey, false);
}

void ShootChoices::setNewSeeds(bool wantsNewSeeds)
{
    m_settings.setFlag(kNewSeedsKey, wantsNewSeeds);
}

} // namespace dollygrip::ui
