#include "ui/storyboard/boarditemmodel.h"

#include "ui/timetext.h"

namespace dollygrip::ui {

BoardItemModel::BoardItemModel(Document& document, QObject* parent)
    : QAbstractListModel(parent), m_document(document), m_rows(rowsOf(document.film()))
{
    connect(&document, &Document::changed, this,
            [this](const FilmDiff& diff, const Film&) { follow(diff); });
}

int BoardItemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant BoardItemModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const BoardRow& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.isHeading() ? row.heading : row.shot->name;
    case HeadingRole: return row.isHeading();
    case ShotNameRole: return row.isHeading() ? QString() : row.shot->name;
    case LengthRole: return row.isHeading() ? QVariant() : QVariant(qint64(row.shot->length));
    case Qt::AccessibleDescriptionRole:
        return row.isHeading() ? QVariant()
                               : lengthText(row.shot->length, m_document.film().settings.rate);
    default: return {};
    }
}

int BoardItemModel::rowOf(const ShotId& shot, std::optional<PanelId> panel) const
{
    int first = -1;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const BoardRow& row = m_rows[i];
        if (row.isHeading() || row.shot->id != shot)
            continue;
        if (first < 0)
            first = int(i);
        if (panel && row.shot->panels[row.panel]->id == *panel)
            return int(i);
    }
    return first;
}

void BoardItemModel::follow(const FilmDiff& diff)
{
    std::vector<BoardRow> fresh = rowsOf(m_document.film());
    bool isSameShape = fresh.size() == m_rows.size();
    for (std::size_t i = 0; isSameShape && i < fresh.size(); ++i) {
        const BoardRow& a = m_rows[i];
        const BoardRow& b = fresh[i];
        isSameShape = a.scene == b.scene && a.isHeading() == b.isHeading() && a.panel == b.panel
                      && (a.isHeading() || a.shot->id == b.shot->id);
    }
    if (!isSameShape) {
        beginResetModel();
        m_rows = std::move(fresh);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const bool isChanged = m_rows[i].isHeading() ? m_rows[i].heading != fresh[i].heading
                                                     : m_rows[i].shot != fresh[i].shot;
        m_rows[i] = fresh[i];
        if (isChanged || diff.settings) {
            const QModelIndex changed = index(int(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

std::vector<BoardRow> BoardItemModel::rowsOf(const Film& film)
{
    std::vector<BoardRow> rows;
    rows.reserve(std::size_t(film.shotCount() + film.scenes.size()));
    int number = 0;
    for (const auto& scene : film.scenes) {
        BoardRow heading;
        heading.scene = scene->id;
        heading.heading = scene->heading;
        heading.number = ++number;
        rows.push_back(heading);
        for (qsizetype i = 0; i < scene->shots.size(); ++i) {
            for (qsizetype panel = 0; panel < scene->shots[i]->panels.size(); ++panel) {
                BoardRow row;
                row.scene = scene->id;
                row.shot = scene->shots[i];
                row.panel = panel;
                row.index = i;
                row.number = number;
                rows.push_back(row);
            }
        }
    }
    return rows;
}

} // namespace dollygrip::ui
