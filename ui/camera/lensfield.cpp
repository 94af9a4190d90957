#include "ui/camera/lensfield.h"

#include "core/geometry/lenses.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

LensField::LensField(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    column->addLayout(row);
    const auto step = [&](const QString& text, const QString& tip, int by) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setToolTip(tip);
        button->setFixedWidth(22);
        button->setAutoRepeat(true);
        connect(button, &QToolButton::clicked, this,
                [this, by] { choose(nextPrime(value(), by)); });
        row->addWidget(button);
    };
    step(u"‹"_s, tr("The next wider prime lens"), -1);
    m_number = focalField();
    row->addWidget(m_number, 1);
    step(u"›"_s, tr("The next longer prime lens"), 1);
    auto* primes = new QToolButton;
    primes->setText(u"▾"_s);
    primes->setFixedWidth(22);
    primes->setToolTip(tr("Prime lenses"));
    primes->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(primes);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const double mm : primeLenses()) {
            QAction* action = menu->addAction(
                tr("%1 mm   %2°")
                    .arg(locale().toString(mm, 'g', 4),
                         locale().toString(horizontalFieldOfViewDegrees(mm, m_sensorWidthMm), 'f',
                                           0)));
            action->setCheckable(true);
            action->setChecked(std::abs(mm - value()) < 0.05);
            connect(action, &QAction::triggered, this, [this, mm] { choose(mm); });
        }
    });
    primes->setMenu(menu);
    row->addWidget(primes);
    m_view = quietLabel();
    m_view->setWordWrap(false);
    m_view->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_view->setToolTip(tr("Horizontal field of view"));
    column->addWidget(m_view);
    connect(m_number, &NumberField::edited, this, &LensField::edited);
    connect(m_number, &NumberField::editFinished, this, &LensField::editFinished);
}

double LensField::value() const
{
    return m_number->value();
}

void LensField::setValue(double focalMm, double sensorWidthMm)
{
    m_sensorWidthMm = sensorWidthMm;
    m_number->setValue(focalMm);
    m_view->setText(
        tr("%1° across", "the field of view")
            .arg(locale().toString(horizontalFieldOfViewDegrees(focalMm, sensorWidthMm), 'f', 1)));
}

void LensField::choose(double focalMm)
{
    Q_EMIT edited(focalMm);
    Q_EMIT editFinished();
}

} // namespace dollygrip::ui
