#include "core/takes/takestore.h"

#include "core/base/log.h"
#include "core/project/errortext.h"
#include "core/project/pictureimport.h"
#include "core/takes/takejson.h"

#include <QDir>
#include <QFileInfo>
#include <QImageWriter>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dollygrip {
namespace {

const QString kMaking = u".making-"_s;   // pictures of a take in the making
const QString kRemoved = u".removed-"_s; // a take on its way out

/// A failed write by its true reason.
Error writeError(const QString& path, const QString& detail)
{
    constexpr qint64 kLeast = 1 << 20; // less than this and no picture fits
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool isFull = disk.isValid() && !disk.isReadOnly() && disk.bytesAvailable() < kLeast;
    return fileError(isFull ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, detail);
}

void deleteInBackground(const QString& folder)
{
    QThreadPool::globalInstance()->start([folder] { QDir(folder).removeRecursively(); });
}

/// Renames it out of the way first, so that what is half deleted is never taken for a take.
void discard(const QString& folder)
{
    const QFileInfo info(folder);
    const QString away =
        info.absolutePath() + u'/' + kRemoved + info.fileName() + u'-' + TakeId::create().toText();
    deleteInBackground(QDir().rename(folder, away) ? away : folder);
}

bool signalIsWhole(const Take& take, const TakeSignal& signal)
{
    for (FrameIndex frame = 0; frame < signal.frames; ++frame) {
        if (QFileInfo(takeSignalPath(take.folder, signal.name, frame)).size() == 0) {
            return false;
        }
    }
    return true;
}

bool picturesAreWhole(const Take& take)
{
    const auto files = QDir(take.folder).entryInfoList({u"frame-*.png"_s}, QDir::Files);
    const auto isEmpty = [](const QFileInfo& file) { return file.size() == 0; };
    return files.size() == take.frames && std::none_of(files.begin(), files.end(), isEmpty)
           && QFileInfo::exists(takePicturePath(take.folder, 0))
           && QFileInfo::exists(takePicturePath(take.folder, take.frames - 1))
           && std::all_of(take.conditioning.begin(), take.conditioning.end(),
                          [&](const TakeSignal& signal) { return signalIsWhole(take, signal); });
}

/// Only plain names become folders; a hash is hexadecimal digits.
bool isHash(const QString& text)
{
    return !text.isEmpty() && text.size() <= 64
           && std::all_of(text.begin(), text.end(), [](QChar c) {
                  return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
              });
}

/// The known result of a request has its hash for a name; what was stopped early stands beside it.
QString folderName(const Take& take)
{
    return take.isStoppedEarly() ? take.requestHash + u'-' + take.id.toText() : take.requestHash;
}

} // namespace

QString takePicturePath(const QString& takeFolder, FrameIndex frame)
{
    return takeFolder + u"/frame-%1.png"_s.arg(frame, 5, 10, QChar(u'0'));
}

QString takeSignalPath(const QString& takeFolder, const QString& signal, FrameIndex frame)
{
    return takeFolder + u"/%1-%2.png"_s.arg(signal).arg(frame, 5, 10, QChar(u'0'));
}

TakeStore::TakeStore(const QString& folder, QObject* parent)
    : QObject(parent), m_folder(QDir(folder).absolutePath())
{
    listWhatIsThere();
}

void TakeStore::listWhatIsThere()
{
    const QDir all(m_folder);
    const auto folders =
        all.entryInfoList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    for (const QFileInfo& entry : folders) {
        if (entry.fileName().startsWith(kRemoved)
            || (entry.fileName().startsWith(kMaking) && entry.lastModified() < yesterday)) {
            deleteInBackground(entry.absoluteFilePath()); // left behind by a process that died
            continue;
        }
        if (!isHash(entry.fileName().section(u'-', 0, 0))) {
            continue;
        }
        Result<Take> take = readTakeJson(entry.absoluteFilePath());
        if (!take || folderName(*take) != entry.fileName() || !picturesAreWhole(*take)
            || this->take(take->id)) {
            log(LogLevel::Warning, "dollygrip.takes",
                "Leaving out a take that is not whole: " + entry.absoluteFilePath().toStdString());
            continue;
        }
        m_takes.append(*take);
    }
    std::stable_sort(m_takes.begin(), m_takes.end(),
                     [](const Take& a, const Take& b) { return a.made < b.made; });
}

QString TakeStore::folder() const
{
    return m_folder;
}

QList<Take> TakeStore::takes() const
{
    return m_takes;
}

QList<Take> TakeStore::takesOf(const ShotId& shot) const
{
    QList<Take> found;
    std::copy_if(m_takes.begin(), m_takes.end(), std::back_inserter(found),
                 [&](const Take& take) { return take.shot == shot; });
    return found;
}

std::optional<Take> TakeStore::take(const TakeId& id) const
{
    const auto found = std::find_if(m_takes.begin(), m_takes.end(),
                                    [&](const Take& take) { return take.id == id; });
    return found == m_takes.end() ? std::nullopt : std::optional(*found);
}

std::optional<Take> TakeStore::takeByHash(const QString& requestHash) const
{
    const auto found = std::find_if(m_takes.begin(), m_takes.end(), [&](const Take& take) {
        return take.requestHash == requestHash && !take.isStoppedEarly();
    });
    return found == m_takes.end() ? std::nullopt : std::optional(*found);
}

QList<std::pair<QString, QStringList>> TakeStore::conditioning(const TakeId& id) const
{
    QList<std::pair<QString, QStringList>> signalFiles;
    const auto found = take(id);
    if (!found) {
        return signalFiles;
    }
    for (const TakeSignal& signal : found->conditioning) {
        QStringList files;
        for (FrameIndex frame = 0; frame < signal.frames; ++frame) {
            files.append(takeSignalPath(found->folder, signal.name, frame));
        }
        signalFiles.append({signal.name, files});
    }
    return signalFiles;
}

Result<QString> TakeStore::beginTake(const QString& requestHash)
{
    if (!isHash(requestHash)) {
        return Error{ErrorCode::InvalidArgument, requestHash.toStdString(), "not a request's hash"};
    }
    if (!QDir().mkpath(m_folder)) {
        return writeError(m_folder, u"The folder cannot be made."_s);
    }
    QTemporaryDir folder(m_folder + u'/' + kMaking + requestHash + u"-XXXXXX"_s);
    if (!folder.isValid()) {
        return writeError(m_folder + u"/x"_s, folder.errorString());
    }
    folder.setAutoRemove(false);
    return folder.path();
}

namespace {

Result<void> writePng(const QString& path, const Image& image)
{
    QImage picture = toQImage(image);
    const auto* pixels = image.pixels();
    bool isOpaque = true;
    for (std::size_t i = 3; isOpaque && i < image.byteCount(); i += 4) {
        isOpaque = pixels[i] == 255;
    }
    if (isOpaque) {
        picture.reinterpretAsFormat(QImage::Format_RGBX8888);
        picture = picture.convertToFormat(QImage::Format_RGB888);
    }
    QImageWriter writer(path, "png");
    writer.setQuality(85); // zlib level 1: the disk is large, the director waits
    if (!writer.write(picture)) {
        return writeError(path, writer.errorString());
    }
    return {};
}

} // namespace

Result<void> TakeStore::writePicture(const QString& temporaryFolder, FrameIndex frame,
                                     const Image& image)
{
    return writePng(takePicturePath(temporaryFolder, frame), image);
}

Result<void> TakeStore::writeSignal(const QString& temporaryFolder, const QString& signal,
                                    FrameIndex frame, const Image& image)
{
    if (!isSignalName(signal) || frame < 0) {
        return Error{ErrorCode::InvalidArgument, signal.toStdString(), "no name of a signal"};
    }
    return writePng(takeSignalPath(temporaryFolder, signal, frame), image);
}

Result<void> TakeStore::sealTake(const QString& temporaryFolder, const Take& take)
{
    const QString failure = writeTakeJson(temporaryFolder, take);
    if (!failure.isEmpty()) {
        return writeError(temporaryFolder + u"/take.json"_s, failure);
    }
    return {};
}

Result<Take> TakeStore::finishTake(const QString& temporaryFolder, Take take)
{
    const auto known = takeByHash(take.requestHash);
    if (known && !take.isStoppedEarly()) {
        discard(temporaryFolder);
        return *known;
    }
    take.folder = m_folder + u'/' + folderName(take);
    if (!isHash(take.requestHash)) {
        return Error{ErrorCode::InvalidArgument, take.requestHash.toStdString(),
                     "not a request's hash"};
    }
    if (!QFileInfo::exists(temporaryFolder + u"/take.json"_s)) {
        if (const auto sealed = sealTake(temporaryFolder, take); !sealed) {
            return sealed.error();
        }
    }
    if (QFileInfo::exists(take.folder)) {
        discard(take.folder); // not listed, so it is broken
    }
    if (!QDir().rename(temporaryFolder, take.folder)) {
        return writeError(take.folder, u"The folder cannot be renamed."_s);
    }
    m_takes.append(take);
    Q_EMIT takeAdded(take.id);
    return take;
}

void TakeStore::abandonTake(const QString& temporaryFolder)
{
    if (QFileInfo(temporaryFolder).fileName().startsWith(kMaking)) {
        QDir(temporaryFolder).removeRecursively();
    }
}

Result<void> TakeStore::removeTake(const TakeId& id)
{
    const auto found = take(id);
    if (!found) {
        return Error{ErrorCode::NotFound, id.toText().toStdString(), "no such take"};
    }
    discard(found->folder);
    m_takes.removeIf([&](const Take& take) { return take.id == id; });
    Q_EMIT takeRemoved(id);
    return {};
}

Result<void> TakeStore::setNote(const TakeId& id, const QString& note)
{
    return change(id, [&](Take& take) { take.note = note; });
}

Result<void> TakeStore::setReport(const TakeId& id, const QJsonObject& report)
{
    return change(id, [&](Take& take) { take.report = report; });
}

Result<void> TakeStore::change(const TakeId& id, const std::function<void(Take&)>& apply)
{
    for (Take& take : m_takes) {
        if (take.id == id) {
            Take changed = take;
            apply(changed);
            if (const auto written = sealTake(take.folder, changed); !written) {
                return written.error();
            }
            take = changed;
            Q_EMIT takeChanged(id);
            return {};
        }
    }
    return Error{ErrorCode::NotFound, id.toText().toStdString(), "no such take"};
}

} // namespace dollygrip
