#include "ui/canvas/guidespopup.h"

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr std::array kMasks = {0.0, 1.33, 1.66, 1.78, 1.85, 2.0, 2.35, 2.39, 9.0 / 16, 1.0};

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", u"small"_s);
    return label;
}

/// Keeps a button in its parent's lower right corner.
class Corner : public QObject {
public:
    Corner(QWidget* button, QWidget* parent) : QObject(button), m_button(button)
    {
        parent->installEventFilter(this);
        place(parent);
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize)
            place(static_cast<QWidget*>(watched));
        return QObject::eventFilter(watched, event);
    }

private:
    void place(const QWidget* parent)
    {
        m_button->move(parent->width() - m_button->width() - spacing(2),
                       parent->height() - m_button->height() - spacing(2));
    }
    QWidget* m_button;
};

} // namespace

GuidesPopup::GuidesPopup(CanvasView& canvas, Session& session, Actions& actions, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_canvas(canvas), m_session(session), m_actions(actions)
{
    setObjectName(u"guidesPopup"_s);
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(&canvas, &CanvasView::guidesChanged, this, &GuidesPopup::fill);
    connect(&session, &Session::shotEdited, this, &GuidesPopup::fill);
    connect(&session, &Session::shotChanged, this, &GuidesPopup::fill);
    fill();
}

void GuidesPopup::build()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    grid->setHorizontalSpacing(spacing(3));
    grid->setVerticalSpacing(spacing(1));
    int row = 0;
    const auto check = [&](const QString& text, const QString& tip) {
        auto* made = new QCheckBox(text);
        made->setToolTip(tip);
        connect(made, &QCheckBox::clicked, this, &GuidesPopup::take);
        return made;
    };
    const auto spin = [&](int least, int most, const QString& tip) {
        auto* made = new QSpinBox;
        made->setRange(least, most);
        made->setToolTip(tip);
        made->setFixedWidth(64);
        connect(made, &QSpinBox::valueChanged, this, &GuidesPopup::take);
        return made;
    };
    grid->addWidget(heading(tr("Lines")), row++, 0, 1, 2);
    m_thirds = check(tr("Thirds"), tr("Lines at the thirds of the frame (G)"));
    m_safe = check(tr("Safe areas"), tr("Action and title safe areas (Shift+G)"));
    grid->addWidget(m_thirds, row, 0);
    grid->addWidget(m_safe, row++, 1);
    m_centre = check(tr("Centre cross"), tr("Where the frame's middle is"));
    grid->addWidget(m_centre, row++, 0);
    m_grid = check(tr("Grid"), tr("Squares over the frame"));
    m_rows = spin(2, 40, tr("Squares in the frame's height"));
    grid->addWidget(m_grid, row, 0);
    grid->addWidget(m_rows, row++, 1);
    m_mask = new QComboBox;
    for (const double aspect : kMasks)
        m_mask->addItem(aspect > 0 ? maskName(aspect) : tr("no second frame"), aspect);
    m_mask->setToolTip(tr("A second frame for another screen, dim outside; of the whole film"));
    connect(m_mask, &QComboBox::activated, this,
            [this](int index) { setMask(m_mask->itemData(index).toDouble()); });
    grid->addWidget(new QLabel(tr("Second frame")), row, 0);
    grid->addWidget(m_mask, row++, 1);

    grid->addWidget(heading(tr("Perspective of this shot")), row++, 0, 1, 2);
    m_perspective = new QComboBox;
    m_perspective->addItems({tr("none"), tr("1 point"), tr("2 points"), tr("3 points")});
    m_perspective->setToolTip(tr("Drag the points and the eyeline with the guides tool (;)"));
    connect(m_perspective, &QComboBox::activated, this, &GuidesPopup::setPerspective);
    m_eyeline = new QCheckBox(tr("Eyeline"));
    m_eyeline->setToolTip(tr("The horizon: the height of the camera's eye"));
    connect(m_eyeline, &QCheckBox::clicked, this, &GuidesPopup::setEyeline);
    grid->addWidget(m_perspective, row, 0);
    grid->addWidget(m_eyeline, row++, 1);
    m_rays = check(tr("Rays to the pointer"), tr("Lines from the points through the pointer"));
    m_snap = check(tr("Strokes snap"), tr("The pen keeps to the perspective it begins along"));
    grid->addWidget(m_rays, row, 0);
    grid->addWidget(m_snap, row++, 1);

    grid->addWidget(heading(tr("Onion skin")), row++, 0, 1, 2);
    m_onion = check(tr("Show"), tr("Panels before and after shine through (Shift+O)"));
    m_shots = check(tr("Across shots"), tr("Also the panels of neighbouring shots"));
    grid->addWidget(m_onion, row, 0);
    grid->addWidget(m_shots, row++, 1);
    m_before = spin(0, 4, tr("How many panels before"));
    m_after = spin(0, 4, tr("How many panels after"));
    for (const bool isBefore : {true, false}) {
        auto* holder = new QWidget;
        auto* line = new QHBoxLayout(holder);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(isBefore ? m_before : m_after);
        line->addWidget(toneButton(isBefore));
        line->addStretch(1);
        grid->addWidget(new QLabel(isBefore ? tr("Before") : tr("After")), row, 0);
        grid->addWidget(holder, row++, 1);
    }
    m_tint = check(tr("In two colours"), tr("Before in one colour, after in the other"));
    m_strength = new QSlider(Qt::Horizontal);
    m_strength->setRange(5, 90);
    m_strength->setToolTip(tr("How strongly they shine through"));
    connect(m_strength, &QSlider::valueChanged, this, &GuidesPopup::take);
    grid->addWidget(m_tint, row, 0);
    grid->addWidget(m_strength, row++, 1);

    grid->addWidget(heading(tr("Reference pictures")), row++, 0, 1, 2);
    m_pinned = check(tr("Show"), tr("Pictures beside the frame to draw from; never in the film"));
    auto* pin = new QPushButton(tr("Pin a picture…"));
    pin->setToolTip(tr("Or drop one on the paper with Alt held"));
    connect(pin, &QPushButton::clicked, this, [this] {
        hide();
        m_actions.at(u"view.pinPicture"_s)->trigger();
    });
    grid->addWidget(m_pinned, row, 0);
    grid->addWidget(pin, row++, 1);
}

QWidget* GuidesPopup::toneButton(bool isBefore)
{
    auto* button = new QToolButton;
    button->setFixedSize(24, 24);
    button->setToolTip(isBefore ? tr("Colour of the panels before")
                                : tr("Colour of the panels after"));
    const auto show = [this, button, isBefore] {
        const OnionSkin& onion = m_canvas.guides().onion;
        QPixmap swatch(16, 16);
        swatch.fill(isBefore ? onion.beforeTone : onion.afterTone);
        button->setIcon(swatch);
    };
    show();
    connect(&m_canvas, &CanvasView::guidesChanged, button, show);
    connect(button, &QToolButton::clicked, this, [this, isBefore] {
        GuideLook look = m_canvas.guides();
        QColor& tone = isBefore ? look.onion.beforeTone : look.onion.afterTone;
        hide();
        auto* dialog = new QColorDialog(tone, m_canvas.window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QColorDialog::colorSelected, this, [this, isBefore](const QColor& chosen) {
            GuideLook changed = m_canvas.guides();
            (isBefore ? changed.onion.beforeTone : changed.onion.afterTone) = chosen;
            m_canvas.setGuides(changed);
        });
        dialog->open();
    });
    return button;
}

void GuidesPopup::fill()
{
    m_isFilling = true;
    const GuideLook& look = m_canvas.guides();
    m_thirds->setChecked(look.hasThirds);
    m_safe->setChecked(look.hasSafeAreas);
    m_centre->setChecked(look.hasCentre);
    m_grid->setChecked(look.hasGrid);
    m_rows->setValue(look.gridRows);
    m_rays->setChecked(look.hasRays);
    m_snap->setChecked(look.snaps);
    m_pinned->setChecked(look.hasPinned);
    m_onion->setChecked(look.onion.isOn);
    m_before->setValue(look.onion.before);
    m_after->setValue(look.onion.after);
    m_shots->setChecked(look.onion.crossesShots);
    m_tint->setChecked(look.onion.isTinted);
    m_strength->setValue(int(std::lround(look.onion.opacity * 100)));
    const auto shot = m_session.shot();
    m_perspective->setEnabled(shot != nullptr);
    m_eyeline->setEnabled(shot != nullptr);
    m_perspective->setCurrentIndex(shot ? int(shot->guides.vanishingPoints.size()) : 0);
    m_eyeline->setChecked(shot && shot->guides.eyeline);
    const double mask = m_session.document().film().settings.maskAspect;
    int nearest = 0;
    for (int i = 0; i < int(kMasks.size()); ++i) {
        if (std::abs(kMasks[std::size_t(i)] - mask) < std::abs(kMasks[std::size_t(nearest)] - mask))
            nearest = i;
    }
    m_mask->setCurrentIndex(nearest);
    m_isFilling = false;
}

void GuidesPopup::take()
{
    if (m_isFilling)
        return;
    GuideLook look = m_canvas.guides();
    look.hasThirds = m_thirds->isChecked();
    look.hasSafeAreas = m_safe->isChecked();
    look.hasCentre = m_centre->isChecked();
    look.hasGrid = m_grid->isChecked();
    look.gridRows = m_rows->value();
    look.hasRays = m_rays->isChecked();
    look.snaps = m_snap->isChecked();
    look.hasPinned = m_pinned->isChecked();
    look.onion.isOn = m_onion->isChecked();
    look.onion.before = m_before->value();
    look.onion.after = m_after->value();
    look.onion.crossesShots = m_shots->isChecked();
    look.onion.isTinted = m_tint->isChecked();
    look.onion.opacity = m_strength->value() / 100.0;
    m_canvas.setGuides(look);
}

void GuidesPopup::setPerspective(int points)
{
    const auto shot = m_session.shot();
    if (!shot)
        return;
    const auto done = m_session.document().edit(tr("Set perspective"), [&](Film& film) {
        return changeShot(film, shot->id, [&](Shot& changed) -> Result<void> {
            changed.guides = perspectiveOf(points, changed.guides.eyeline.value_or(0.5));
            return {};
        });
    });
    if (!done)
        Q_EMIT m_canvas.errorOccurred(done.error());
}

void GuidesPopup::setEyeline(bool isOn)
{
    const auto shot = m_session.shot();
    if (!shot)
        return;
    const auto done = m_session.document().edit(
        isOn ? tr("Draw eyeline") : tr("Remove eyeline"), [&](Film& film) {
            return changeShot(film, shot->id, [&](Shot& changed) -> Result<void> {
                if (isOn)
                    changed.guides.eyeline = 0.5;
                else
                    changed.guides.eyeline.reset();
                return {};
            });
        });
    if (!done)
        Q_EMIT m_canvas.errorOccurred(done.error());
}

void GuidesPopup::setMask(double aspect)
{
    const auto done = m_session.document().edit(tr("Set second frame"), [&](Film& film) {
        film.settings.maskAspect = aspect;
        return Result<void>();
    });
    if (!done)
        Q_EMIT m_canvas.errorOccurred(done.error());
    GuideLook look = m_canvas.guides();
    look.hasMask = true;
    m_canvas.setGuides(look);
}

void GuidesPopup::popUp(const QPoint& bottomRight)
{
    adjustSize();
    const QRect room = m_canvas.screen()->availableGeometry();
    move(std::clamp(bottomRight.x() - width(), room.left(),
                    std::max(room.left(), room.right() - width())),
         std::clamp(bottomRight.y() - height(), room.top(),
                    std::max(room.top(), room.bottom() - height())));
    show();
}

void connectGuides(CanvasView& canvas, Session& session, Actions& actions)
{
    auto* popup = new GuidesPopup(canvas, session, actions, &canvas);
    auto* button = new QToolButton(&canvas);
    button->setObjectName(u"guidesButton"_s);
    button->setIcon(themedIcon(u"guides"_s));
    button->setIconSize({20, 20});
    button->setFixedSize(kPenTarget, kPenTarget);
    button->setFocusPolicy(Qt::NoFocus);
    button->setCursor(Qt::ArrowCursor);
    button->setToolTip(actions.at(u"view.guides"_s)->toolTip());
    button->setAccessibleName(actions.at(u"view.guides"_s)->text());
    new Corner(button, &canvas);
    const auto show = [popup, button] {
        popup->popUp(button->mapToGlobal(QPoint(button->width(), -spacing(1))));
    };
    QObject::connect(button, &QToolButton::clicked, popup, show);
    QObject::connect(actions.at(u"view.guides"_s), &QAction::triggered, popup, show);

    const auto on = [&](const QString& id, auto act) {
        QObject::connect(actions.at(id), &QAction::triggered, &canvas, act);
    };
    on(u"view.turnLeft"_s, &CanvasView::turnLeft);
    on(u"view.turnRight"_s, &CanvasView::turnRight);
    on(u"view.straighten"_s, &CanvasView::straighten);
    on(u"view.mirror"_s, &CanvasView::setMirrored);
    on(u"view.fitDrawing"_s, &CanvasView::fitDrawing);
    const auto toggle = [&](const QString& id, bool GuideLook::*flag) {
        on(id, [&canvas, flag](bool isOn) {
            GuideLook look = canvas.guides();
            look.*flag = isOn;
            canvas.setGuides(look);
        });
    };
    toggle(u"view.snap"_s, &GuideLook::snaps);
    const auto showStates = [&canvas, &actions] {
        const GuideLook& look = canvas.guides();
        actions.at(u"view.thirds"_s)->setChecked(look.hasThirds);
        actions.at(u"view.safe"_s)->setChecked(look.hasSafeAreas);
        actions.at(u"view.onion"_s)->setChecked(look.onion.isOn);
        actions.at(u"view.snap"_s)->setChecked(look.snaps);
    };
    QObject::connect(&canvas, &CanvasView::guidesChanged, &canvas, showStates);
    QObject::connect(&canvas, &CanvasView::mirroredChanged, actions.at(u"view.mirror"_s),
                     &QAction::setChecked);
    showStates();
}

} // namespace dollygrip::ui
