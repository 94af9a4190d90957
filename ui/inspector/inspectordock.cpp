#include "ui/inspector/inspectordock.h"

#include "ui/filmdesk.h"
#include "ui/inspector/cameraform.h"
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

enum Page { ShotPage, MotionPage, CameraPage, LayersPage };

QWidget* scrolling(QWidget* form)
{
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

InspectorDock::InspectorDock(FilmDesk& desk, ShootChoices& choices, QWidget* parent)
    : QDockWidget(tr("Inspector"), parent), m_desk(desk)
{
    setObjectName(u"inspectorDock"_s);
    m_pages = new QTabWidget;
    m_pages->setDocumentMode(true);
    m_pages->addTab(scrolling(new ShotForm(desk)), tr("Shot"));
    m_pages->addTab(scrolling(new MotionForm(desk)), tr("Motion"));
    m_pages->addTab(scrolling(new CameraForm(desk)), tr("Camera"));
    m_pages->addTab(scrolling(new LayersForm(desk)), tr("Layers"));
    auto* shoot = new ShootForm(desk, choices);
    m_pages->addTab(scrolling(shoot), tr("Shoot"));
    m_pages->setUsesScrollButtons(false);
    connect(shoot, &ShootForm::castWanted, this, &InspectorDock::castWanted);
    connect(shoot, &ShootForm::modelsWanted, this, &InspectorDock::modelsWanted);
    m_pages->setMinimumWidth(280);
    setWidget(m_pages);

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

void InspectorDock::followTool()
{
    switch (m_desk.session().tool()) {
    case ToolKind::Region:
    case ToolKind::Lasso:
    case ToolKind::Arrow: m_pages->setCurrentIndex(MotionPage); break;
    case ToolKind::Camera: m_pages->setCurrentIndex(CameraPage); break;
    default: break;
    }
}

} // namespace dollygrip::ui
