#include "ui/dialogs/picturesizedialog.h"

#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/poolwork.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr QSize kPreview(220, 160);

struct Shape {
    int width;
    int height;
    const char* name;
};
constexpr std::array kShapes = {
    Shape{1920, 1080, QT_TRANSLATE_NOOP("PictureSizeDialog", "16:9 HD")},
    Shape{3840, 2160, QT_TRANSLATE_NOOP("PictureSizeDialog", "16:9 UHD")},
    Shape{2048, 858, QT_TRANSLATE_NOOP("PictureSizeDialog", "2.39:1 Scope")},
    Shape{1998, 1080, QT_TRANSLATE_NOOP("PictureSizeDialog", "1.85:1 Flat")},
    Shape{2000, 1000, QT_TRANSLATE_NOOP("PictureSizeDialog", "2:1 Univisium")},
    Shape{1480, 1080, QT_TRANSLATE_NOOP("PictureSizeDialog", "1.37:1 Academy")},
    Shape{1440, 1080, QT_TRANSLATE_NOOP("PictureSizeDialog", "4:3")},
    Shape{1080, 1080, QT_TRANSLATE_NOOP("PictureSizeDialog", "Square")},
    Shape{1080, 1920, QT_TRANSLATE_NOOP("PictureSizeDialog", "9:16 upright")},
};

NumberField* sideField()
{
    return new NumberField({16, 8192, 2, 0, u"px"_s, 1080, {}, {}});
}

/// The panel in the new frame, with the edge of the old frame where it shows.
QImage previewOf(const Film& film, const std::shared_ptr<PictureCache>& cache, const Panel& panel,
                 const QSize& size, Reframing how, const QSize& room)
{
    Film framed = film;
    framed.settings.size = size;
    const FrameChange change(film.settings.size, size, how);
    const QSize paper =
        QSizeF(size).scaled(QSizeF(room), Qt::KeepAspectRatio).toSize().expandedTo({8, 8});
    const PanelPainter painter(framed, cache);
    QImage image = toQImage(painter.panel(reframed(panel, change), paper))
                       .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const Eigen::Vector2d min = change({0, 0});
    const Eigen::Vector2d max = change({1, 1});
    QPainter edge(&image);
    edge.setPen(QPen(QColor(0x4c, 0xc3, 0xee), 1, Qt::DashLine));
    edge.drawRect(QRectF(QPointF(min.x() * paper.width(), min.y() * paper.height()),
                         QPointF(max.x() * paper.width(), max.y() * paper.height()))
                      .adjusted(0.5, 0.5, -0.5, -0.5));
    return image;
}

} // namespace

PictureSizeDialog::PictureSizeDialog(FilmDesk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk)
{
    setWindowTitle(tr("Picture size"));
    setObjectName(u"pictureSizeDialog"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(3));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(spacing(2));
    m_shape = new QComboBox;
    m_shape->setPlaceholderText(tr("Another shape"));
    for (const Shape& shape : kShapes)
        m_shape->addItem(u"%1   %2 × %3"_s.arg(tr(shape.name)).arg(shape.width).arg(shape.height),
                         QSize(shape.width, shape.height));
    m_width = sideField();
    m_height = sideField();
    fields->addWidget(m_shape, 1);
    fields->addWidget(m_width);
    fields->addWidget(new QLabel(u"×"_s));
    fields->addWidget(m_height);
    column->addLayout(fields);

    const std::array<std::tuple<Reframing, QString, QString>, 3> ways = {{
        {Reframing::Crop, tr("Crop"),
         tr("The old frame fills the new one. What does not fit lies outside.")},
        {Reframing::Fit, tr("Fit"), tr("All of the old frame is seen, with paper beside it.")},
        {Reframing::Extend, tr("Extend"),
         tr("Drawings keep their size in pixels. The frame shows more paper, or less.")},
    }};
    auto* choices = new QHBoxLayout;
    choices->setSpacing(spacing(3));
    for (const auto& [how, name, use] : ways) {
        auto* one = new QVBoxLayout;
        Choice choice{how, new QPushButton(name), new QLabel};
        choice.button->setCheckable(true);
        choice.button->setAutoExclusive(true);
        choice.button->setAutoDefault(false);
        choice.button->setToolTip(use);
        choice.picture->setFixedSize(kPreview);
        choice.picture->setAlignment(Qt::AlignCenter);
        QLabel* words = quietLabel(use);
        words->setFixedWidth(kPreview.width());
        one->addWidget(choice.picture);
        one->addWidget(choice.button);
        one->addWidget(words, 0, Qt::AlignTop);
        choices->addLayout(one);
        connect(choice.button, &QPushButton::clicked, this, [this, how = how] { choose(how); });
        m_choices.append(choice);
    }
    column->addLayout(choices);
    m_words = quietLabel();
    column->addWidget(m_words);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_change = buttons->addButton(tr("Change size"), QDialogButtonBox::AcceptRole);
    m_change->setProperty("primary", true);
    m_change->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_shape, &QComboBox::activated, this,
            [this](int index) { setSize(m_shape->itemData(index).toSize()); });
    for (NumberField* field : {m_width, m_height})
        connect(field, &NumberField::edited, this, &PictureSizeDialog::showChoices);
    choose(m_how);
    setSize(desk.document().film().settings.size);
}

QSize PictureSizeDialog::size() const
{
    const auto even = [](double side) { return std::max(16, int(std::lround(side / 2)) * 2); };
    return {even(m_width->value()), even(m_height->value())};
}

void PictureSizeDialog::setSize(const QSize& size)
{
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    showChoices();
}

void PictureSizeDialog::choose(Reframing how)
{
    m_how = how;
    for (const Choice& choice : m_choices)
        choice.button->setChecked(choice.how == how);
}

void PictureSizeDialog::showChoices()
{
    const QSize wanted = size();
    m_shape->setCurrentIndex(m_shape->findData(wanted));
    const QSize now = m_desk.document().film().settings.size;
    const bool isSame = wanted == now;
    const double aspect = double(wanted.width()) / wanted.height();
    m_words->setText(isSame ? tr("The film has this size.")
                            : tr("%L1 : 1 instead of %L2 : 1. Every shot is changed, in one step "
                                 "that can be undone.")
                                  .arg(aspect, 0, 'f', 2)
                                  .arg(double(now.width()) / now.height(), 0, 'f', 2));
    m_change->setEnabled(!isSame);
    ++m_asked;
    for (const Choice& choice : m_choices)
        paint(choice.how);
}

void PictureSizeDialog::paint(Reframing how)
{
    const auto shot = m_desk.session().shot();
    const auto panel = m_desk.session().panelId();
    if (!shot || !panel)
        return;
    for (const auto& one : shot->panels) {
        if (one->id != *panel)
            continue;
        const double ratio = devicePixelRatioF();
        inPool(
            this,
            [film = m_desk.document().film(), cache = m_desk.pictures(), one, wanted = size(), how,
             room = (QSizeF(kPreview) * ratio).toSize()] {
                return previewOf(film, cache, *one, wanted, how, room);
            },
            [this, how, ratio, asked = m_asked](const QImage& image) {
                if (asked != m_asked)
                    return;
                QPixmap pixmap = QPixmap::fromImage(image);
                pixmap.setDevicePixelRatio(ratio);
                for (const Choice& choice : m_choices) {
                    if (choice.how == how)
                        choice.picture->setPixmap(pixmap);
                }
            });
    }
}

void PictureSizeDialog::accept()
{
    const QSize wanted = size();
    const Reframing how = m_how;
    if (m_desk.edit(tr("Change picture size"),
                    [&](Film& film) { return reframeFilm(film, wanted, how); }))
        QDialog::accept();
}

} // namespace dollygrip::ui
