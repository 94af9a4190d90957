#include "ui/inspector/inspectordock.h"

#include "ui/filmdesk.h"
#include "ui/inspector/cameraform.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/layersform.h"
#include "ui/inspector/motionform.h"
#include "ui/inspector/shootform.h"
#include "ui/inspector/shotform.h"
#include "ui/session.h"

#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

enum Page { ShotPage, MotionPage, CameraPage, LayersPage, ShootPage };

QWidget* scrolling(QWidget* form)
{
    letWheelScroll(*form);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // What a page does not need stays below it, not between its rows.
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(form);
    column->addStretch(1);
    area->setWidget(holder);
    return area;
}

} // namespace

InspectorDock::InspectorDock(FilmDesk& desk, ShootChoices& choices, QWidget* parent, Pages pages)
    : QDockWidget(tr("Inspector"), parent), m_desk(desk), m_choices(choices)
{
    setObjectName(u"inspectorDock"_s);
    m_pages = new QTabWidget;
    m_pages->setDocumentMode(true);
    m_pages->setUsesScrollButtons(false);
    m_pages->setMinimumWidth(280);
    setWidget(m_pages);
    while (pages == Pages::All && addNextPage()) {
    }

    connect(&desk.session(), &Session::toolChanged, this, &InspectorDock::followTool);
    connect(&desk.session(), &Session::regionChanged, this, [this] {
        if (m_desk.session().regionId())
            m_pages->setCurrentIndex(MotionPage);
    });
    connect(&desk.session(), &Session::cameraKeyChanged, this, [this] {
        if (m_desk.session().cameraKey() >= 0)
            m_pages->setCurrentIndex(CameraPage);
    });
}

bool InspectorDock::addNextPage()
{
    switch (m_pages->count()) {
    case ShotPage: m_pages->addTab(scrolling(new ShotForm(m_desk)), tr("Shot")); return true;
    case MotionPage: m_pages->addTab(scrolling(new MotionForm(m_desk)), tr("Motion")); return true;
    case CameraPage: {
        auto* camera = new CameraForm(m_desk);
        connect(camera, &CameraForm::movesWanted, this, &InspectorDock::movesWanted);
        connect(camera, &CameraForm::curvesWanted, this, &InspectorDock::curvesWanted);
        connect(camera, &CameraForm::topViewWanted, this, &InspectorDock::topViewWanted);
        m_pages->addTab(scrolling(camera), tr("Camera"));
        return true;
    }
    case LayersPage: m_pages->addTab(scrolling(new LayersForm(m_desk)), tr("Layers")); return true;
    case ShootPage: {
        auto* shoot = new ShootForm(m_desk, m_choices);
        connect(shoot, &ShootForm::castWanted, this, &InspectorDock::castWanted);
        connect(shoot, &ShootForm::modelsWanted, this, &InspectorDock::modelsWanted);
        m_pages->addTab(scrolling(shoot), tr("Shoot"));
        return true;
    }
    default: return false;
    }
}

void InspectorDock::followTool()
{
    switch (m_desk.session().tool()) {
    case ToolKind::Region:
    case ToolKind::Lasso:
    case ToolKind::Outline:
    case ToolKind::Arrow: m_pages->setCurrentIndex(MotionPage); break;
    case ToolKind::Camera: m_pages->setCurrentIndex(CameraPage); break;
    default: break;
    }
}

} // namespace dollygrip::ui
