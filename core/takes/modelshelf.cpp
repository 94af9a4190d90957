#include "core/takes/modelshelf.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace dollygrip {

using namespace Qt::StringLiterals;

namespace {

/// The window's own file.
QString settingsPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(u"dollygrip/dollygrip.ini"_s);
}

bool begins(const std::string& text, const QString& word)
{
    return QString::fromStdString(text).startsWith(word, Qt::CaseInsensitive);
}

bool equals(const std::string& text, const QString& word)
{
    return QString::fromStdString(text).compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace

QString defaultModelsFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"Dollygrip/models"_s);
}

ModelSettings modelSettings()
{
    const QSettings store(settingsPath(), QSettings::IniFormat);
    const auto text = [&](const char* key) {
        return store.value(QLatin1StringView(key)).toString();
    };
    ModelSettings settings{text(kModelsFolderKey), text(kDraftModelKey), text(kFinalModelKey)};
    if (settings.folder.isEmpty())
        settings.folder = defaultModelsFolder();
    return settings;
}

ModelChoice choiceOf(const generator::Model& model)
{
    return {QString::fromStdString(model.id), QString::fromStdString(model.name),
            QString::fromStdString(model.folder)};
}

Result<ModelChoice> modelNamed(const QString& folder, const QString& name)
{
    const auto models = generator::modelsIn(folder.toStdString());
    if (!models)
        return models.error();
    const auto refuse = [&](const std::string& why) {
        return Error{ErrorCode::ModelUnusable, folder.toStdString(), why};
    };
    std::vector<const generator::Model*> found;
    for (const generator::Model& model : *models)
        if (equals(model.id, name) || equals(model.name, name)) {
            found = {&model};
            break;
        } else if (begins(model.id, name) || begins(model.name, name)) {
            found.push_back(&model);
        }
    if (found.empty())
        return refuse("no model “" + name.toStdString() + "” is in it");
    if (found.size() > 1)
        return refuse("“" + name.toStdString() + "” may be " + found[0]->id + " or "
                      + found[1]->id);
    if (const auto whole = found.front()->checkWhole(); !whole)
        return whole.error();
    return choiceOf(*found.front());
}

} // namespace dollygrip
