#include "ui/camera/sensorfield.h"

#include "core/geometry/lenses.h"
#include "core/project/camerasetup.h"
#include "ui/filmdesk.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kNarrowest = 2;
constexpr double kWidest = 120;

} // namespace

SensorField::SensorField(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    m_sensor = new QComboBox;
    m_sensor->setEditable(true);
    m_sensor->setInsertPolicy(QComboBox::NoInsert);
    m_sensor->setMaxVisibleItems(24);
    m_sensor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sensor->setMinimumContentsLength(14);
    m_sensor->setToolTip(tr("The film's sensor: choose one, or type its width (25.3 mm)"));
    for (const SensorFormat& format : sensorFormats())
        m_sensor->addItem(
            tr("%1   %2 mm", "a sensor and its width")
                .arg(QString::fromUtf8(format.name), locale().toString(format.widthMm, 'f', 2)),
            format.widthMm);
    column->addWidget(m_sensor);
    m_keeps = new QComboBox;
    m_keeps->addItem(tr("Lenses stay"), false);
    m_keeps->addItem(tr("Pictures stay, lenses change"), true);
    m_keeps->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_keeps->setMinimumContentsLength(14);
    m_keeps->setToolTip(tr("What stays when the sensor changes"));
    column->addWidget(m_keeps);
    connect(m_sensor, &QComboBox::activated, this,
            [this](int index) { change(m_sensor->itemData(index).toDouble()); });
    connect(m_sensor->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        static const QRegularExpression width(u"([0-9]+(?:[.,][0-9]+)?)\\s*(?:mm)?\\s*$"_s);
        const auto match = width.match(m_sensor->currentText());
        const double typed =
            match.hasMatch() ? match.captured(1).replace(u',', u'.').toDouble() : 0;
        if (typed >= kNarrowest && typed <= kWidest)
            change(typed);
        fill();
    });
    connect(&desk.document(), &Document::changed, this, &SensorField::fill);
    fill();
}

void SensorField::change(double widthMm)
{
    if (m_isShowing || std::abs(widthMm - m_desk.document().film().settings.sensorWidthMm) < 0.005)
        return;
    const bool keepsView = m_keeps->currentData().toBool();
    m_desk.edit(tr("Change sensor"),
                [&](Film& film) { return changeSensor(film, widthMm, keepsView); });
}

void SensorField::fill()
{
    m_isShowing = true;
    const double now = m_desk.document().film().settings.sensorWidthMm;
    int found = -1;
    for (int i = 0; i < m_sensor->count(); ++i) {
        if (std::abs(m_sensor->itemData(i).toDouble() - now) < 0.005)
            found = i;
    }
    m_sensor->setCurrentIndex(found);
    if (found < 0)
        m_sensor->setEditText(tr("%1 mm").arg(locale().toString(now, 'f', 2)));
    m_sensor->lineEdit()->setCursorPosition(0);
    m_isShowing = false;
}

} // namespace dollygrip::ui
