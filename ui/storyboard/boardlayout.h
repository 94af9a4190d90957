#pragma once

#include "ui/storyboard/boarditemmodel.h"

#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace dollygrip::ui {

enum class BoardMode { Strip, Grid };

/// What is written under a board.
enum class BoardField { None, Name, Size, Length, Action, Dialogue };

/// Where dragged boards would go.
struct BoardGap {
    SceneId scene = SceneId::create();
    qsizetype index = 0;        ///< of the scene's shots, the dragged ones still counted
    std::optional<ShotId> shot; ///< set: between panels of this shot
    qsizetype panel = 0;        ///< then: of the shot's panels, the dragged ones still counted
    QRect mark;                 ///< the line that shows it, content pixels
};

/// Where every row of the board stands, in content pixels. Pure.
class BoardLayout {
public:
    BoardLayout() = default;
    /// `cardHeight`: of a thumbnail. `aspect`: of the film. `captionHeight`: room for action,
    /// and as much for dialogue, under each board; 0 for none.
    BoardLayout(const std::vector<BoardRow>& rows, BoardMode mode, int cardHeight, double aspect,
                QSize viewport, int captionHeight = 0);

    QSize contentSize() const { return m_content; }
    /// A card with its words, or a heading.
    QRect rect(int row) const { return m_rects[std::size_t(row)]; }
    /// The thumbnail within a card.
    QRect picture(int row) const;
    /// Where a field is written; empty when the board does not show it.
    QRect field(int row, BoardField field) const;
    BoardField fieldAt(int row, const QPoint& content) const;
    int captionHeight() const { return m_captionHeight; }
    bool hasCaptions() const { return m_captionHeight > 0; }
    int rowAt(const QPoint& content) const; ///< -1: none
    /// Rows that may meet this part of the content, as [first, end).
    std::pair<int, int> rowsIn(const QRect& content) const;
    /// The panel whose boundary to the next panel of its shot is here; -1: none.
    int boundaryAt(const std::vector<BoardRow>& rows, const QPoint& content) const;
    /// The nearest gap; `betweenPanels`: those inside shots count too.
    BoardGap gapAt(const std::vector<BoardRow>& rows, const QPoint& content,
                   bool betweenPanels = false) const;

    static constexpr int kTextHeight = 24;
    static constexpr int kCaptionHeight = 34;      ///< two lines of action, or of dialogue
    static constexpr int kEmptyCaptionHeight = 18; ///< one line, where nobody wrote anything yet
    static constexpr int kHeadingHeight = 28;
    static constexpr int kGap = 12;
    static constexpr int kPanelGap = 3;
    static constexpr int kLeastWithCaptions = 88; ///< lower cards have no room for captions

private:
    void layStrip(const std::vector<BoardRow>& rows, QSize card);
    void layGrid(const std::vector<BoardRow>& rows, QSize card, int width);

    BoardMode m_mode = BoardMode::Strip;
    int m_cardHeight = 0;
    int m_captionHeight = 0;
    QSize m_content;
    std::vector<QRect> m_rects;
};

} // namespace dollygrip::ui
