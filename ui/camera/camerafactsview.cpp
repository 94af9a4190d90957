#include "ui/camera/camerafactsview.h"

#include "core/geometry/lenses.h"
#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "ui/filmdesk.h"
#include "ui/poolwork.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kSettleMs = 200;
constexpr double kDegrees = 180 / std::numbers::pi;
constexpr double kLeastM = 0.005;
constexpr double kLeastDegrees = 0.05;

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString signedNumber(double value, int decimals)
{
    return (value > 0   ? u"+"_s
            : value < 0 ? u"−"_s
                        : QString())
           + number(std::abs(value), decimals);
}

} // namespace

CameraFactsView::CameraFactsView(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    setObjectName(u"cameraFacts"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(spacing(3));
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    m_warningText = new QLabel;
    m_warningText->setWordWrap(true);
    m_warningText->setTextFormat(Qt::RichText);
    m_warningText->setFocusPolicy(Qt::TabFocus);
    m_warningText->setTextInteractionFlags(Qt::LinksAccessibleByMouse
                                           | Qt::LinksAccessibleByKeyboard);
    column->addWidget(m_warningText);
    connect(m_warningText, &QLabel::linkActivated, this, [this](const QString& link) {
        Session& session = m_desk.session();
        session.setPlayhead(session.playhead() - session.shotFrame() + link.toLongLong());
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &CameraFactsView::look);
    const Session& session = desk.session();
    connect(&session, &Session::shotChanged, this, [this] {
        m_warnings.clear();
        fill();
    });
    connect(&session, &Session::shotEdited, this, &CameraFactsView::fill);
    fill();
}

QList<CameraFactsView::Row> CameraFactsView::rows(const CameraFacts& facts, double sensorWidthMm)
{
    QList<Row> rows;
    if (!facts.isMoving)
        return rows;
    rows.append({tr("Takes"), tr("%1 s").arg(number(facts.seconds, 1))});
    if (facts.trackM > kLeastM)
        rows.append({tr("Track"), tr("%1 m").arg(number(facts.trackM, 2))});
    const bool rises = std::max(-facts.lowestM, facts.highestM) > kLeastM;
    if (rises) {
        QString text = tr("%1 m").arg(signedNumber(facts.heightM, 2));
        if (facts.highestM - std::max(0.0, facts.heightM) > 0.05)
            text = tr("%1 m, up to %2 m")
                       .arg(signedNumber(facts.heightM, 2), signedNumber(facts.highestM, 2));
        rows.append({tr("Height"), text});
    }
    if (facts.fastestMps > 0.01)
        rows.append({tr("Speed"), tr("up to %1 m/s").arg(number(facts.fastestMps, 2))});
    const auto angle = [&](const QString& name, double turn, double speed) {
        if (speed * kDegrees > kLeastDegrees)
            rows.append(
                {name, tr("%1°, up to %2°/s")
                           .arg(signedNumber(turn * kDegrees, 1), number(speed * kDegrees, 1))});
    };
    angle(tr("Pan"), facts.panRad, facts.panRadPerSecond);
    angle(tr("Tilt"), facts.tiltRad, facts.tiltRadPerSecond);
    angle(tr("Roll"), facts.rollRad, facts.rollRadPerSecond);
    const auto view = [&](double mm) {
        return number(horizontalFieldOfViewDegrees(mm, sensorWidthMm), 0) + u"°"_s;
    };
    if (facts.longestMm - facts.shortestMm > 0.05)
        rows.append({tr("Lens"), tr("%1 → %2 mm (sees %3 → %4)")
                                     .arg(number(facts.startMm, 0), number(facts.endMm, 0),
                                          view(facts.startMm), view(facts.endMm))});
    if (facts.longestMm - facts.shortestMm > 0.05) {
        const auto zooms = zoomLenses();
        const auto fits = std::find_if(zooms.begin(), zooms.end(), [&](const ZoomLens& zoom) {
            return zoom.shortestMm <= facts.shortestMm + 0.05
                   && zoom.longestMm >= facts.longestMm - 0.05;
        });
        rows.append({tr("Zoom"), fits != zooms.end()
                                     ? tr("%1–%2 mm spans it")
                                           .arg(QLocale().toString(fits->shortestMm, 'g', 4),
                                                QLocale().toString(fits->longestMm, 'g', 4))
                                     : tr("no usual zoom lens spans it")});
    }
    return rows;
}

QString CameraFactsView::text(const CameraWarning& warning)
{
    const FrameIndex frame = warning.frame + 1;
    if (warning.kind == CameraWarning::Kind::PassesThrough)
        return tr("The camera goes through “%1” at frame %2.").arg(warning.layer).arg(frame);
    switch (warning.side) {
    case CameraWarning::Side::Left:
        return tr("The paper runs out at the left from frame %1.").arg(frame);
    case CameraWarning::Side::Right:
        return tr("The paper runs out at the right from frame %1.").arg(frame);
    case CameraWarning::Side::Top:
        return tr("The paper runs out at the top from frame %1.").arg(frame);
    case CameraWarning::Side::Bottom:
        return tr("The paper runs out at the bottom from frame %1.").arg(frame);
    }
    return {};
}

QString CameraFactsView::text(const CameraFacts::Judder& judder, FrameRate rate)
{
    return tr("May judder at frame %1: things cross the picture in %2 s; %3 s is smooth at %4 "
              "frames a second.")
        .arg(judder.frame + 1)
        .arg(number(judder.widthSeconds, 1), number(judder.neededSeconds, 1),
             QLocale().toString(rate.perSecond(), 'g', 4));
}

void CameraFactsView::fill()
{
    const auto shot = m_desk.session().shot();
    const FilmSettings& film = m_desk.document().film().settings;
    QList<Row> shown;
    if (shot) {
        CameraPath path = shot->camera;
        path.sensorWidthMm = film.sensorWidthMm;
        m_facts = cameraFacts(path, shot->length, film.rate, film.aspect(), subjectDistance(*shot));
        shown = rows(m_facts, film.sensorWidthMm);
    } else {
        m_facts = {};
    }
    while (m_labels.size() < 2 * shown.size()) {
        auto* label = new QLabel;
        const bool isName = m_labels.size() % 2 == 0;
        if (isName)
            label->setProperty("role", u"secondary"_s);
        m_grid->addWidget(label, int(m_labels.size() / 2), isName ? 0 : 1);
        m_labels.append(label);
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        const bool isShown = i / 2 < shown.size();
        m_labels[i]->setVisible(isShown);
        if (isShown)
            m_labels[i]->setText(i % 2 == 0 ? shown[i / 2].name : shown[i / 2].value);
    }
    showWarnings();
    m_settle.start();
}

// Asks the drawings how far they reach: thousands of strokes, so not here.
void CameraFactsView::look()
{
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    const int look = ++m_look;
    Film film;
    film.settings = m_desk.document().film().settings;
    film.assets = m_desk.document().film().assets;
    inPool(
        this,
        [shot, film, pictures = m_desk.pictures()] {
            const PanelPainter painter(film, pictures);
            DrawnPlaces places(painter, film.settings, *shot);
            return cameraWarnings(*shot, film.settings,
                                  [&](const Layer& layer, const Eigen::Vector2d& at,
                                      bool isFarthest) { return places(layer, at, isFarthest); });
        },
        [this, look](const QList<CameraWarning>& warnings) {
            if (look != m_look)
                return;
            m_warnings = warnings;
            showWarnings();
        });
}

void CameraFactsView::showWarnings()
{
    QStringList lines;
    const QString tone = theme().subject.name();
    const auto line = [&](const QString& sentence, FrameIndex frame) {
        lines += u"<tr><td style='color:%1; padding-right:6px'>⚠</td><td><a href='%2' "
                 u"style='color:%3; text-decoration:none'>%4</a></td></tr>"_s.arg(
                     tone, QString::number(frame), theme().text.name(), sentence.toHtmlEscaped());
    };
    if (m_facts.judder)
        line(text(*m_facts.judder, m_desk.document().film().settings.rate), m_facts.judder->frame);
    for (const CameraWarning& warning : m_warnings)
        line(text(warning), warning.frame);
    m_warningText->setVisible(!lines.isEmpty());
    m_warningText->setText(lines.isEmpty() ? QString()
                                           : u"<table>%1</table>"_s.arg(lines.join(QString())));
    m_warningText->setToolTip(lines.isEmpty() ? QString() : tr("A click goes there."));
}

} // namespace dollygrip::ui
