#include "core/project/samplefilm.h"

#include "core/project/errortext.h"
#include "core/project/filmjson.h"

#include <QFile>
#include <QJsonDocument>

namespace dollygrip {

Result<Film> sampleFilm()
{
    const QString path = QStringLiteral(":/sample/sample.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileUnreadable, path, file.errorString());
    return filmFromJson(QJsonDocument::fromJson(file.readAll()).object(),
                        QStringLiteral(":/sample"));
}

} // namespace dollygrip
