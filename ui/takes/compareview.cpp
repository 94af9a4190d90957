#include "ui/takes/compareview.h"

#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/takes/picturepane.h"
#include "ui/takes/picturereader.h"
#include "ui/takes/scrubbar.h"
#include "ui/takes/takecard.h"
#include "ui/takes/takevalues.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

CompareView::CompareView(FilmDesk& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setObjectName(u"compareView"_s);
    setWindowTitle(tr("Compare takes"));
    setModal(false);
    resize(1040, 520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(3));
    auto* top = new QHBoxLayout;
    top->setSpacing(spacing(2));
    auto* panes = new QHBoxLayout;
    panes->setSpacing(spacing(2));
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        Side& side = m_sides[i];
        side.choice = new QComboBox;
        side.choice->setObjectName(i == 0 ? u"takeA"_s : u"takeB"_s);
        side.choice->setMinimumWidth(240);
        side.pane = new PicturePane(i == 0 ? u"A"_s : u"B"_s);
        side.pane->setObjectName(i == 0 ? u"paneA"_s : u"paneB"_s);
        side.reader = new PictureReader(this);
        panes->addWidget(side.pane, 1);
        connect(side.choice, &QComboBox::activated, this, &CompareView::readFrame);
        connect(side.reader, &PictureReader::arrived, this,
                [this, i](const QString&, const QImage& image) {
                    m_sides[i].image = image;
                    showImages();
                });
    }
    top->addWidget(m_sides[0].choice);
    m_wipe = new QToolButton;
    m_wipe->setObjectName(u"wipe"_s);
    m_wipe->setIcon(themedIcon(u"compare"_s));
    m_wipe->setText(tr("Wipe"));
    m_wipe->setToolTip(tr("One over the other; drag the line (W)"));
    m_wipe->setShortcut(Qt::Key_W);
    m_wipe->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_wipe->setCheckable(true);
    top->addStretch(1);
    top->addWidget(m_wipe);
    top->addStretch(1);
    top->addWidget(m_sides[1].choice);
    column->addLayout(top);
    column->addLayout(panes, 1);
    m_scrub = new ScrubBar(desk);
    column->addWidget(m_scrub);
    connect(m_wipe, &QToolButton::toggled, this, &CompareView::setWiping);
    connect(m_scrub, &ScrubBar::frameChanged, this, &CompareView::readFrame);
    connect(&desk.session(), &Session::shotChanged, this, &CompareView::listTakes);
    connect(&desk.takes(), &TakeStore::takeAdded, this, &CompareView::listTakes);
    connect(&desk.takes(), &TakeStore::takeRemoved, this, &CompareView::listTakes);
    listTakes();
}

bool CompareView::isWiping() const
{
    return m_wipe->isChecked();
}

void CompareView::listTakes()
{
    QList<Take> takes;
    if (const auto shot = m_desk.session().shotId())
        takes = m_desk.takes().takesOf(*shot);
    std::reverse(takes.begin(), takes.end());
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        QComboBox* box = m_sides[i].choice;
        const QVariant chosen = box->currentData();
        box->clear();
        for (const Take& take : std::as_const(takes))
            box->addItem(tr("%1 of %2, seed %3")
                             .arg(qualityText(take.quality),
                                  QLocale().toString(take.made.toLocalTime(), QLocale::ShortFormat))
                             .arg(take.seed),
                         take.id.toText());
        const int known = box->findData(chosen);
        box->setCurrentIndex(known >= 0 ? known : std::min(int(i), box->count() - 1));
    }
    readFrame();
}

void CompareView::showTakes(const TakeId& left, const std::optional<TakeId>& right)
{
    listTakes();
    const auto choose = [](QComboBox* box, const QString& id) {
        const int at = box->findData(id);
        if (at >= 0)
            box->setCurrentIndex(at);
    };
    choose(m_sides[0].choice, left.toText());
    if (right)
        choose(m_sides[1].choice, right->toText());
    else if (m_sides[1].choice->count() > 1)
        m_sides[1].choice->setCurrentIndex(m_sides[0].choice->currentIndex() == 0 ? 1 : 0);
    readFrame();
}

std::optional<Take> CompareView::takeOf(const Side& side) const
{
    const auto id = TakeId::fromText(side.choice->currentData().toString());
    return id ? m_desk.takes().take(*id) : std::nullopt;
}

void CompareView::setWiping(bool isWiping)
{
    m_sides[1].pane->setVisible(!isWiping);
    showImages();
}

void CompareView::readFrame()
{
    for (Side& side : m_sides) {
        const auto take = takeOf(side);
        side.pane->setDetail(take ? scoreText(takeScore(*take)) : QString());
        side.pane->setHint(take ? QString() : tr("No takes of this shot yet."));
        if (take) {
            const FrameIndex n = std::min(m_scrub->frame(), take->frames - 1);
            side.reader->read(takePicturePath(take->folder, n), QSize(2048, 2048));
        } else {
            side.image = QImage();
            side.pane->setImage({});
        }
    }
}

void CompareView::showImages()
{
    const bool isWiping = this->isWiping();
    m_sides[0].pane->setImage(isWiping ? m_sides[1].image : m_sides[0].image);
    m_sides[0].pane->setOver(isWiping ? m_sides[0].image : QImage());
    m_sides[0].pane->setName(isWiping ? tr("A over B") : u"A"_s);
    m_sides[1].pane->setImage(m_sides[1].image);
}

} // namespace dollygrip::ui
