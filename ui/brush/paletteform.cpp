#include "ui/brush/paletteform.h"

#include "core/project/drawing.h"
#include "core/project/palettefile.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/brush/brushbox.h"
#include "ui/brush/swatchgrid.h"
#include "ui/filmdesk.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr qint64 kLargestFile = 2 << 20;

QList<QColor> boardColours()
{
    QList<QColor> colours;
    for (const char* name :
         {"#1c1c1e", "#4a4b50", "#77797f", "#a3a5aa", "#c9cacd", "#e4e2dc", "#f6f3ec", "#ffffff",
          "#b3332c", "#d97b2b", "#e8b93c", "#5f8f4a", "#3d7f8c", "#3b5f9a", "#6d4f93", "#8a5a3c"})
        colours.append(QColor(QLatin1StringView(name)));
    return colours;
}

} // namespace

PaletteForm::PaletteForm(FilmDesk& desk, BrushBox& box, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_box(box)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(1));
    m_names = new QComboBox;
    m_names->setObjectName(u"paletteBox"_s);
    m_names->setAccessibleName(tr("Palette"));
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_names, 1);
    auto* add = new QToolButton;
    add->setText(u"+"_s);
    add->setObjectName(u"addToPalette"_s);
    add->setAccessibleName(tr("Add to the palette"));
    add->setToolTip(tr("<b>Add the colour in hand</b><br>Or drag colours into the palette"));
    add->setFixedSize(kRowHeight, kRowHeight);
    row->addWidget(add);
    auto* more = new QToolButton;
    more->setText(u"…"_s);
    more->setObjectName(u"paletteMenu"_s);
    more->setAccessibleName(tr("More about palettes"));
    more->setToolTip(tr("<b>Palettes</b><br>New, rename, delete, from this panel, import, export"));
    more->setFixedSize(kRowHeight, kRowHeight);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(menu());
    row->addWidget(more);
    column->addLayout(row);
    m_colours = new SwatchGrid;
    m_colours->setObjectName(u"paletteColours"_s);
    column->addWidget(m_colours);

    connect(m_names, &QComboBox::activated, this, [this](int index) {
        m_current = index - 1;
        follow();
    });
    connect(m_colours, &SwatchGrid::picked, &box, &BrushBox::setColour);
    const auto now = [this] { return m_colours->colours(); };
    connect(add, &QToolButton::clicked, this, [this, now] {
        const QColor colour = m_box.session().brush().colour;
        if (m_current < 0) {
            const bool isDone = m_desk.edit(tr("New palette"), [&](Film& film) {
                return addPalette(film, {tr("Palette"), {colour}});
            });
            if (isDone)
                m_current = m_desk.document().film().settings.palettes.size() - 1;
            return follow();
        }
        if (!now().contains(colour))
            setColours(tr("Add colour to palette"), now() << colour);
    });
    connect(m_colours, &SwatchGrid::colourDropped, this,
            [this, now](const QColor& colour, qsizetype before) {
                QList<QColor> colours = now();
                colours.insert(std::clamp<qsizetype>(before, 0, colours.size()), colour);
                setColours(tr("Add colour to palette"), colours);
            });
    connect(m_colours, &SwatchGrid::colourMoved, this,
            [this, now](qsizetype from, qsizetype before) {
                QList<QColor> colours = now();
                colours.move(from, std::clamp<qsizetype>(before > from ? before - 1 : before, 0,
                                                         colours.size() - 1));
                setColours(tr("Move colour"), colours);
            });
    connect(m_colours, &SwatchGrid::colourRemoved, this, [this, now](qsizetype index) {
        QList<QColor> colours = now();
        colours.removeAt(index);
        setColours(tr("Take colour out of palette"), colours);
    });
    connect(&desk.document(), &Document::changed, this, &PaletteForm::follow);
    connect(&desk.session(), &Session::brushChanged, this,
            [this] { m_colours->setCurrent(m_box.session().brush().colour); });
    if (!desk.document().film().settings.palettes.isEmpty())
        m_current = 0;
    follow();
}

QMenu* PaletteForm::menu()
{
    auto* menu = new QMenu(this);
    connect(menu->addAction(tr("New palette")), &QAction::triggered, this,
            &PaletteForm::newPalette);
    connect(menu->addAction(tr("Palette from this panel")), &QAction::triggered, this,
            &PaletteForm::takeFromPanel);
    menu->addSeparator();
    QAction* rename = menu->addAction(tr("Rename…"));
    connect(rename, &QAction::triggered, this, &PaletteForm::rename);
    QAction* remove = menu->addAction(tr("Delete palette"));
    connect(remove, &QAction::triggered, this, [this] {
        m_desk.edit(tr("Delete palette"),
                    [this](Film& film) { return removePalette(film, m_current); });
    });
    menu->addSeparator();
    connect(menu->addAction(tr("Import GIMP palette…")), &QAction::triggered, this, [this] {
        auto* dialog = new QFileDialog(window(), tr("Import palette"), {},
                                       tr("GIMP palettes (*.gpl);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, &PaletteForm::importFile);
        dialog->open();
    });
    QAction* out = menu->addAction(tr("Export GIMP palette…"));
    connect(out, &QAction::triggered, this, [this] {
        auto* dialog =
            new QFileDialog(window(), tr("Export palette"), {}, tr("GIMP palettes (*.gpl)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"gpl"_s);
        connect(dialog, &QFileDialog::fileSelected, this, &PaletteForm::exportFile);
        dialog->open();
    });
    connect(menu, &QMenu::aboutToShow, this, [this, rename, remove, out] {
        for (QAction* action : {rename, remove})
            action->setEnabled(m_current >= 0);
        out->setEnabled(!m_colours->colours().isEmpty());
    });
    return menu;
}

void PaletteForm::follow()
{
    const QList<Palette>& palettes = m_desk.document().film().settings.palettes;
    m_current = std::min<qsizetype>(m_current, palettes.size() - 1);
    QStringList names{tr("Board greys and marks")};
    for (const Palette& palette : palettes)
        names.append(palette.name);
    QStringList shown;
    for (int i = 0; i < m_names->count(); ++i)
        shown.append(m_names->itemText(i));
    if (shown != names) {
        m_names->clear();
        m_names->addItems(names);
    }
    m_names->setCurrentIndex(int(m_current) + 1);
    const QList<QColor> colours = m_current < 0 ? boardColours() : palettes[m_current].colours;
    m_colours->setEditable(m_current >= 0);
    if (colours != m_colours->colours() || colours.isEmpty())
        m_colours->setColours(colours);
    m_colours->setCurrent(m_box.session().brush().colour);
}

void PaletteForm::setColours(const QString& text, const QList<QColor>& colours)
{
    if (m_current >= 0)
        m_desk.edit(text, [&](Film& film) { return setPaletteColours(film, m_current, colours); });
}

void PaletteForm::newPalette()
{
    if (m_desk.edit(tr("New palette"), [](Film& film) {
            return addPalette(film, {tr("Palette"), {}});
        })) {
        m_current = m_desk.document().film().settings.palettes.size() - 1;
        follow();
    }
}

void PaletteForm::rename()
{
    auto* dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename palette"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(m_desk.document().film().settings.palettes.value(m_current).name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        m_desk.edit(tr("Rename palette"),
                    [&](Film& film) { return renamePalette(film, m_current, name); });
    });
    dialog->open();
}

void PaletteForm::importFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_desk.report(
            {ErrorCode::FileUnreadable, name.toStdString(), file.errorString().toStdString()});
        return;
    }
    auto palette = paletteFromGpl(file.read(kLargestFile), name);
    if (!palette) {
        m_desk.report(palette.error());
        return;
    }
    if (palette->name.isEmpty())
        palette->name = QFileInfo(path).completeBaseName();
    if (m_desk.edit(tr("Import palette"), [&](Film& film) { return addPalette(film, *palette); })) {
        m_current = m_desk.document().film().settings.palettes.size() - 1;
        follow();
    }
}

void PaletteForm::exportFile(const QString& path)
{
    const Palette palette{m_names->currentText(), m_colours->colours()};
    QSaveFile file(path);
    const QByteArray bytes = paletteToGpl(palette);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        m_desk.report({ErrorCode::FileUnwritable, QFileInfo(path).fileName().toStdString(),
                       file.errorString().toStdString()});
}

void PaletteForm::takeFromPanel()
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().panelId();
    if (!shot || !id)
        return;
    for (const auto& panel : shot->panels) {
        if (panel->id != *id)
            continue;
        const Film& film = m_desk.document().film();
        const PanelPainter painter(film, m_desk.pictures());
        const QSize size(int(180 * film.settings.aspect()), 180);
        const QList<QColor> colours = coloursOfPanel(*panel, toQImage(painter.panel(*panel, size)));
        const QString name = tr("Shot %1").arg(shot->name);
        if (m_desk.edit(tr("Palette from panel"), [&](Film& changed) {
                return addPalette(changed, {name, colours});
            })) {
            m_current = m_desk.document().film().settings.palettes.size() - 1;
            follow();
        }
        return;
    }
}

} // namespace dollygrip::ui
