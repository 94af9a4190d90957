#include "ui/camera/topviewpanel.h"

#include "ui/camera/topview.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

TopViewPanel::TopViewPanel(FilmDesk& desk, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"topViewPanel"_s);
    m_view = new TopView(desk);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing(2), spacing(1), spacing(2), spacing(1));
    row->setSpacing(2);
    auto* sides = new QButtonGroup(this);
    const auto side = [&](const QString& text, const QString& use, TopView::Side which) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setToolTip(use);
        button->setCheckable(true);
        button->setChecked(m_view->side() == which);
        button->setFocusPolicy(Qt::NoFocus);
        button->setFixedHeight(kRowHeight);
        sides->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, m_view, [this, which] { m_view->setSide(which); });
    };
    side(tr("Top"), tr("The set from above: truck, dolly and pan"), TopView::Side::Top);
    side(tr("Side"), tr("The set from its right side: pedestal, dolly and tilt"),
         TopView::Side::Right);
    row->addStretch(1);
    auto* keeps = new QCheckBox(tr("Same size in the picture"));
    keeps->setToolTip(tr("A sheet that is dragged away grows with its distance and fills the same\n"
                         "part of the picture. Off: it keeps its metres and looks smaller."));
    keeps->setChecked(m_view->keepsSize());
    connect(keeps, &QCheckBox::toggled, m_view, &TopView::setKeepsSize);
    row->addWidget(keeps);
    auto* fit = new QToolButton;
    fit->setIcon(themedIcon(u"fit"_s));
    fit->setToolTip(tr("Everything in sight (F)"));
    fit->setFocusPolicy(Qt::NoFocus);
    connect(fit, &QToolButton::clicked, m_view, &TopView::fit);
    row->addWidget(fit);
    column->addLayout(row);
    column->addWidget(m_view, 1);
}

} // namespace dollygrip::ui
