#include "ui/canvas/transformbar.h"

#include "ui/inspector/numberfield.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

TransformBar::TransformBar(QWidget* canvas) : QWidget(canvas)
{
    setObjectName(u"transformBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(2), spacing(1), spacing(1), spacing(1));
    row->setSpacing(spacing(1));
    NumberField::Options turn;
    turn.minimum = -360;
    turn.maximum = 360;
    turn.step = 1;
    turn.decimals = 1;
    turn.unit = u"°"_s;
    m_turn = new NumberField(turn);
    m_turn->setToolTip(tr("Turn by so many degrees"));
    NumberField::Options size;
    size.minimum = 1;
    size.maximum = 2000;
    size.step = 1;
    size.decimals = 0;
    size.unit = u" %"_s;
    size.reset = 100;
    m_size = new NumberField(size);
    m_size->setToolTip(tr("Size, in percent of what it was when you picked it"));
    for (const auto& [text, field] :
         {std::pair(tr("Turn"), m_turn), std::pair(tr("Size"), m_size)}) {
        auto* label = new QLabel(text);
        label->setProperty("role", u"small"_s);
        row->addWidget(label);
        field->setFixedWidth(64);
        row->addWidget(field);
    }
    const auto button = [&](const QString& icon, const QString& tip, auto act) {
        auto* made = new QToolButton;
        made->setIcon(themedIcon(icon));
        made->setIconSize({18, 18});
        made->setFixedSize(kRowHeight, kRowHeight);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setFocusPolicy(Qt::NoFocus);
        connect(made, &QToolButton::clicked, this, act);
        row->addWidget(made);
    };
    button(u"flip-sideways"_s, tr("Mirror left and right (H)"),
           [this] { Q_EMIT flipWanted(true); });
    button(u"flip-upright"_s, tr("Mirror top and bottom (Ctrl+Alt+H)"),
           [this] { Q_EMIT flipWanted(false); });
    button(u"duplicate"_s, tr("Duplicate in place"), [this] { Q_EMIT duplicateWanted(); });
    button(u"delete"_s, tr("Delete (Del)"), [this] { Q_EMIT deleteWanted(); });
    connect(m_turn, &NumberField::edited, this, [this](double degrees) {
        const double by = degrees - m_degrees;
        m_degrees = degrees;
        Q_EMIT turned(by);
    });
    connect(m_size, &NumberField::edited, this, [this](double percent) {
        const double factor = percent / m_percent;
        m_percent = percent;
        Q_EMIT stretched(factor);
    });
    for (NumberField* field : {m_turn, m_size})
        connect(field, &NumberField::editFinished, this, &TransformBar::editFinished);
    reset();
}

void TransformBar::reset()
{
    m_degrees = 0;
    m_percent = 100;
    m_turn->setValue(0);
    m_size->setValue(100);
}

void TransformBar::place()
{
    adjustSize();
    const QWidget* canvas = parentWidget();
    move(std::max(4, (canvas->width() - width()) / 2), canvas->height() - height() - spacing(2));
    raise();
}

} // namespace dollygrip::ui
