#include "ui/inspector/arrowform.h"

#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "ui/canvas/regioncolours.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/motion/speedcurvefield.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kShortest = 0.005; // of the shot

} // namespace

ArrowForm::ArrowForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    build();
    connectFields();
    connectCurve();
    const Session& session = desk.session();
    for (const auto signal : {&Session::shotChanged, &Session::shotEdited, &Session::regionChanged,
                              &Session::motionChanged, &Session::ghostsChanged})
        connect(&session, signal, this, &ArrowForm::fill);
    fill();
}

void ArrowForm::build()
{
    m_form = inspectorForm(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->addRow(sectionHeading(tr("Arrow")));
    m_arrow = new QComboBox;
    m_arrow->setObjectName(u"arrow"_s);
    m_form->addRow(tr("Which"), m_arrow);
    m_ease = new QComboBox;
    m_ease->setObjectName(u"speed"_s);
    m_ease->addItem(tr("Even"), int(Ease::None));
    m_ease->addItem(tr("Slow in"), int(Ease::In));
    m_ease->addItem(tr("Slow out"), int(Ease::Out));
    m_ease->addItem(tr("Slow in and out"), int(Ease::InOut));
    m_ease->addItem(tr("Hold, then jump"), int(Ease::Hold));
    m_ease->addItem(tr("Anticipate"), int(Ease::Anticipate));
    m_ease->addItem(tr("Overshoot and settle"), int(Ease::Overshoot));
    m_ease->addItem(tr("Bounce"), int(Ease::Bounce));
    m_ease->addItem(tr("Custom"), int(Ease::Custom));
    m_form->addRow(tr("Speed"), m_ease);
    m_curve = new SpeedCurveField;
    m_form->addRow(m_curve);
    m_from = percentField(0);
    m_from->setObjectName(u"from"_s);
    m_form->addRow(tr("Starts at"), m_from);
    m_to = percentField(100);
    m_to->setObjectName(u"to"_s);
    m_form->addRow(tr("Ends at"), m_to);
    m_turn = degreesField(0, 5);
    m_turn->setObjectName(u"turn"_s);
    m_form->addRow(tr("Turns by"), m_turn);
    m_scale = new NumberField({5, 2000, 1, 0, u"%"_s, 100, {}, {}});
    m_scale->setObjectName(u"scale"_s);
    m_form->addRow(tr("Grows to"), m_scale);
    m_oriented = new QCheckBox(tr("Turns with its path"));
    m_oriented->setObjectName(u"oriented"_s);
    m_form->addRow(QString(), m_oriented);
    m_ghosts = new NumberField({0, 24, 1, 0, {}, 2, {}, {}});
    m_ghosts->setObjectName(u"ghosts"_s);
    m_ghosts->setToolTip(tr("How many outlines of what moves are drawn along its way."));
    m_form->addRow(tr("Ghosts"), m_ghosts);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(1));
    const auto add = [&](const QString& text, const QString& tip, const QString& name,
                         const std::function<void(ShotRegion&, qsizetype)>& how) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, [this, tip, how] { change(tip, {}, how); });
        buttons->addWidget(button);
    };
    add(tr("Reverse"), tr("Reverse arrow"), u"reverse"_s,
        [](ShotRegion& one, qsizetype i) { one.motions[i].path = reversed(one.motions[i].path); });
    add(tr("Mirror"), tr("Mirror arrow"), u"mirror"_s, [](ShotRegion& one, qsizetype i) {
        const QList<Joint> joined = joints(one);
        one.motions[i].path = mirrored(one.motions[i].path);
        rejoin(one, joined);
    });
    add(tr("Remove"), tr("Remove arrow"), u"removeArrow"_s,
        [](ShotRegion& one, qsizetype i) { one.motions.removeAt(i); });
    m_form->addRow(buttons);
}

void ArrowForm::connectFields()
{
    connect(m_arrow, &QComboBox::activated, this, [this](int row) {
        const ShotRegion* its = region();
        if (its && row >= 0 && row < its->motions.size())
            m_desk.session().setMotion(its->motions[row].id);
        fill();
    });
    const auto time = [this](const QString& text, const QString& key, bool isFrom) {
        return [this, text, key, isFrom](double percent) {
            change(text, key, [=](ShotRegion& one, qsizetype i) {
                const MotionPath& path = one.motions[i].path;
                const double at = percent / 100;
                const double from = isFrom ? std::min(at, path.to - kShortest) : path.from;
                const double to = isFrom ? path.to : std::max(at, path.from + kShortest);
                retime(one, one.motions[i].id, from, to, kShortest);
            });
        };
    };
    connect(m_from, &NumberField::edited, this,
            time(tr("Change when it starts"), u"path.from"_s, true));
    connect(m_to, &NumberField::edited, this, time(tr("Change when it ends"), u"path.to"_s, false));
    connect(m_turn, &NumberField::edited, this, [this](double degrees) {
        change(tr("Turn along the path"), u"path.turn"_s, [degrees](ShotRegion& one, qsizetype i) {
            one.motions[i].path.turnRad = toRadians(degrees);
        });
    });
    connect(m_scale, &NumberField::edited, this, [this](double percent) {
        change(
            tr("Scale along the path"), u"path.scale"_s,
            [percent](ShotRegion& one, qsizetype i) { one.motions[i].path.scale = percent / 100; });
    });
    connect(m_oriented, &QCheckBox::clicked, this, [this](bool is) {
        change(tr("Turn with the path"), {},
               [is](ShotRegion& one, qsizetype i) { one.motions[i].path.isOriented = is; });
    });
    connect(m_ghosts, &NumberField::edited, this,
            [this](double count) { m_desk.session().setGhosts(int(count)); });
    for (NumberField* field : {m_from, m_to, m_turn, m_scale})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
}

void ArrowForm::connectCurve()
{
    connect(m_ease, &QComboBox::activated, this, [this] {
        const auto ease = Ease(m_ease->currentData().toInt());
        change(tr("Change speed"), {}, [ease](ShotRegion& one, qsizetype i) {
            SpeedCurve& speed = one.motions[i].path.speed;
            speed = {ease,
                     ease == Ease::Custom ? pointsLike(speed) : std::vector<Eigen::Vector2d>()};
        });
    });
    // Under the hand it plays as a draft; the document hears of it when the hand lets go.
    connect(m_curve, &SpeedCurveField::dragged, this, [this](const SpeedCurve& curve) {
        const auto shot = m_desk.session().shot();
        const ShotRegion* its = region();
        const qsizetype i = index();
        if (!shot || !its || i < 0)
            return;
        auto draft = std::make_shared<Shot>(*shot);
        for (ShotRegion& one : draft->regions) {
            if (one.id == its->id)
                one.motions[i].path.speed = curve;
        }
        m_desk.session().setDraft(draft);
    });
    connect(m_curve, &SpeedCurveField::edited, this, [this](const SpeedCurve& curve) {
        m_desk.session().clearDraft();
        change(tr("Change speed"), {},
               [curve](ShotRegion& one, qsizetype i) { one.motions[i].path.speed = curve; });
        fill();
    });
    connect(m_curve, &SpeedCurveField::dropped, this, [this] { m_desk.session().clearDraft(); });
}

const ShotRegion* ArrowForm::region() const
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().regionId();
    return shot && id ? shot->region(*id) : nullptr;
}

qsizetype ArrowForm::index() const
{
    const ShotRegion* its = region();
    if (!its || its->motions.isEmpty())
        return -1;
    const auto chosen = m_desk.session().motionId();
    for (qsizetype i = 0; i < its->motions.size(); ++i) {
        if (chosen && its->motions[i].id == *chosen)
            return i;
    }
    return std::clamp<qsizetype>(m_arrow->currentIndex(), 0, its->motions.size() - 1);
}

void ArrowForm::change(const QString& text, const QString& key,
                       const std::function<void(ShotRegion&, qsizetype)>& how)
{
    const auto shot = m_desk.session().shotId();
    const ShotRegion* its = region();
    const qsizetype i = index();
    if (m_isShowing || !shot || !its || i < 0)
        return;
    const RegionId id = its->id;
    const QString merge = key.isEmpty() ? key : key + u':' + its->motions[i].id.toText();
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeRegion(film, *shot, id, [&](ShotRegion& one) {
                if (i < one.motions.size())
                    how(one, i);
                return Result<void>();
            });
        },
        merge);
}

void ArrowForm::fill()
{
    const auto shot = m_desk.session().shot();
    const ShotRegion* its = region();
    setVisible(its && !its->motions.isEmpty());
    if (!its || its->motions.isEmpty())
        return;
    m_isShowing = true;
    const qsizetype chosen = index();
    m_arrow->clear();
    for (qsizetype i = 0; i < its->motions.size(); ++i) {
        const MotionPath& path = its->motions[i].path;
        m_arrow->addItem(tr("Arrow %1: frames %2 to %3")
                             .arg(i + 1)
                             .arg(qRound(path.from * double(shot->length - 1)) + 1)
                             .arg(qRound(path.to * double(shot->length - 1)) + 1));
    }
    m_arrow->setCurrentIndex(int(chosen));
    const MotionPath& path = its->motions[chosen].path;
    m_ease->setCurrentIndex(m_ease->findData(int(path.speed.ease)));
    m_curve->setTone(regionColour(*its));
    m_curve->setCurve(path.speed);
    m_from->setValue(path.from * 100);
    m_to->setValue(path.to * 100);
    m_turn->setValue(toDegrees(path.turnRad));
    m_scale->setValue(path.scale * 100);
    m_oriented->setChecked(path.isOriented);
    m_ghosts->setValue(m_desk.session().ghosts());
    m_isShowing = false;
}

} // namespace dollygrip::ui
