#include "ui/topbar.h"

#include "ui/actions.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

/// Where one is, from the film to the panel. When there is no room the first places go, then the
/// end of the last one.
class PlaceLabel : public QLabel {
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

    void setPlaces(const QStringList& places)
    {
        m_places = places;
        setToolTip(places.join(kBetween));
        fit();
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        fit();
    }

private:
    void fit()
    {
        if (m_places.isEmpty())
            return;
        const QFontMetrics metrics = fontMetrics();
        const int room = contentsRect().width();
        QStringList shown = m_places;
        while (shown.size() > 1 && metrics.horizontalAdvance(shown.join(kBetween)) > room)
            shown.removeFirst();
        if (shown.size() == 1)
            shown.first() = metrics.elidedText(shown.first(), Qt::ElideRight, room);
        for (QString& place : shown)
            place = place.toHtmlEscaped().replace(u' ', u"&nbsp;"_s);
        const Theme& t = theme();
        shown.last() = u"<span style='color:%1'>%2</span>"_s.arg(t.text.name(), shown.last());
        setText(u"<span style='color:%1'>%2</span>"_s.arg(t.secondary.name(),
                                                          shown.join(u"&nbsp; \u25b8 &nbsp;"_s)));
    }

    static inline const QString kBetween = u"  \u25b8  "_s;
    QStringList m_places;
};

TopBar::TopBar(FilmDesk& desk, Actions& actions, Settings& settings, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_settings(settings)
{
    setObjectName(u"topBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, spacing(2), 0);
    row->setSpacing(spacing(2));
    m_menus = new QMenuBar;
    m_menus->setNativeMenuBar(false);
    m_menus->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    row->addWidget(m_menus);
    buildMenus(actions);

    m_place = new PlaceLabel;
    m_place->setObjectName(u"place"_s);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_place->setAlignment(Qt::AlignCenter);
    m_place->setTextFormat(Qt::RichText);
    row->addWidget(m_place, 1);

    auto* workspaces = new QHBoxLayout;
    workspaces->setSpacing(0);
    for (const QString& id : {u"view.board"_s, u"view.stage"_s, u"view.cut"_s, u"view.review"_s}) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions.at(id));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::NoFocus);
        button->setMinimumSize(56, 26);
        workspaces->addWidget(button);
    }
    row->addLayout(workspaces);
    row->addSpacing(spacing(3));
    auto* label = new QLabel(tr("take:"));
    label->setProperty("role", u"secondary"_s);
    row->addWidget(label);
    m_quality = new QComboBox;
    m_quality->setObjectName(u"quality"_s);
    m_quality->setFocusPolicy(Qt::NoFocus);
    m_quality->addItem(tr("move"), int(generator::Quality::Move));
    m_quality->addItem(tr("draft"), int(generator::Quality::Draft));
    m_quality->addItem(tr("final"), int(generator::Quality::Final));
    m_quality->setItemData(0, tr("The move with its holes filled"), Qt::ToolTipRole);
    m_quality->setItemData(1, tr("Quick and small"), Qt::ToolTipRole);
    m_quality->setItemData(2, tr("Full size"), Qt::ToolTipRole);
    m_quality->setToolTip(tr("How good the next take is: move, draft or final"));
    const auto saved =
        generator::qualityFromText(settings.text(u"takes/quality"_s, u"draft"_s).toStdString());
    m_quality->setCurrentIndex(
        m_quality->findData(int(saved ? *saved : generator::Quality::Draft)));
    row->addWidget(m_quality);
    m_shoot = new QPushButton(tr("Shoot"));
    m_shoot->setObjectName(u"shoot"_s);
    m_shoot->setProperty("primary", true);
    m_shoot->setFocusPolicy(Qt::NoFocus);
    m_shoot->setMinimumWidth(84);
    m_shoot->setToolTip(actions.at(u"take.shoot"_s)->toolTip());
    row->addWidget(m_shoot);

    connect(m_shoot, &QPushButton::clicked, actions.at(u"take.shoot"_s), &QAction::trigger);
    connect(m_quality, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setText(u"takes/quality"_s,
                           QString::fromStdString(generator::toText(quality())));
    });
    connect(&desk.session(), &Session::shotChanged, this, &TopBar::showPlace);
    connect(&desk.session(), &Session::panelChanged, this, &TopBar::showPlace);
    connect(&desk.document(), &Document::changed, this, &TopBar::showPlace);
    showPlace();
}

generator::Quality TopBar::quality() const
{
    return generator::Quality(m_quality->currentData().toInt());
}

void TopBar::buildMenus(Actions& actions)
{
    for (const QString& name : Actions::menuNames()) {
        QMenu* menu = m_menus->addMenu(Actions::menuTitle(name));
        menu->setObjectName(name);
        menu->setToolTipsVisible(false);
        if (name == "motion"_L1) {
            QMenu* moves = menu->addMenu(Actions::menuTitle(u"camera"_s));
            moves->setIcon(actions.at(u"tool.camera"_s)->icon());
            moves->addActions(actions.menu(u"camera"_s));
            menu->addSeparator();
        }
        for (QAction* action : actions.menu(name)) {
            if (action)
                menu->addAction(action);
            else
                menu->addSeparator();
            if (action && action->objectName() == "film.open"_L1) {
                QMenu* recent = menu->addMenu(tr("Open recent"));
                connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
            }
        }
    }
}

void TopBar::fillRecent(QMenu* menu)
{
    menu->clear();
    for (const QString& path : m_settings.recentFilms()) {
        QAction* action = menu->addAction(QFileInfo(path).completeBaseName());
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No films yet"))->setEnabled(false);
}

QString TopBar::filmName() const
{
    const QString title = m_desk.document().film().settings.title;
    return title.isEmpty() ? QFileInfo(m_desk.store().path()).completeBaseName() : title;
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange && m_place)
        showPlace(); // its colours are in its text
    QWidget::changeEvent(event);
}

void TopBar::showPlace()
{
    const Film& film = m_desk.document().film();
    QStringList places{filmName()};
    if (const auto id = m_desk.session().shotId()) {
        const auto scene = film.sceneOf(*id);
        const auto shot = film.shot(*id);
        for (qsizetype i = 0; scene && i < film.scenes.size(); ++i) {
            if (film.scenes[i] == scene)
                places += tr("Scene %1").arg(i + 1);
        }
        if (shot) {
            places += tr("Shot %1").arg(shot->name);
            const auto panel = m_desk.session().panelId();
            for (qsizetype i = 0; shot->panels.size() > 1 && i < shot->panels.size(); ++i) {
                if (panel && shot->panels[i]->id == *panel)
                    places += tr("Panel %1").arg(i + 1);
            }
        }
    }
    m_place->setPlaces(places);
}

} // namespace dollygrip::ui
