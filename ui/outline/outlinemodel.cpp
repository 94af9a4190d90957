#include "ui/outline/outlinemodel.h"

#include "core/project/panelediting.h"
#include "ui/shotstate.h"
#include "ui/timetext.h"

#include <QFont>
#include <QIODevice>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr char kMime[] = "application/x-dollygrip-outline";

// An index holds the way to its parent: nothing for a scene, the scene for a shot, scene and shot
// for a panel.
constexpr quintptr kSceneLevel = 0;
constexpr quintptr kShotLevel = 1;
constexpr quintptr kPanelLevel = 2;

quintptr levelOf(const QModelIndex& index)
{
    return index.internalId() & 3;
}

quintptr shotParent(int scene)
{
    return (quintptr(scene) << 2) | kShotLevel;
}

quintptr panelParent(int scene, int shot)
{
    return (((quintptr(scene) << 24) | quintptr(shot)) << 2) | kPanelLevel;
}

int sceneOfPanel(quintptr id)
{
    return int(id >> 26);
}

int shotOfPanel(quintptr id)
{
    return int((id >> 2) & 0xffffff);
}

/// Same scenes, shots and panels in the same order.
bool isSameShape(const Film& a, const Film& b)
{
    if (a.scenes.size() != b.scenes.size())
        return false;
    for (qsizetype s = 0; s < a.scenes.size(); ++s) {
        if (a.scenes[s] == b.scenes[s])
            continue;
        const auto& one = a.scenes[s]->shots;
        const auto& other = b.scenes[s]->shots;
        if (a.scenes[s]->id != b.scenes[s]->id || one.size() != other.size())
            return false;
        for (qsizetype i = 0; i < one.size(); ++i) {
            if (one[i] != other[i]
                && (one[i]->id != other[i]->id || one[i]->panels.size() != other[i]->panels.size()))
                return false;
        }
    }
    return true;
}

QPixmap markPixmap(ShotMark mark)
{
    QPixmap pixmap(28, 28);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShotMark(painter, QRectF(1.5, 1.5, 11, 11), mark);
    return pixmap;
}

FrameIndex lengthOf(const Scene& scene)
{
    FrameIndex length = 0;
    for (const auto& shot : scene.shots)
        length += shot->length;
    return length;
}

} // namespace

OutlineModel::OutlineModel(Document& document, const TakeStore& takes, QObject* parent)
    : QAbstractItemModel(parent), m_document(document), m_takes(takes), m_film(document.film())
{
    connect(&document, &Document::changed, this,
            [this](const FilmDiff& diff, const Film&) { follow(diff); });
}

void OutlineModel::follow(const FilmDiff& diff)
{
    if (!isSameShape(m_film, m_document.film())) {
        beginResetModel();
        m_film = m_document.film();
        endResetModel();
        return;
    }
    const Film before = m_film;
    m_film = m_document.film();
    for (int s = 0; s < int(m_film.scenes.size()); ++s) {
        if (m_film.scenes[s] == before.scenes[s] && !diff.settings)
            continue;
        const QModelIndex scene = index(s, 0);
        Q_EMIT dataChanged(scene, scene.siblingAtColumn(LengthColumn));
        const int last = rowCount(scene) - 1;
        if (last >= 0)
            Q_EMIT dataChanged(index(0, 0, scene), index(last, LengthColumn, scene));
    }
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, kSceneLevel);
    if (levelOf(parent) == kSceneLevel)
        return createIndex(row, column, shotParent(parent.row()));
    return createIndex(row, column, panelParent(int(parent.internalId() >> 2), parent.row()));
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || levelOf(index) == kSceneLevel)
        return {};
    if (levelOf(index) == kShotLevel)
        return createIndex(int(index.internalId() >> 2), 0, kSceneLevel);
    const quintptr id = index.internalId();
    return createIndex(shotOfPanel(id), 0, shotParent(sceneOfPanel(id)));
}

OutlineModel::Thing OutlineModel::thing(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const quintptr id = index.internalId();
    if (levelOf(index) == kSceneLevel)
        return {m_film.scenes.value(index.row()), nullptr, {}};
    const bool isShot = levelOf(index) == kShotLevel;
    const auto scene = m_film.scenes.value(isShot ? qsizetype(id >> 2) : sceneOfPanel(id));
    const auto shot = scene ? scene->shots.value(isShot ? index.row() : shotOfPanel(id)) : nullptr;
    if (isShot || !shot || index.row() >= shot->panels.size())
        return {scene, shot, {}};
    return {scene, shot, shot->panels[index.row()]->id};
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_film.scenes.size());
    if (parent.column() > 0 || levelOf(parent) == kPanelLevel)
        return 0;
    const Thing its = thing(parent);
    if (!its.shot)
        return its.scene ? int(its.scene->shots.size()) : 0;
    return its.shot->panels.size() > 1 ? int(its.shot->panels.size()) : 0;
}

int OutlineModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString OutlineModel::nameOf(const QModelIndex& index, const Thing& its) const
{
    if (its.panel)
        return tr("panel %1").arg(index.row() + 1);
    if (!its.shot)
        return u"%1  %2"_s.arg(index.row() + 1)
            .arg(its.scene->heading.isEmpty() ? tr("Scene without heading") : its.scene->heading);
    const QString size = shotSizeText(its.shot->size);
    return size.isEmpty() ? its.shot->name : u"%1   %2"_s.arg(its.shot->name, size);
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    const Thing its = thing(index);
    if (!its.scene)
        return {};
    const FrameRate rate = m_film.settings.rate;
    if (index.column() == LengthColumn) {
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        if (its.panel)
            return lengthText(panelLengths(*its.shot)[index.row()], rate);
        return lengthText(its.shot ? its.shot->length : lengthOf(*its.scene), rate);
    }
    switch (role) {
    case Qt::DisplayRole: return nameOf(index, its);
    case Qt::EditRole: return its.shot ? its.shot->name : its.scene->heading;
    case Qt::DecorationRole:
        return its.shot && !its.panel ? QVariant(markPixmap(markOf(*its.shot, m_takes)))
                                      : QVariant();
    case Qt::ToolTipRole:
        if (its.shot && !its.panel)
            return u"%1   %2   %3"_s
                .arg(its.shot->name, markText(markOf(*its.shot, m_takes)),
                     its.shot->status == ShotStatus::Unset ? QString()
                                                           : shotStatusName(its.shot->status))
                .trimmed();
        return {};
    case Qt::FontRole:
        if (!its.shot) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default: return {};
    }
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Thing its = thing(index);
    if (role != Qt::EditRole || !its.scene || its.panel)
        return false;
    const QString name = value.toString().trimmed();
    if (name != (its.shot ? its.shot->name : its.scene->heading))
        Q_EMIT renameWanted(its, name);
    return true;
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (levelOf(index) != kPanelLevel) {
        flags |= Qt::ItemIsDropEnabled;
        if (index.column() == NameColumn)
            flags |= Qt::ItemIsEditable;
    }
    return flags;
}

QStringList OutlineModel::mimeTypes() const
{
    return {QString::fromLatin1(kMime)};
}

QMimeData* OutlineModel::mimeData(const QModelIndexList& indexes) const
{
    // The lines of the highest level among them, each as its id.
    quintptr level = kPanelLevel;
    for (const QModelIndex& index : indexes)
        level = std::min(level, levelOf(index));
    QStringList ids;
    for (const QModelIndex& index : indexes) {
        if (index.column() != NameColumn || levelOf(index) != level)
            continue;
        const Thing its = thing(index);
        ids += its.panel  ? its.panel->toText()
               : its.shot ? its.shot->id.toText()
                          : its.scene->id.toText();
    }
    auto* data = new QMimeData;
    data->setData(QString::fromLatin1(kMime),
                  QByteArray::number(qulonglong(level)) + ' ' + ids.join(u' ').toLatin1());
    return data;
}

namespace {

template <class T>
QList<T> idsIn(const QStringList& words)
{
    QList<T> ids;
    for (const QString& word : words) {
        if (const auto id = T::fromText(word))
            ids.append(*id);
    }
    return ids;
}

} // namespace

bool OutlineModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                const QModelIndex& parent)
{
    QStringList words = QString::fromLatin1(data->data(QString::fromLatin1(kMime))).split(u' ');
    const QString level = words.takeFirst();
    const QModelIndex onto = parent.siblingAtColumn(0);
    const Thing its = thing(onto);
    // What was put there by others may hold anything.
    const bool isKnown = !idsIn<ShotId>(words).isEmpty();
    if (!isKnown)
        return false;
    if (level == "0"_L1) {
        const QModelIndex scene = its.shot ? onto.parent() : onto;
        const int at = scene.isValid() ? scene.row() + (row >= 0 ? 1 : 0) : row;
        Q_EMIT scenesDropped(idsIn<SceneId>(words), at < 0 ? m_film.scenes.size() : qsizetype(at));
    } else if (level == "1"_L1 && its.scene) {
        // Onto a shot means before it, onto a scene at its end.
        const qsizetype at = its.shot ? onto.row() : row >= 0 ? row : its.scene->shots.size();
        Q_EMIT shotsDropped(idsIn<ShotId>(words), its.scene->id, at);
    } else if (level == "2"_L1 && its.shot) {
        Q_EMIT panelsDropped(idsIn<PanelId>(words), its.shot->id,
                             row >= 0 ? row : its.shot->panels.size());
    }
    return false; // the document has done it; no lines are to be removed
}

QModelIndex OutlineModel::indexOf(const ShotId& shot, const std::optional<PanelId>& panel) const
{
    for (int s = 0; s < int(m_film.scenes.size()); ++s) {
        const auto& shots = m_film.scenes[s]->shots;
        for (int i = 0; i < int(shots.size()); ++i) {
            if (shots[i]->id != shot)
                continue;
            const QModelIndex its = index(i, 0, index(s, 0));
            for (int p = 0;
                 panel && shots[i]->panels.size() > 1 && p < int(shots[i]->panels.size()); ++p) {
                if (shots[i]->panels[p]->id == *panel)
                    return index(p, 0, its);
            }
            return its;
        }
    }
    return {};
}

} // namespace dollygrip::ui
