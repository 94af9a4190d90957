#include "ui/dialogs/castdialog.h"

#include "core/geometry/region.h"
#include "core/project/castofshot.h"
#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/dialogs/mediaimport.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/rowlist.h"
#include "ui/poolwork.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QBuffer>
#include <QDropEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr QSize kPicture(112, 84);
constexpr int kPaperHeight = 1080;
constexpr double kMargin = 0.02; ///< around a region, picture units

/// What stands on the paper, as an asset: the whole panel, or the part within `part` (0…1).
Result<std::shared_ptr<const Asset>> pictureOfPaper(const Film& film,
                                                    const std::shared_ptr<PictureCache>& cache,
                                                    const Panel& panel, const QRectF& part,
                                                    const QString& name)
{
    const QSize size(std::max(2, int(std::lround(kPaperHeight * film.settings.aspect()))),
                     kPaperHeight);
    const QImage whole = toQImage(PanelPainter(film, cache).panel(panel, size));
    const QRect cut = QRectF(part.x() * size.width(), part.y() * size.height(),
                             part.width() * size.width(), part.height() * size.height())
                          .toAlignedRect()
                          .intersected(whole.rect());
    if (cut.width() < 8 || cut.height() < 8)
        return Error{ErrorCode::InvalidArgument, name.toStdString(), "nothing of it is in frame"};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)
        || !whole.copy(cut).convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG"))
        return Error{ErrorCode::OutOfMemory, name.toStdString(), "no PNG could be made"};
    return makeAsset(bytes, u"image/png"_s, name + u".png"_s);
}

} // namespace

CastDialog::CastDialog(FilmDesk& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setObjectName(u"castDialog"_s);
    setWindowTitle(tr("Cast"));
    setModal(false);
    resize(720, 480);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    row->setSpacing(spacing(4));
    auto* left = new QVBoxLayout;
    left->setSpacing(spacing(2));
    m_members = new RowList(12);
    m_members->setObjectName(u"castMembers"_s);
    m_members->setFixedWidth(190);
    m_members->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto* buttons = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add"));
    add->setObjectName(u"addMember"_s);
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setObjectName(u"removeMember"_s);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    left->addWidget(m_members, 1);
    left->addLayout(buttons);
    row->addLayout(left);
    auto* right = new QVBoxLayout;
    m_hint = quietLabel(tr("Add who or what is to look the same in every shot: a person, an "
                           "animal, a prop, a place. A shot whose words name them gets their "
                           "pictures, words and seed."));
    m_hint->setAlignment(Qt::AlignCenter);
    right->addWidget(m_hint, 1);
    m_form = buildForm();
    right->addWidget(m_form, 1);
    row->addLayout(right, 1);
    connect(add, &QPushButton::clicked, this, &CastDialog::addMember);
    connectFields();
    // Return ends typing in a field; it adds or removes nobody.
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    fill();
}

QWidget* CastDialog::buildForm()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    auto* fields = new QWidget;
    QFormLayout* form = inspectorForm(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit;
    m_name->setObjectName(u"memberName"_s);
    m_name->setMaxLength(60);
    m_name->setToolTip(tr("As the words of a shot name them"));
    form->addRow(tr("Name"), m_name);
    m_words = new QPlainTextEdit;
    m_words->setObjectName(u"memberWords"_s);
    m_words->setPlaceholderText(tr("What every shot says of them: a woman of forty, red coat"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(m_words->fontMetrics().lineSpacing() * 3 + spacing(4));
    form->addRow(tr("Words"), m_words);
    m_seed = new NumberField({0, 2147483647, 1, 0, {}, 0, {}, [](double seed) {
                                  return seed <= 0 ? tr("the shot's own")
                                                   : QString::number(qint64(seed));
                              }});
    m_seed->setObjectName(u"memberSeed"_s);
    m_seed->setToolTip(tr("Shots with them begin from the same noise."));
    form->addRow(tr("Seed"), m_seed);
    column->addWidget(fields);
    column->addWidget(sectionHeading(tr("Pictures")));
    m_pictures = new QListWidget;
    m_pictures->setObjectName(u"memberPictures"_s);
    m_pictures->setViewMode(QListView::IconMode);
    m_pictures->setIconSize(kPicture);
    m_pictures->setGridSize(kPicture + QSize(12, 12));
    m_pictures->setResizeMode(QListView::Adjust);
    m_pictures->setMovement(QListView::Static);
    m_pictures->setMinimumHeight(110);
    m_pictures->setToolTip(tr("Drop pictures here; the best one first"));
    m_pictures->viewport()->setAcceptDrops(true);
    m_pictures->viewport()->installEventFilter(this);
    column->addWidget(m_pictures, 1);
    auto* row = new QHBoxLayout;
    auto* choose = new QPushButton(tr("Add pictures…"));
    m_fromPaper = new QPushButton(tr("From the paper"));
    m_fromPaper->setObjectName(u"fromPaper"_s);
    m_fromPaper->setToolTip(
        tr("What is drawn on the current panel; only the selected region when there is one"));
    m_removePicture = new QPushButton(tr("Remove"));
    m_removePicture->setObjectName(u"removePicture"_s);
    row->addWidget(choose);
    row->addWidget(m_fromPaper);
    row->addWidget(m_removePicture);
    row->addStretch(1);
    column->addLayout(row);
    m_shots = quietLabel();
    m_shots->setObjectName(u"memberShots"_s);
    column->addWidget(m_shots);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(
            this, tr("Add pictures"), {},
            tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        connect(dialog, &QFileDialog::filesSelected, this, &CastDialog::readPictures);
        dialog->open();
    });
    return part;
}

void CastDialog::connectFields()
{
    connect(m_members, &QListWidget::currentRowChanged, this, [this](int row) {
        const auto& cast = m_desk.document().film().cast;
        if (m_isShowing || row < 0 || row >= cast.size())
            return;
        m_current = cast[row]->id;
        fill();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto id = m_current)
            m_desk.edit(tr("Remove from the cast"),
                        [id](Film& film) { return removeCastMember(film, *id); });
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const auto member = m_current ? m_desk.document().film().castMember(*m_current) : nullptr;
        const QString name = m_name->text().simplified();
        if (m_isShowing || !member || name == member->name)
            return;
        if (name.isEmpty())
            m_name->setText(member->name);
        else
            changeCurrent(tr("Rename"), {}, [&](CastMember& changed) { changed.name = name; });
    });
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
        changeCurrent(tr("Change their words"), u"cast.words"_s,
                      [text = m_words->toPlainText()](CastMember& member) { member.words = text; });
    });
    connect(m_seed, &NumberField::edited, this, [this](double seed) {
        changeCurrent(tr("Change their seed"), u"cast.seed"_s,
                      [seed](CastMember& member) { member.seed = quint64(seed); });
    });
    connect(m_seed, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_fromPaper, &QPushButton::clicked, this, &CastDialog::addFromPaper);
    connect(m_removePicture, &QPushButton::clicked, this, &CastDialog::removePicture);
    connect(m_pictures, &QListWidget::currentRowChanged, this,
            [this](int row) { m_removePicture->setEnabled(row >= 0); });
    connect(&m_desk.document(), &Document::changed, this, &CastDialog::fill);
    connect(&m_desk.session(), &Session::shotChanged, this, &CastDialog::fill);
}

void CastDialog::addMember()
{
    const Film& film = m_desk.document().film();
    QString name = tr("Somebody");
    for (int n = 2; film.castNamed(name); ++n)
        name = tr("Somebody %1").arg(n);
    CastMember member;
    member.name = name;
    const auto before = std::exchange(m_current, member.id);
    const bool done = m_desk.edit(tr("Add to the cast"), [&](Film& changed) -> Result<void> {
        const auto added = addCastMember(changed, member);
        return added ? Result<void>() : Result<void>(added.error());
    });
    if (!done)
        m_current = before;
    fill();
    m_name->setFocus();
    m_name->selectAll();
}

void CastDialog::changeCurrent(const QString& text, const QString& key,
                               const std::function<void(CastMember&)>& change)
{
    if (m_isShowing || !m_current)
        return;
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeCastMember(film, *m_current, [&](CastMember& member) {
                change(member);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + m_current->toText());
    fill();
}

void CastDialog::addPictures(const QList<std::shared_ptr<const Asset>>& pictures)
{
    if (!m_current || pictures.isEmpty())
        return;
    m_desk.edit(tr("Add picture"), [&](Film& film) {
        QStringList hashes;
        for (const auto& picture : pictures)
            hashes += addAsset(film, picture);
        return changeCastMember(film, *m_current, [&](CastMember& member) {
            for (const QString& hash : std::as_const(hashes))
                if (!member.pictures.contains(hash))
                    member.pictures.append(hash);
            return Result<void>();
        });
    });
}

void CastDialog::readPictures(const QStringList& paths)
{
    inPool(
        this, [paths]() -> Result<ReadMedia> { return readMedia(paths); },
        [this](const Result<ReadMedia>& media) {
            if (!media) {
                m_desk.report(media.error());
                return;
            }
            QList<std::shared_ptr<const Asset>> pictures;
            for (const ReadMedia::Picture& picture : (*media).pictures)
                pictures += picture.asset;
            addPictures(pictures);
            for (const Error& error : (*media).refused)
                m_desk.report(error);
        });
}

void CastDialog::addFromPaper()
{
    Session& session = m_desk.session();
    const auto shot = session.shot();
    const auto panelId = session.panelId();
    if (!shot || !panelId || !m_current)
        return;
    const auto panel = std::find_if(shot->panels.begin(), shot->panels.end(),
                                    [&](const auto& one) { return one->id == *panelId; });
    if (panel == shot->panels.end())
        return;
    const Film film = m_desk.document().film();
    QRectF part(0, 0, 1, 1);
    const auto regionId = session.regionId();
    if (const ShotRegion* region = regionId ? shot->region(*regionId) : nullptr) {
        const RegionBounds box = bounds(region->area, film.settings.aspect());
        part = QRectF(QPointF(box.min.x(), box.min.y()), QPointF(box.max.x(), box.max.y()))
                   .adjusted(-kMargin, -kMargin, kMargin, kMargin);
    }
    const auto member = film.castMember(*m_current);
    inPool(
        this,
        [film, cache = m_desk.pictures(), panel = *panel, part,
         name = member ? member->name : QString()] {
            return pictureOfPaper(film, cache, *panel, part, name);
        },
        [this, id = *m_current](const Result<std::shared_ptr<const Asset>>& made) {
            if (!made)
                m_desk.report(made.error());
            else if (m_current == id)
                addPictures({*made});
        });
}

void CastDialog::removePicture()
{
    const int row = m_pictures->currentRow();
    changeCurrent(tr("Remove picture"), {}, [row](CastMember& member) {
        if (row >= 0 && row < member.pictures.size())
            member.pictures.removeAt(row);
    });
}

bool CastDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_pictures->viewport())
        return QDialog::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto* drag = static_cast<QDragMoveEvent*>(event);
        drag->setAccepted(MediaImport::accepts(*drag->mimeData()));
        return true;
    }
    case QEvent::Drop: {
        auto* drop = static_cast<QDropEvent*>(event);
        drop->acceptProposedAction();
        readPictures(MediaImport::paths(*drop->mimeData()));
        return true;
    }
    default: return QDialog::eventFilter(watched, event);
    }
}

void CastDialog::fill()
{
    const Film& film = m_desk.document().film();
    if (!m_current || !film.castMember(*m_current))
        m_current = film.cast.isEmpty() ? std::nullopt : std::optional(film.cast.first()->id);
    m_isShowing = true;
    m_members->clear();
    for (const auto& member : film.cast) {
        QListWidgetItem* item = m_members->addRow(
            member->name, tr("%n picture(s)", nullptr, int(member->pictures.size())));
        if (m_current == member->id)
            m_members->setCurrentItem(item);
    }
    const auto member = m_current ? film.castMember(*m_current) : nullptr;
    m_remove->setEnabled(member != nullptr);
    m_form->setVisible(member != nullptr);
    m_hint->setVisible(member == nullptr);
    m_fromPaper->setEnabled(m_desk.session().shot() != nullptr);
    if (member) {
        if (!m_name->hasFocus() || m_name->text().isEmpty() || !m_name->isModified())
            m_name->setText(member->name);
        if (m_words->toPlainText() != member->words)
            m_words->setPlainText(member->words);
        m_seed->setValue(double(member->seed));
        showPictures(*member);
        findShots(film, *m_current);
    }
    m_isShowing = false;
}

void CastDialog::findShots(const Film& film, const CastId& id)
{
    // A film may have thousands of shots, so not here and now.
    inPool(
        this,
        [film, id] {
            QStringList shots;
            const auto member = film.castMember(id);
            for (const auto& scene : film.scenes)
                for (const auto& shot : scene->shots)
                    if (castOfShot(*shot, film).contains(member))
                        shots += shot->name;
            return shots;
        },
        [this, number = ++m_search](const QStringList& shots) {
            if (number == m_search)
                m_shots->setText(shots.isEmpty() ? tr("No shot names them yet.")
                                                 : tr("Seen in: %1").arg(shots.join(u", "_s)));
        });
}

void CastDialog::showPictures(const CastMember& member)
{
    m_removePicture->setEnabled(m_pictures->currentRow() >= 0);
    if (m_shownPictures == member.pictures)
        return;
    m_shownPictures = member.pictures;
    m_pictures->clear();
    const Film& film = m_desk.document().film();
    for (const QString& hash : member.pictures) {
        auto* item = new QListWidgetItem(m_pictures);
        item->setData(Qt::UserRole, hash);
        item->setSizeHint(kPicture + QSize(8, 8));
        const auto asset = film.assets.value(hash);
        if (!asset)
            continue;
        item->setToolTip(asset->name);
        inPool(
            this,
            [asset, cache = m_desk.pictures()] {
                return toQImage(cache->picture(asset))
                    .scaled(kPicture, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            },
            [this, hash](const QImage& image) {
                for (int i = 0; i < m_pictures->count(); ++i)
                    if (m_pictures->item(i)->data(Qt::UserRole) == hash && !image.isNull())
                        m_pictures->item(i)->setIcon(QPixmap::fromImage(image));
            });
    }
}

} // namespace dollygrip::ui
