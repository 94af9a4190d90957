// Writing in place: headings, names, sizes, lengths, action and dialogue.
#include "core/project/editing.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/shotstate.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/boardview.h"
#include "ui/storyboard/captionedit.h"
#include "ui/theme.h"
#include "ui/timetext.h"

#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

void BoardView::editHeading(int index)
{
    const BoardRow heading = row(index);
    auto* field = new QLineEdit(heading.heading, viewport());
    field->setObjectName(u"headingEdit"_s);
    field->setPlaceholderText(tr("INT. PLACE - DAY"));
    QRect place = visualRect(index);
    place.setLeft(std::max(place.left(), 4));
    place.setWidth(std::clamp(place.width(), 180, 420));
    field->setGeometry(place);
    field->selectAll();
    field->show();
    field->setFocus();
    connect(field, &QLineEdit::editingFinished, this, [this, field, heading] {
        const QString text = field->text().trimmed();
        field->disconnect(this);
        field->deleteLater();
        setFocus();
        if (text != heading.heading)
            m_commands.renameScene(heading.scene, text);
    });
}

void BoardView::editCurrent()
{
    if (m_current < 0 || m_current >= m_items->rowCount())
        return;
    editField(m_current, m_layout.hasCaptions() ? BoardField::Action : BoardField::Name);
}

QString BoardView::fieldText(int index, BoardField field) const
{
    const Shot& shot = *row(index).shot;
    const dollygrip::Panel& panel = *shot.panels[row(index).panel];
    switch (field) {
    case BoardField::Name: return shot.name;
    case BoardField::Length:
        return lengthText(panelLengths(shot)[row(index).panel],
                          m_desk.document().film().settings.rate);
    case BoardField::Action: return panel.action;
    case BoardField::Dialogue: return panel.dialogue;
    case BoardField::Size:
    case BoardField::None: break;
    }
    return {};
}

void BoardView::setFieldText(int index, BoardField field, const QString& text)
{
    if (text == fieldText(index, field))
        return;
    const ShotId shot = row(index).shot->id;
    switch (field) {
    case BoardField::Name: m_boardCommands->renameShot(shot, text); break;
    case BoardField::Length: {
        auto frames = framesFromText(text, m_desk.document().film().settings.rate);
        bool isNumber = false;
        const double plain = text.toDouble(&isNumber);
        if (!frames && isNumber)
            frames = plain;
        if (frames && *frames >= 1 && *frames <= 100000)
            m_boardCommands->setPanelHold(shot, panelOf(index), FrameIndex(*frames));
        break;
    }
    case BoardField::Action: m_boardCommands->setAction(shot, panelOf(index), text); break;
    case BoardField::Dialogue: m_boardCommands->setDialogue(shot, panelOf(index), text); break;
    case BoardField::Size:
    case BoardField::None: break;
    }
}

void BoardView::editField(int index, BoardField field)
{
    if (index < 0 || index >= m_items->rowCount() || row(index).isHeading())
        return;
    if (field == BoardField::Size) {
        chooseSize(index);
        return;
    }
    if (m_layout.field(index, field).isEmpty())
        return;
    delete m_edit;
    m_desk.boards().select({}, panelOf(index));
    reveal(index);
    const bool hasLines = field == BoardField::Action || field == BoardField::Dialogue;
    m_edit = new CaptionEdit(fieldText(index, field), hasLines, viewport());
    m_edit->setPlaceholderText(field == BoardField::Action     ? tr("What happens")
                               : field == BoardField::Dialogue ? tr("What is said")
                                                               : QString());
    m_editRow = index;
    m_editField = field;
    QRect place = visualRect(index, field).adjusted(-2, -2, 2, 2);
    if (field == BoardField::Name)
        place.setWidth(std::max(place.width(), 96));
    if (field == BoardField::Length)
        place.setLeft(place.right() - std::max(place.width(), 84));
    if (hasLines)
        place.setHeight(place.height() + spacing(4));
    place.moveBottom(std::min(place.bottom(), viewport()->height() - 2));
    m_edit->setGeometry(place);
    connect(m_edit, &CaptionEdit::taken, this, &BoardView::takeEdit);
    connect(m_edit, &CaptionEdit::left, this, [this] {
        m_edit->deleteLater();
        m_edit = nullptr;
        setFocus();
    });
    m_edit->show();
    m_edit->setFocus();
}

void BoardView::takeEdit(const QString& text, int step)
{
    if (!m_edit)
        return;
    CaptionEdit* edit = m_edit;
    const bool hadFocus = edit->hasFocus();
    m_edit = nullptr;
    edit->deleteLater();
    const BoardField field = m_editField;
    const PanelId panel = panelOf(m_editRow);
    const ShotId shot = row(m_editRow).shot->id;
    setFieldText(m_editRow, field, text);
    if (hadFocus)
        setFocus();
    if (step == 0)
        return;
    // A shot's name stands under its first panel only.
    int index = m_items->rowOf(shot, panel) + step;
    while (index >= 0 && index < m_items->rowCount()
           && (row(index).isHeading() || (field == BoardField::Name && row(index).panel > 0)))
        index += step;
    if (index >= 0 && index < m_items->rowCount())
        editField(index, field);
}

void BoardView::chooseSize(int index)
{
    const Shot& shot = *row(index).shot;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ShotSize size : shotSizes()) {
        const QString text = shotSizeText(size).isEmpty()
                                 ? shotSizeName(size)
                                 : u"%1\t%2"_s.arg(shotSizeName(size), shotSizeText(size));
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(size == shot.size);
        connect(action, &QAction::triggered, this,
                [this, size] { m_boardCommands->setSize(size); });
    }
    menu->addSeparator();
    QMenu* angles = menu->addMenu(tr("Angle"));
    for (const ShotAngle angle : shotAngles()) {
        QAction* action = angles->addAction(shotAngleName(angle));
        action->setCheckable(true);
        action->setChecked(angle == shot.angle);
        connect(action, &QAction::triggered, this,
                [this, angle] { m_boardCommands->setAngle(angle); });
    }
    menu->popup(viewport()->mapToGlobal(visualRect(index, BoardField::Size).bottomLeft()));
}

} // namespace dollygrip::ui
