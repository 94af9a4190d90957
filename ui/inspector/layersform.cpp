#include "ui/inspector/layersform.h"

#include "core/project/editing.h"
#include "core/project/layerediting.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/sharedlayers.h"
#include "core/project/stroketransform.h"
#include "ui/filmdesk.h"
#include "ui/inspector/depthview.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/layerlist.h"
#include "ui/poolwork.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kThumbHeight = 54;           // twice what the row shows
constexpr double kThumbAspect = 48.0 / 27; // of the row's picture
constexpr double kLeastThumb = 0.1;        // of the frame's height: a dot is not blown up further
constexpr double kThumbRim = 1.12;
constexpr qsizetype kMostThumbs = 1000; // 20 MB

/// What is drawn on the layer, with a rim, in the shape of a thumbnail; the frame when it is empty.
multiplane::Placement drawnArea(const Layer& layer, double aspect)
{
    QRectF box; // picture heights
    for (const auto& stroke : layer.strokes) {
        if (!isErasing(stroke->brush))
            box |= boundsOf(*stroke, aspect);
    }
    if (!layer.picture.isEmpty()) {
        const multiplane::Placement& p = layer.placement;
        box |= QRectF(p.x * aspect, p.y, p.width * aspect, p.height);
    }
    box &= QRectF(-aspect, -1, 3 * aspect, 3);
    if (box.isEmpty())
        box = QRectF(0, 0, aspect, 1);
    const double high =
        std::max({box.height() * kThumbRim, box.width() * kThumbRim / kThumbAspect, kLeastThumb});
    QRectF view(0, 0, high * kThumbAspect, high);
    view.moveCenter(box.center());
    return {view.x() / aspect, view.y(), view.width() / aspect, view.height()};
}

QPushButton* iconButton(const QString& icon, const QString& tip)
{
    auto* button = new QPushButton(themedIcon(icon), {});
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFixedSize(kPenTarget, kRowHeight);
    return button;
}

} // namespace

LayersForm::LayersForm(FilmDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_commands(desk)
{
    build();
    connectList();
    connectFields();
    connect(&desk.session(), &Session::shotChanged, this, &LayersForm::fill);
    connect(&desk.session(), &Session::shotEdited, this, &LayersForm::fill);
    connect(&desk.session(), &Session::panelChanged, this, &LayersForm::fill);
    connect(&desk.session(), &Session::layerChanged, this, &LayersForm::fill);
    fill();
}

void LayersForm::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    layout->setSpacing(spacing(2));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(1));
    m_add = iconButton(u"new-layer"_s, tr("New layer (Ctrl+Shift+L)"));
    m_duplicate = iconButton(u"duplicate"_s, tr("Duplicate layer (Ctrl+J)"));
    m_group = iconButton(u"group"_s, tr("Group layers (Ctrl+Alt+G)"));
    m_merge = iconButton(u"merge-down"_s, tr("Merge with the layer behind (Ctrl+Shift+M)"));
    m_nearer = new QPushButton(u"↑"_s);
    m_nearer->setToolTip(tr("Bring nearer (Ctrl+PgUp)"));
    m_farther = new QPushButton(u"↓"_s);
    m_farther->setToolTip(tr("Send farther (Ctrl+PgDown)"));
    m_remove = iconButton(u"delete"_s, tr("Delete layer"));
    for (QPushButton* button :
         {m_add, m_duplicate, m_group, m_merge, m_nearer, m_farther, m_remove}) {
        button->setFixedSize(kPenTarget, kRowHeight);
        button->setFocusPolicy(Qt::NoFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_list = new LayerList;
    layout->addWidget(m_list);
    m_side = new DepthView;
    layout->addWidget(m_side);

    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit;
    form->addRow(tr("Name"), m_name);
    m_depth = metresField(0.1, 10000, kDefaultDepthM);
    m_depth->setToolTip(tr("How far away it stands at the start of the shot."));
    form->addRow(tr("Depth"), m_depth);
    m_opacity = percentField(100);
    form->addRow(tr("Opacity"), m_opacity);
    m_blend = new QComboBox;
    using multiplane::Blend;
    for (const auto& [blend, name] :
         {std::pair(Blend::Normal, tr("Normal")), std::pair(Blend::Multiply, tr("Multiply")),
          std::pair(Blend::Screen, tr("Screen")), std::pair(Blend::Overlay, tr("Overlay")),
          std::pair(Blend::Add, tr("Add"))})
        m_blend->addItem(name, int(blend));
    m_blend->setToolTip(tr("How it lies on what is behind: Multiply darkens like a wash, Screen "
                           "and Add lighten like light."));
    form->addRow(tr("Blend"), m_blend);
    m_visible = new QCheckBox(tr("Visible"));
    m_locked = new QCheckBox(tr("Locked"));
    auto* flags = new QHBoxLayout;
    flags->setSpacing(spacing(4));
    flags->addWidget(m_visible);
    flags->addWidget(m_locked);
    flags->addStretch(1);
    form->addRow({}, flags);
    m_pinned = new QCheckBox(tr("Pinned to the camera"));
    m_pinned->setToolTip(
        tr("Stays in the frame whatever the camera does: a title, binoculars, a window."));
    form->addRow({}, m_pinned);
    layout->addWidget(part);

    m_shared = quietLabel();
    m_share = new QPushButton(tr("Share with other panels"));
    m_share->setToolTip(tr("The same background in many panels: what you draw on it in one is in "
                           "all of them."));
    layout->addWidget(m_shared);
    auto* shareRow = new QHBoxLayout;
    shareRow->addWidget(m_share);
    shareRow->addStretch(1);
    layout->addLayout(shareRow);
    layout->addStretch(1);
}

void LayersForm::connectList()
{
    Session& session = m_desk.session();
    connect(m_list, &LayerList::chosen, &session, &Session::setLayers);
    connect(m_list, &LayerList::eyeClicked, this, [this](int row) { toggleRow(row, true); });
    connect(m_list, &LayerList::lockClicked, this, [this](int row) { toggleRow(row, false); });
    connect(m_list, &LayerList::renamed, this, &LayersForm::renameRow);
    connect(m_list, &LayerList::menuWanted, this, &LayersForm::showMenu);
    connect(m_list, &LayerList::foldClicked, this, [this](const GroupId& group) {
        const auto shot = m_desk.session().shotId();
        if (!shot || !m_panel)
            return;
        m_desk.edit(tr("Fold group"), [&](Film& film) {
            return changeGroup(film, *shot, m_panel->id, group,
                               [](LayerGroup& one) { one.isFolded = !one.isFolded; });
        });
    });
    connect(m_list, &LayerList::dropped, this,
            [this](const QList<LayerId>& layers, int index, const std::optional<GroupId>& group) {
                const auto shot = m_desk.session().shotId();
                if (!shot || !m_panel)
                    return;
                m_desk.edit(tr("Move layer"), [&](Film& film) {
                    return moveLayers(film, *shot, m_panel->id, layers, index, group);
                });
            });
    connect(m_side, &DepthView::picked, this, [this](const LayerId& layer) {
        if (!m_desk.session().layers().contains(layer))
            m_desk.session().setLayers({layer});
    });
    connect(m_side, &DepthView::dragged, this, &LayersForm::setDepth);
    connect(m_side, &DepthView::dragEnded, this, [this] { m_desk.document().endMerge(); });
}

void LayersForm::connectFields()
{
    connect(m_add, &QPushButton::clicked, this, [this] { m_commands.add(); });
    connect(m_duplicate, &QPushButton::clicked, this, [this] { m_commands.duplicate(); });
    connect(m_group, &QPushButton::clicked, this, [this] {
        if (chosenGroup())
            m_commands.ungroup();
        else
            m_commands.group();
    });
    connect(m_merge, &QPushButton::clicked, this, [this] { m_commands.mergeDown(); });
    connect(m_nearer, &QPushButton::clicked, this, [this] { m_commands.move(1); });
    connect(m_farther, &QPushButton::clicked, this, [this] { m_commands.move(-1); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_commands.remove(); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const Layer* current = layer();
        if (m_isShowing || !current || current->name == m_name->text())
            return;
        const auto shot = m_desk.session().shotId();
        m_desk.edit(tr("Rename layer"), [&, id = current->id](Film& film) {
            return changeLayer(film, *shot, id, [&](Layer& changed) {
                changed.name = m_name->text();
                return Result<void>();
            });
        });
    });
    connect(m_depth, &NumberField::edited, this, [this](double metres) {
        if (const Layer* current = layer(); current && !m_isShowing)
            setDepth(current->id, metres);
    });
    connect(m_opacity, &NumberField::edited, this, [this](double percent) {
        if (m_isShowing)
            return;
        const auto shot = m_desk.session().shotId();
        if (const LayerGroup* group = chosenGroup(); group && shot) {
            m_desk.edit(
                tr("Change opacity"),
                [&, id = group->id](Film& film) {
                    return changeGroup(film, *shot, m_panel->id, id, [=](LayerGroup& changed) {
                        changed.opacity = percent / 100;
                    });
                },
                u"group.opacity:"_s + group->id.toText());
            return;
        }
        m_commands.change(tr("Change opacity"), u"layer.opacity"_s,
                          [percent](Layer& changed) { changed.opacity = percent / 100; });
    });
    for (NumberField* field : {m_depth, m_opacity})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_blend, &QComboBox::activated, this, [this](int index) {
        const auto blend = multiplane::Blend(m_blend->itemData(index).toInt());
        m_commands.change(tr("Change blend"), {},
                          [blend](Layer& changed) { changed.blend = blend; });
    });
    connect(m_visible, &QCheckBox::clicked, this, [this](bool on) { m_commands.setVisible(on); });
    connect(m_locked, &QCheckBox::clicked, this, [this](bool on) { m_commands.setLocked(on); });
    connect(m_pinned, &QCheckBox::clicked, this, [this](bool on) {
        m_commands.change(on ? tr("Pin layer to the camera") : tr("Unpin layer"), {},
                          [on](Layer& changed) { changed.isPinnedToCamera = on; });
    });
    connect(m_share, &QPushButton::clicked, this, [this] {
        if (const Layer* current = layer(); current && current->shared)
            return m_commands.unshare();
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("With every panel of this shot"), this,
                        [this] { m_commands.share(LayerCommands::Reach::Shot); });
        menu->addAction(tr("With every panel of this scene"), this,
                        [this] { m_commands.share(LayerCommands::Reach::Scene); });
        menu->addAction(tr("With every panel of the film"), this,
                        [this] { m_commands.share(LayerCommands::Reach::Film); });
        menu->popup(m_share->mapToGlobal(QPoint(0, m_share->height())));
    });
}

const Layer* LayersForm::layer() const
{
    const auto id = m_desk.session().layerId();
    for (qsizetype i = 0; m_panel && i < m_panel->layers.size(); ++i) {
        if (id && m_panel->layers[i].id == *id)
            return &m_panel->layers[i];
    }
    return nullptr;
}

const LayerGroup* LayersForm::chosenGroup() const
{
    const QList<LayerId> chosen = m_desk.session().layers();
    for (qsizetype g = 0; m_panel && g < m_panel->groups.size(); ++g) {
        const LayerGroup& group = m_panel->groups[g];
        qsizetype inside = 0, found = 0;
        for (const Layer& one : m_panel->layers) {
            inside += one.group == group.id ? 1 : 0;
            found += one.group == group.id && chosen.contains(one.id) ? 1 : 0;
        }
        if (inside > 0 && inside == found && inside == chosen.size())
            return &group;
    }
    return nullptr;
}

void LayersForm::setDepth(const LayerId& id, double metres)
{
    const auto shot = m_desk.session().shotId();
    if (shot)
        m_desk.edit(
            tr("Change depth"), [&](Film& film) { return setLayerDepth(film, *shot, id, metres); },
            u"layer.depth:"_s + id.toText());
}

void LayersForm::toggleRow(int row, bool isEye)
{
    const auto shot = m_desk.session().shotId();
    if (!shot || !m_panel || row >= m_list->rows().size())
        return;
    const LayerList::Row entry = m_list->rows()[row];
    if (entry.layer < 0) {
        m_desk.edit(isEye ? tr("Show or hide group") : tr("Lock or unlock group"), [&](Film& film) {
            return changeGroup(film, *shot, m_panel->id, *entry.group, [&](LayerGroup& group) {
                bool& flag = isEye ? group.isVisible : group.isLocked;
                flag = !flag;
            });
        });
        return;
    }
    const Layer shown = m_panel->layers[entry.layer];
    const QString text = isEye ? (shown.isVisible ? tr("Hide layer") : tr("Show layer"))
                               : (shown.isLocked ? tr("Unlock layer") : tr("Lock layer"));
    m_desk.edit(text, [&](Film& film) {
        return changeLayer(film, *shot, shown.id, [&](Layer& changed) {
            bool& flag = isEye ? changed.isVisible : changed.isLocked;
            flag = !flag;
            return Result<void>();
        });
    });
}

void LayersForm::renameRow(int row, const QString& name)
{
    const auto shot = m_desk.session().shotId();
    if (!shot || !m_panel || row >= m_list->rows().size() || name.isEmpty())
        return;
    const LayerList::Row entry = m_list->rows()[row];
    m_desk.edit(entry.layer < 0 ? tr("Rename group") : tr("Rename layer"), [&](Film& film) {
        if (entry.layer < 0)
            return changeGroup(film, *shot, m_panel->id, *entry.group,
                               [&](LayerGroup& group) { group.name = name; });
        return changeLayer(film, *shot, m_panel->layers[entry.layer].id, [&](Layer& changed) {
            changed.name = name;
            return Result<void>();
        });
    });
}

void LayersForm::showMenu(const QPoint& global)
{
    const Layer* current = layer();
    if (!current)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, auto act) {
        return menu->addAction(text, this, act);
    };
    add(tr("New layer"), [this] { m_commands.add(); });
    add(tr("Duplicate"), [this] { m_commands.duplicate(); });
    add(tr("Rename…"), [this, id = current->id] { m_list->rename(id); });
    menu->addSeparator();
    add(tr("Group"), [this] { m_commands.group(); });
    add(tr("Ungroup"), [this] { m_commands.ungroup(); })->setEnabled(current->group.has_value());
    add(tr("Merge with the layer behind"), [this] { m_commands.mergeDown(); });
    menu->addSeparator();
    add(current->isVisible ? tr("Hide") : tr("Show"),
        [this, on = !current->isVisible] { m_commands.setVisible(on); });
    add(tr("Show only this, or all"), [this] { m_commands.solo(); });
    add(current->isLocked ? tr("Unlock") : tr("Lock"),
        [this, on = !current->isLocked] { m_commands.setLocked(on); });
    menu->addSeparator();
    if (current->shared)
        add(tr("Stop sharing"), [this] { m_commands.unshare(); });
    add(tr("Share with every panel of this shot"),
        [this] { m_commands.share(LayerCommands::Reach::Shot); });
    add(tr("Share with every panel of this scene"),
        [this] { m_commands.share(LayerCommands::Reach::Scene); });
    menu->addSeparator();
    add(tr("Delete"), [this] { m_commands.remove(); });
    menu->popup(global);
}

void LayersForm::fill()
{
    m_isShowing = true;
    const Panel* shown = m_commands.panel();
    m_panel = shown ? std::make_shared<const Panel>(*shown) : nullptr;
    const Session& session = m_desk.session();
    const QList<LayerId> chosen = session.layers();
    setEnabled(m_panel != nullptr);
    m_list->show(m_panel, chosen, session.layerId());
    m_side->show(m_panel, chosen);
    const Layer* current = layer();
    m_remove->setEnabled(m_panel && m_panel->layers.size() > chosen.size());
    m_merge->setEnabled(m_panel && current
                        && (chosen.size() > 1 || m_panel->layers.first().id != current->id));
    if (current) {
        const LayerGroup* group = chosenGroup();
        const qsizetype index = current - m_panel->layers.constData();
        m_name->setPlaceholderText(layerName(*m_panel, int(index)));
        if (!m_name->hasFocus())
            m_name->setText(current->name);
        m_depth->setValue(current->depthM);
        m_opacity->setValue((group ? group->opacity : current->opacity) * 100);
        m_opacity->setToolTip(group ? tr("Opacity of the group “%1”").arg(group->name)
                                    : tr("Opacity of the layer"));
        m_group->setToolTip(group ? tr("Ungroup layers (Ctrl+Alt+Shift+G)")
                                  : tr("Group layers (Ctrl+Alt+G)"));
        m_blend->setCurrentIndex(m_blend->findData(int(current->blend)));
        m_visible->setChecked(current->isVisible);
        m_locked->setChecked(current->isLocked);
        m_pinned->setChecked(current->isPinnedToCamera);
        const Film& film = m_desk.document().film();
        const int others = current->shared ? int(panelsWith(film, *current->shared).size()) : 0;
        m_shared->setText(tr("Shared by %n panel(s); drawn in one, seen in all.", nullptr, others));
        m_shared->setVisible(current->shared.has_value());
        m_share->setText(current->shared ? tr("Stop sharing") : tr("Share with other panels"));
    }
    m_isShowing = false;
    paintThumbnails();
}

void LayersForm::paintThumbnails()
{
    if (m_isPainting || !m_panel)
        return;
    const auto isPainted = [this](const Layer& one) {
        const auto known = m_painted.constFind(one.id);
        return known != m_painted.cend() && known->strokes == one.strokes
               && known->picture == one.picture && known->placement == one.placement;
    };
    const auto next = std::find_if_not(m_panel->layers.cbegin(), m_panel->layers.cend(), isPainted);
    if (next == m_panel->layers.cend())
        return;
    if (m_painted.size() > std::max(kMostThumbs, 2 * m_panel->layers.size())) {
        m_painted.clear();
        m_list->clearThumbnails();
        return paintThumbnails();
    }
    m_isPainting = true;
    Film film;
    film.settings = m_desk.document().film().settings;
    if (const auto asset = m_desk.document().film().assets.value(next->picture))
        film.assets.insert(next->picture, asset);
    const auto work = [one = *next, film, pictures = m_desk.pictures()] {
        const multiplane::Placement area = drawnArea(one, film.settings.aspect());
        const double high = kThumbHeight / area.height;
        const QSize frame(int(std::lround(high * film.settings.aspect())), int(std::lround(high)));
        return toQImage(PanelPainter(film, pictures).layer(one, frame, area));
    };
    inPool(
        this, work,
        [this, one = *next](const QImage& image) {
            m_isPainting = false;
            m_painted.insert(one.id, one);
            m_list->setThumbnail(one.id, image);
            paintThumbnails();
        },
        &m_pool);
}

} // namespace dollygrip::ui
