#include "ui/storyboard/boardbar.h"

#include "ui/filmdesk.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/boardview.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

BoardBar::BoardBar(FilmDesk& desk, BoardView& view, QAction& grid, QAction& captions,
                   QWidget* parent)
    : QWidget(parent), m_desk(desk), m_view(view)
{
    setObjectName(u"boardBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, spacing(2), 2);
    row->setSpacing(spacing(1));
    auto* title = new QLabel(tr("Boards"));
    title->setProperty("role", u"secondary"_s);
    row->addWidget(title);
    m_count = new QLabel;
    m_count->setProperty("role", u"small"_s);
    m_count->setContentsMargins(spacing(2), 0, 0, 0);
    row->addWidget(m_count);
    row->addStretch(1);
    const auto button = [&](QAction& action) {
        auto* made = new QToolButton;
        made->setDefaultAction(&action);
        made->setAutoRaise(true);
        made->setIconSize(QSize(16, 16));
        made->setFixedSize(26, 22);
        made->setFocusPolicy(Qt::NoFocus);
        row->addWidget(made);
        return made;
    };
    m_captions = button(captions);
    button(grid);
    m_size = new QSlider(Qt::Horizontal);
    m_size->setObjectName(u"boardSize"_s);
    m_size->setRange(BoardView::kSmallestCard, BoardView::kLargestCard);
    m_size->setValue(view.cardHeight());
    m_size->setFixedWidth(110);
    m_size->setFocusPolicy(Qt::NoFocus);
    m_size->setToolTip(tr("Size of the boards. Ctrl with the wheel does the same."));
    m_size->setAccessibleName(tr("Size of the boards"));
    row->addWidget(m_size);
    connect(m_size, &QSlider::valueChanged, &view, &BoardView::setCardHeight);
    connect(&view, &BoardView::cardHeightChanged, m_size, &QSlider::setValue);
    connect(&view, &BoardView::modeChanged, this, &BoardBar::showMode);
    connect(&desk.boards(), &BoardSelection::changed, this, &BoardBar::showCount);
    connect(&desk.document(), &Document::changed, this, &BoardBar::showCount);
    showCount();
    showMode();
}

QSize BoardBar::minimumSizeHint() const
{
    return {120, 26};
}

void BoardBar::showCount()
{
    qsizetype boards = 0;
    for (const auto& scene : m_desk.document().film().scenes) {
        for (const auto& shot : scene->shots)
            boards += shot->panels.size();
    }
    const qsizetype selected = m_desk.boards().panels().size();
    m_count->setText(selected > 1 ? tr("%1 of %2 selected").arg(selected).arg(boards)
                                  : QString::number(boards));
}

void BoardBar::showMode()
{
    // A strip is as high as its room.
    const bool isGrid = m_view.mode() == BoardMode::Grid;
    m_size->setVisible(isGrid);
    m_captions->setVisible(isGrid);
}

} // namespace dollygrip::ui
