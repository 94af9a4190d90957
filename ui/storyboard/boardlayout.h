#pragma once

#include "ui/storyboard/boarditemmodel.h"

#include <QRect>
#include <QSize>

#include <vector>

namespace dollygrip::ui {

enum class BoardMode { Strip, Grid };

/// Where a dragged shot would go.
struct BoardGap {
    SceneId scene = SceneId::create();
    qsizetype index = 0; ///< of the scene's shots, the dragged one still counted
    QRect mark;          ///< the line that shows it, content pixels
};

/// Where every row of the board stands, in content pixels. Pure.
class BoardLayout {
public:
    BoardLayout() = default;
    /// `cardHeight`: of a thumbnail. `aspect`: of the film.
    BoardLayout(const std::vector<BoardRow>& rows, BoardMode mode, int cardHeight, double aspect,
                QSize viewport);

    QSize contentSize() const { return m_content; }
    /// A card with its line of text, or a heading.
    QRect rect(int row) const { return m_rects[std::size_t(row)]; }
    /// The thumbnail within a card.
    QRect picture(int row) const;
    int rowAt(const QPoint& content) const; ///< -1: none
    /// Rows that may meet this part of the content, as [first, end).
    std::pair<int, int> rowsIn(const QRect& content) const;
    BoardGap gapAt(const std::vector<BoardRow>& rows, const QPoint& content) const;

    static constexpr int kTextHeight = 24;
    static constexpr int kHeadingHeight = 28;
    static constexpr int kGap = 12;
    static constexpr int kPanelGap = 3;

private:
    void layStrip(const std::vector<BoardRow>& rows, QSize card);
    void layGrid(const std::vector<BoardRow>& rows, QSize card, int width);

    BoardMode m_mode = BoardMode::Strip;
    int m_cardHeight = 0;
    QSize m_content;
    std::vector<QRect> m_rects;
};

} // namespace dollygrip::ui
