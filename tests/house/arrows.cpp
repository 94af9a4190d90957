#include "tests/house/arrows.h"

#include "tests/house/sourcetree.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>

namespace dollygrip::house {

using namespace Qt::StringLiterals;

namespace {

const QString kFront = u"generator front"_s;

/// The generator's front doors: all that others see of it, and no LibTorch in it.
const QStringList kFrontFiles{u"core/generator/jobqueue"_s,
                              u"core/generator/modelfolder"_s,
                              u"core/generator/pam"_s,
                              u"core/generator/request"_s,
                              u"core/generator/requestfile"_s,
                              u"core/generator/requesttext"_s,
                              u"core/generator/steeringtext"_s,
                              u"core/generator/textline"_s,
                              u"core/generator/safetensors"_s,
                              u"core/generator/namemap"_s,
                              u"core/generator/loracontent"_s,
                              u"core/generator/loranames"_s,
                              u"core/generator/namerules"_s,
                              u"core/generator/mappedfile"_s,
                              u"core/generator/pickle"_s,
                              u"core/generator/placing"_s,
                              u"core/generator/storedtensor"_s,
                              u"core/generator/pthfile"_s,
                              u"core/generator/tensorfiles"_s,
                              u"core/generator/htmlentities"_s,
                              u"core/generator/htmlentitytable"_s,
                              u"core/generator/promptcleaning"_s,
                              u"core/generator/spiecefile"_s,
                              u"core/generator/unigram"_s,
                              u"core/generator/utf8"_s,
                              u"core/generator/modelkinds"_s,
                              u"core/generator/modelmemory"_s,
                              u"core/generator/modelscan"_s,
                              u"core/generator/modelshapes"_s,
                              u"core/generator/nn/clipconfig"_s,
                              u"core/generator/nn/shapeof"_s,
                              u"core/generator/nn/tensorlist"_s,
                              u"core/generator/nn/textconfig"_s,
                              u"core/generator/nn/vaeconfig"_s,
                              u"core/generator/nn/transformerconfig"_s};

QString withoutSuffix(const QString& path)
{
    return path.left(path.lastIndexOf(u'.'));
}

QString rowNameOf(const QString& path)
{
    return kFrontFiles.contains(withoutSuffix(path)) ? kFront : roomOf(path);
}

} // namespace

const QList<Room>& rooms()
{
    static const QStringList kCoreQt{u"QtCore"_s, u"QtGui"_s};
    static const QStringList kUiQt{u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s};
    static const QList<Room> table{
        {u"base"_s, {}, {}, {}},
        {u"geometry"_s, {u"base"_s}, {}, {u"Eigen"_s}},
        {u"multiplane"_s, {u"geometry"_s, u"base"_s}, {}, {u"Eigen"_s, u"OpenCV"_s}},
        {u"conditioning"_s,
         {u"multiplane"_s, u"geometry"_s, u"base"_s},
         {},
         {u"Eigen"_s, u"LibTorch"_s}},
        {kFront,
         {u"conditioning/motionplan.h"_s, u"conditioning/steering.h"_s, u"multiplane/stage.h"_s,
          u"geometry"_s, u"base"_s},
         {},
         {u"Eigen"_s}},
        {u"generator"_s,
         {kFront, u"conditioning"_s, u"multiplane"_s, u"geometry"_s, u"base"_s},
         {},
         {u"Eigen"_s, u"LibTorch"_s}},
        {u"media"_s, {u"base"_s}, {}, {u"FFmpeg"_s, u"OpenCV"_s}},
        {u"project"_s,
         {u"conditioning/steering.h"_s, u"multiplane/stage.h"_s, u"geometry"_s, u"base"_s},
         {u"QtCore"_s, u"QtGui"_s, u"QtSql"_s},
         {u"Eigen"_s, u"SQLite"_s}},
        {u"playback"_s,
         {u"multiplane"_s, u"project"_s, u"media"_s, u"geometry"_s, u"base"_s},
         kCoreQt,
         {u"Eigen"_s}},
        {u"takes"_s,
         {u"project"_s, kFront, u"multiplane"_s, u"conditioning/motionplan.h"_s,
          u"conditioning/steering.h"_s, u"geometry"_s, u"base"_s},
         kCoreQt,
         {u"Eigen"_s}},
        {u"interchange"_s,
         {u"playback"_s, u"project"_s, u"media"_s, u"multiplane"_s, u"geometry"_s, u"base"_s},
         kCoreQt,
         {u"Eigen"_s, u"zlib"_s}},
        {u"ui"_s,
         {u"takes"_s, u"interchange"_s, u"playback"_s, u"project"_s, u"media"_s, u"multiplane"_s,
          u"geometry"_s, u"base"_s, u"generator/request.h"_s, u"generator/modelfolder.h"_s},
         kUiQt,
         {u"Eigen"_s}},
        {u"app/gui"_s,
         {u"ui"_s, u"takes"_s, u"interchange"_s, u"playback"_s, u"project"_s, u"media"_s,
          u"generator"_s, kFront, u"multiplane"_s, u"geometry"_s, u"base"_s},
         kUiQt,
         {u"Eigen"_s}},
        {u"app/cli"_s,
         {u"takes"_s, u"interchange"_s, u"playback"_s, u"project"_s, u"media"_s, u"conditioning"_s,
          u"generator"_s, kFront, u"multiplane"_s, u"geometry"_s, u"base"_s},
         kCoreQt,
         {u"Eigen"_s}},
        {u"app/shoot"_s,
         {u"generator"_s, kFront, u"conditioning"_s, u"multiplane"_s, u"geometry"_s, u"base"_s},
         {},
         {u"Eigen"_s}},
    };
    return table;
}

const Room* roomForFile(const QString& path)
{
    const QString name = rowNameOf(path);
    for (const Room& room : rooms())
        if (room.name == name)
            return &room;
    return nullptr;
}

bool mayInclude(const Room& room, const QString& path)
{
    const QString target = rowNameOf(path);
    return target == room.name || room.mayInclude.contains(target)
           || (path.startsWith(u"core/") && room.mayInclude.contains(path.mid(5)));
}

QString libraryOf(const QString& header)
{
    struct Mark {
        QString prefix;
        QString library;
    };
    static const QList<Mark> marks{
        {u"Eigen/"_s, u"Eigen"_s},        {u"unsupported/Eigen/"_s, u"Eigen"_s},
        {u"opencv2/"_s, u"OpenCV"_s},     {u"torch/"_s, u"LibTorch"_s},
        {u"ATen/"_s, u"LibTorch"_s},      {u"c10/"_s, u"LibTorch"_s},
        {u"caffe2/"_s, u"LibTorch"_s},    {u"libavformat/"_s, u"FFmpeg"_s},
        {u"libavcodec/"_s, u"FFmpeg"_s},  {u"libavutil/"_s, u"FFmpeg"_s},
        {u"libavfilter/"_s, u"FFmpeg"_s}, {u"libavdevice/"_s, u"FFmpeg"_s},
        {u"libswscale/"_s, u"FFmpeg"_s},  {u"libswresample/"_s, u"FFmpeg"_s},
        {u"sqlite3.h"_s, u"SQLite"_s},    {u"zlib.h"_s, u"zlib"_s},
    };
    for (const Mark& mark : marks)
        if (header.startsWith(mark.prefix))
            return mark.library;
    return {};
}

QString qtModuleOf(const QString& header)
{
    if ((!header.startsWith(u'Q') && !header.startsWith(u'q')) || header == u"queue"_s)
        return {};
    static const QString qtHeaders = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (header.contains(u'/') || QFileInfo(qtHeaders + u'/' + header).isDir())
        return u"umbrella"_s;
    static const QStringList modules =
        QDir(qtHeaders).entryList({u"Qt*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    // The everyday modules first: some headers stand in two.
    for (const QString& module : QStringList{u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s} + modules)
        if (QFileInfo::exists(qtHeaders + u'/' + module + u'/' + header))
            return module;
    return u"unknown Qt header"_s;
}

} // namespace dollygrip::house
