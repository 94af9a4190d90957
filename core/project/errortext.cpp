#include "core/project/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// "Film.dgrip" for a path, the subject itself otherwise.
QString nameOf(const QString& subject)
{
    if (!subject.contains(u'/'))
        return subject;
    const QString name = QFileInfo(subject).fileName();
    return name.isEmpty() ? QDir::toNativeSeparators(subject) : name;
}

/// Appends the reason in brackets when there is one.
QString withReason(const QString& sentence, const QString& detail)
{
    if (detail.isEmpty())
        return sentence + u'.';
    return sentence + u" ("_s + detail + u")."_s;
}

ErrorText filmText(ErrorCode code, const QString& name, const QString& detail)
{
    switch (code) {
    case ErrorCode::NotAFilm:
        return {Words::tr("“%1” is not a Dollygrip film.").arg(name),
                Words::tr("Choose a file that ends in .dgrip.")};
    case ErrorCode::FilmDamaged:
        return {
            withReason(Words::tr("The film “%1” is damaged or cut off").arg(name), detail),
            Words::tr("Take a copy of it from your backup, or copy it again from where it came.")};
    case ErrorCode::FilmNewer:
        return {
            Words::tr("The film “%1” was saved by a newer version of Dollygrip (its format is %2).")
                .arg(name, detail),
            Words::tr("Install the newest version to open it.")};
    default:
        return {Words::tr("The film “%1” is open in another program (%2).").arg(name, detail),
                Words::tr("Close it there, or work on a copy.")};
    }
}

ErrorText fileText(ErrorCode code, const QString& name, const QString& detail)
{
    switch (code) {
    case ErrorCode::FileNotFound:
        return {Words::tr("There is no file or folder “%1”.").arg(name),
                Words::tr("Check its name, or look for it elsewhere.")};
    case ErrorCode::FileUnreadable:
        return {withReason(Words::tr("“%1” cannot be read").arg(name), detail),
                Words::tr("Check that you may read it and that it is no folder.")};
    case ErrorCode::FileUnwritable:
        return {withReason(Words::tr("“%1” cannot be written").arg(name), detail),
                Words::tr("Choose another folder, or ask for the right to write there.")};
    case ErrorCode::FileExists:
        return {Words::tr("“%1” is there already and was left as it is.").arg(name),
                Words::tr("Choose another name, or move it away first.")};
    default:
        return {Words::tr("The disk is full: “%1” could not be written completely.").arg(name),
                Words::tr("Make room on the disk, then try again.")};
    }
}

ErrorText mediaText(ErrorCode code, const QString& name, const QString& detail)
{
    switch (code) {
    case ErrorCode::MediaUnsupported:
        return {
            withReason(Words::tr("“%1” is not of a kind that can be read").arg(name), detail),
            Words::tr("Save it as PNG or JPEG for a picture, as WAV, FLAC or MP3 for a sound.")};
    case ErrorCode::MediaDamaged:
        return {withReason(Words::tr("“%1” is damaged or cut off").arg(name), detail),
                Words::tr("Copy it again from where it came.")};
    case ErrorCode::MediaTooLarge:
        return {withReason(Words::tr("“%1” is too large").arg(name), detail),
                Words::tr("Make it smaller in a picture editor and import it again.")};
    default:
        return {withReason(Words::tr("The movie “%1” could not be encoded").arg(name), detail),
                Words::tr("Try another format or size.")};
    }
}

ErrorText modelText(ErrorCode code, const QString& name, const QString& detail)
{
    switch (code) {
    case ErrorCode::ModelIncomplete:
        return {withReason(Words::tr("The model “%1” is incomplete").arg(name), detail),
                Words::tr("Copy what is missing into its folder; Models lists the files.")};
    case ErrorCode::ModelDamaged:
        return {
            withReason(Words::tr("The model file “%1” is damaged or cut off").arg(name), detail),
            Words::tr("Copy it again from where it came.")};
    case ErrorCode::ModelMixed:
        return {
            withReason(Words::tr("“%1” does not go with the rest of its model").arg(name), detail),
            Words::tr("Give each model a folder of its own, with files of one publisher.")};
    default:
        if (name.isEmpty())
            return {Words::tr("This build of Dollygrip has no generator."), {}};
        return {withReason(Words::tr("The model folder “%1” cannot be used").arg(name), detail),
                Words::tr("Choose another folder under Models, or copy the folder again.")};
    }
}

} // namespace

ErrorText errorText(const Error& error)
{
    const QString subject = QString::fromStdString(error.subject);
    const QString detail = QString::fromStdString(error.detail);
    const QString name = nameOf(subject);
    switch (error.code) {
    case ErrorCode::Cancelled: return {Words::tr("Stopped as you asked."), {}};
    case ErrorCode::InvalidArgument:
        return {withReason(Words::tr("“%1” makes no sense here").arg(name), detail),
                Words::tr("Check what was given.")};
    case ErrorCode::NotFound:
        return {withReason(Words::tr("The film has no %1").arg(name), detail),
                Words::tr("Check the name; the film may have changed meanwhile.")};
    case ErrorCode::Refused:
        return {withReason(Words::tr("“%1” was not changed").arg(name), detail),
                Words::tr("Choose another value; nothing was changed.")};
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::FileExists:
    case ErrorCode::DiskFull: return fileText(error.code, name, detail);
    case ErrorCode::NotAFilm:
    case ErrorCode::FilmDamaged:
    case ErrorCode::FilmNewer:
    case ErrorCode::FilmLocked: return filmText(error.code, name, detail);
    case ErrorCode::MediaUnsupported:
    case ErrorCode::MediaDamaged:
    case ErrorCode::MediaTooLarge:
    case ErrorCode::EncoderFailed: return mediaText(error.code, name, detail);
    case ErrorCode::OutOfMemory:
        return {Words::tr("There is not enough memory for “%1”.").arg(name),
                Words::tr("Choose a smaller size or a shorter shot, or close other programs.")};
    case ErrorCode::DeviceLost:
        return {Words::tr("The graphics card stopped working while “%1” was shot.").arg(name),
                Words::tr("Takes are shot on the processor until Dollygrip is started again.")};
    case ErrorCode::ModelUnusable:
    case ErrorCode::ModelIncomplete:
    case ErrorCode::ModelDamaged:
    case ErrorCode::ModelMixed: return modelText(error.code, name, detail);
    case ErrorCode::Internal: break;
    }
    return {withReason(Words::tr("Dollygrip made a mistake of its own at “%1”").arg(name), detail),
            Words::tr("Your film is safe. Please report this with the details.")};
}

QString errorLine(const Error& error)
{
    const ErrorText text = errorText(error);
    return text.advice.isEmpty() ? text.sentence : text.sentence + u' ' + text.advice;
}

QString keptFilmNote(const QString& fileName)
{
    return Words::tr("The film as it was before is kept as “%1”.").arg(fileName);
}

Error fileError(ErrorCode code, const QString& path, const QString& detail)
{
    return Error{code, path.toStdString(), detail.toStdString()};
}

} // namespace dollygrip
