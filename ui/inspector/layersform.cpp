#include "ui/inspector/layersform.h"

#include "core/project/editing.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/rowlist.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

QPushButton* iconButton(const QString& icon, const QString& tip)
{
    auto* button = new QPushButton(themedIcon(icon), {});
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFixedSize(kPenTarget, kRowHeight);
    return button;
}

} // namespace

LayersForm::LayersForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    build();
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
    layout->addWidget(
        quietLabel(tr("Near layers on top. What is nearer moves faster when the camera travels.")));
    m_list = new RowList(10);
    layout->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(1));
    m_add = iconButton(u"new-layer"_s, tr("New layer"));
    m_duplicate = iconButton(u"duplicate"_s, tr("Duplicate layer"));
    m_nearer = new QPushButton(u"↑"_s);
    m_nearer->setToolTip(tr("Bring nearer"));
    m_farther = new QPushButton(u"↓"_s);
    m_farther->setToolTip(tr("Send farther"));
    m_remove = iconButton(u"delete"_s, tr("Delete layer"));
    for (QPushButton* button : {m_add, m_duplicate, m_nearer, m_farther, m_remove}) {
        button->setFixedSize(kPenTarget, kRowHeight);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);

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
    m_visible = new QCheckBox(tr("Visible"));
    form->addRow({}, m_visible);
    m_locked = new QCheckBox(tr("Locked"));
    form->addRow({}, m_locked);
    m_pinned = new QCheckBox(tr("Pinned to the camera"));
    m_pinned->setToolTip(
        tr("Stays in the frame whatever the camera does: a title, binoculars, a window."));
    form->addRow({}, m_pinned);
    layout->addWidget(part);
    layout->addStretch(1);
}

void LayersForm::connectFields()
{
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const Panel* shown = panel();
        if (!m_isShowing && shown && row >= 0 && row < shown->layers.size())
            m_desk.session().setLayer(shown->layers[shown->layers.size() - 1 - row].id);
    });
    connect(m_list, &RowList::iconClicked, this, &LayersForm::toggleVisible);
    connect(m_add, &QPushButton::clicked, this, &LayersForm::addLayer);
    connect(m_duplicate, &QPushButton::clicked, this, [this] {
        changeLayers(tr("Duplicate layer"), [](QList<Layer>& layers, qsizetype index) {
            Layer copy = layers[index];
            copy.id = LayerId::create();
            layers.insert(index + 1, copy);
        });
    });
    connect(m_nearer, &QPushButton::clicked, this, [this] {
        changeLayers(tr("Bring layer nearer"), [](QList<Layer>& layers, qsizetype index) {
            if (index + 1 < layers.size()) {
                std::swap(layers[index].depthM, layers[index + 1].depthM);
                layers.swapItemsAt(index, index + 1);
            }
        });
    });
    connect(m_farther, &QPushButton::clicked, this, [this] {
        changeLayers(tr("Send layer farther"), [](QList<Layer>& layers, qsizetype index) {
            if (index > 0) {
                std::swap(layers[index].depthM, layers[index - 1].depthM);
                layers.swapItemsAt(index, index - 1);
            }
        });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto shotId = m_desk.session().shotId();
        const auto layerId = m_desk.session().layerId();
        if (!shotId || !layerId)
            return;
        m_desk.edit(tr("Delete layer"), [&](Film& film) {
            return changeShot(film, *shotId, [&](Shot& shot) -> Result<void> {
                for (auto& shared : shot.panels) {
                    Panel copy = *shared;
                    if (copy.layers.size() > 1 && copy.layers.removeIf([&](const Layer& layer) {
                            return layer.id == *layerId;
                        }) > 0)
                        shared = std::make_shared<const Panel>(copy);
                }
                if (!shot.layer(*layerId))
                    shot.regions.removeIf(
                        [&](const ShotRegion& region) { return region.layer == *layerId; });
                return {};
            });
        });
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        changeCurrent(tr("Rename layer"), {},
                      [name = m_name->text()](Layer& layer) { layer.name = name; });
    });
    connect(m_depth, &NumberField::edited, this, [this](double metres) {
        changeCurrent(tr("Change depth"), u"layer.depth"_s,
                      [metres](Layer& layer) { layer.depthM = metres; });
    });
    connect(m_opacity, &NumberField::edited, this, [this](double percent) {
        changeCurrent(tr("Change opacity"), u"layer.opacity"_s,
                      [percent](Layer& layer) { layer.opacity = percent / 100; });
    });
    for (NumberField* field : {m_depth, m_opacity})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_visible, &QCheckBox::clicked, this, [this](bool on) {
        changeCurrent(on ? tr("Show layer") : tr("Hide layer"), {},
                      [on](Layer& layer) { layer.isVisible = on; });
    });
    connect(m_locked, &QCheckBox::clicked, this, [this](bool on) {
        changeCurrent(on ? tr("Lock layer") : tr("Unlock layer"), {},
                      [on](Layer& layer) { layer.isLocked = on; });
    });
    connect(m_pinned, &QCheckBox::clicked, this, [this](bool on) {
        changeCurrent(on ? tr("Pin layer to the camera") : tr("Unpin layer"), {},
                      [on](Layer& layer) { layer.isPinnedToCamera = on; });
    });
}

const Panel* LayersForm::panel() const
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().panelId();
    if (!shot || !id)
        return nullptr;
    for (const auto& panel : shot->panels)
        if (panel->id == *id)
            return panel.get();
    return nullptr;
}

const Layer* LayersForm::layer() const
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().layerId();
    return shot && id ? shot->layer(*id) : nullptr;
}

void LayersForm::changeLayers(const QString& text,
                              const std::function<void(QList<Layer>&, qsizetype)>& change)
{
    const auto shotId = m_desk.session().shotId();
    const auto panelId = m_desk.session().panelId();
    const auto layerId = m_desk.session().layerId();
    if (!shotId || !panelId || !layerId)
        return;
    m_desk.edit(text, [&](Film& film) {
        return changePanel(film, *shotId, *panelId, [&](Panel& panel) -> Result<void> {
            for (qsizetype i = 0; i < panel.layers.size(); ++i)
                if (panel.layers[i].id == *layerId) {
                    change(panel.layers, i);
                    break;
                }
            return {};
        });
    });
}

void LayersForm::addLayer()
{
    const auto shotId = m_desk.session().shotId();
    const auto panelId = m_desk.session().panelId();
    const auto layerId = m_desk.session().layerId();
    if (!shotId || !panelId)
        return;
    Layer added;
    const bool went = m_desk.edit(tr("New layer"), [&](Film& film) {
        return changePanel(film, *shotId, *panelId, [&](Panel& panel) -> Result<void> {
            qsizetype index = panel.layers.size();
            for (qsizetype i = 0; i < panel.layers.size(); ++i)
                if (layerId && panel.layers[i].id == *layerId)
                    index = i + 1;
            added.name = tr("Layer %1").arg(panel.layers.size() + 1);
            added.depthM =
                index > 0 ? std::max(0.5, panel.layers[index - 1].depthM * 0.8) : kDefaultDepthM;
            panel.layers.insert(index, added);
            return {};
        });
    });
    if (went)
        m_desk.session().setLayer(added.id);
}

void LayersForm::toggleVisible(int row)
{
    const auto shotId = m_desk.session().shotId();
    const Panel* shown = panel();
    if (!shotId || !shown || row < 0 || row >= shown->layers.size())
        return;
    const Layer& layer = shown->layers[shown->layers.size() - 1 - row];
    const bool isVisible = !layer.isVisible;
    m_desk.edit(isVisible ? tr("Show layer") : tr("Hide layer"), [&, id = layer.id](Film& film) {
        return changeLayer(film, *shotId, id, [&](Layer& changed) {
            changed.isVisible = isVisible;
            return Result<void>();
        });
    });
}

void LayersForm::changeCurrent(const QString& text, const QString& key,
                               const std::function<void(Layer&)>& change)
{
    const auto shotId = m_desk.session().shotId();
    const auto layerId = m_desk.session().layerId();
    if (m_isShowing || !shotId || !layerId)
        return;
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeLayer(film, *shotId, *layerId, [&](Layer& layer) {
                change(layer);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + layerId->toText());
}

void LayersForm::fill()
{
    m_isShowing = true;
    const Panel* shown = panel();
    const Layer* current = layer();
    setEnabled(shown != nullptr);
    m_list->clear();
    if (shown) {
        for (qsizetype i = shown->layers.size() - 1; i >= 0; --i) {
            const Layer& entry = shown->layers[i];
            const QString name = entry.name.isEmpty() ? tr("Layer %1").arg(i + 1) : entry.name;
            QListWidgetItem* item =
                m_list->addRow(name, u"%1 m"_s.arg(locale().toString(entry.depthM, 'f', 1)),
                               themedIcon(!entry.isVisible ? u"eye-off"_s
                                          : entry.isLocked ? u"lock"_s
                                                           : u"eye"_s));
            if (current && entry.id == current->id) {
                m_list->setCurrentItem(item);
                m_name->setPlaceholderText(name);
            }
        }
        m_remove->setEnabled(shown->layers.size() > 1);
    }
    if (current) {
        if (!m_name->hasFocus())
            m_name->setText(current->name);
        m_depth->setValue(current->depthM);
        m_opacity->setValue(current->opacity * 100);
        m_visible->setChecked(current->isVisible);
        m_locked->setChecked(current->isLocked);
        m_pinned->setChecked(current->isPinnedToCamera);
    }
    m_isShowing = false;
}

} // namespace dollygrip::ui
