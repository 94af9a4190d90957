#include "ui/inspector/fieldhelpers.h"

#include "core/geometry/camera.h"
#include "core/geometry/speedcurve.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSlider>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

class WheelGuard : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return false;
        event->ignore(); // goes on to the page
        return true;
    }
};

} // namespace

void letWheelScroll(QWidget& part)
{
    auto* guard = new WheelGuard(&part);
    const auto watch = [guard](QWidget* widget) {
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(guard);
    };
    for (QComboBox* box : part.findChildren<QComboBox*>())
        watch(box);
    for (QSlider* slider : part.findChildren<QSlider*>())
        watch(slider);
}

std::optional<double> framesFromText(const QString& text, FrameRate rate)
{
    static const QRegularExpression seconds(
        u"^([0-9]+(?:[.,][0-9]+)?)\\s*s(?:\\s*([0-9]+)\\s*f?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression frames(u"^([0-9]+)\\s*f$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (const auto match = seconds.match(text); match.hasMatch()) {
        QString number = match.captured(1);
        number.replace(u',', u'.');
        return std::round(number.toDouble() * rate.perSecond()) + match.captured(2).toDouble();
    }
    if (const auto match = frames.match(text); match.hasMatch())
        return match.captured(1).toDouble();
    if (text.contains(u':'))
        if (const auto frame = frameFromTimecode(text.toStdString(), rate))
            return double(*frame);
    return std::nullopt;
}

QString framesToText(double frames, FrameRate rate)
{
    const auto count = qint64(frames);
    const int nominal = rate.nominal();
    return u"%1 s %2 f"_s.arg(count / nominal).arg(count % nominal, 2, 10, QChar(u'0'));
}

NumberField* degreesField(double reset, double step)
{
    return new NumberField({-3600, 3600, step, 1, u"°"_s, reset, {}, {}});
}

NumberField* metresField(double minimum, double maximum, double reset)
{
    return new NumberField({minimum, maximum, 0.05, 2, u"m"_s, reset, {}, {}});
}

NumberField* percentField(double reset)
{
    return new NumberField({0, 100, 1, 0, u"%"_s, reset, {}, {}});
}

NumberField* focalField()
{
    return new NumberField({4, 1000, 1, 1, u"mm"_s, kDefaultFocalMm, {}, {}});
}

QFormLayout* inspectorForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    form->setHorizontalSpacing(spacing(3));
    form->setVerticalSpacing(spacing(2));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

void alignLabels(const QList<QFormLayout*>& forms)
{
    QList<QWidget*> labels;
    for (const QFormLayout* form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
            if (item && item->widget())
                labels += item->widget();
        }
    }
    int widest = 0;
    for (QWidget* label : labels) {
        label->ensurePolished();
        widest = std::max(widest, label->sizeHint().width());
    }
    for (QWidget* label : labels)
        label->setMinimumWidth(widest);
}

QLabel* sectionHeading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", u"section"_s);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, spacing(2), 0, 0);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return label;
}

QLabel* quietLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", u"secondary"_s);
    label->setWordWrap(true);
    return label;
}

QComboBox* easeBox()
{
    auto* box = new QComboBox;
    box->addItem(Words::tr("Even"), int(Ease::None));
    box->addItem(Words::tr("Ease in"), int(Ease::In));
    box->addItem(Words::tr("Ease out"), int(Ease::Out));
    box->addItem(Words::tr("Ease in and out"), int(Ease::InOut));
    box->addItem(Words::tr("Hold, then jump"), int(Ease::Hold));
    return box;
}

} // namespace dollygrip::ui
