#include "ui/startwindow.h"

#include "core/project/errortext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// A film that is whole but cannot be written to can still be looked at.
bool canBeRead(ErrorCode code)
{
    return code == ErrorCode::FilmLocked || code == ErrorCode::FileUnwritable
           || code == ErrorCode::DiskFull;
}

} // namespace

QVBoxLayout* StartWindow::frame()
{
    setWindowTitle(QApplication::applicationDisplayName());
    setObjectName(u"startWindow"_s);
    setMinimumWidth(560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(10), spacing(8), spacing(10), spacing(6));
    column->setSpacing(spacing(3));
    return column;
}

StartWindow::StartWindow(const QString& path, QWidget* parent) : QWidget(parent), m_path(path)
{
    auto* column = frame();
    const QString name = QFileInfo(path).completeBaseName();
    auto* sentence =
        new QLabel(name.isEmpty() ? tr("Opening the sample film…") : tr("Opening “%1”…").arg(name));
    sentence->setObjectName(u"opening"_s);
    sentence->setProperty("role", u"heading"_s);
    sentence->setWordWrap(true);
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    column->addStretch(1);
    column->addWidget(sentence);
    column->addWidget(bar);
    column->addSpacing(spacing(2));
    column->addStretch(1);
}

StartWindow::StartWindow(const QString& path, const Error& error, QWidget* parent)
    : QWidget(parent), m_path(path)
{
    auto* column = frame();
    const ErrorText text = errorText(error);
    auto* sentence = new QLabel(text.sentence);
    sentence->setObjectName(u"sentence"_s);
    sentence->setProperty("role", u"heading"_s);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* advice = new QLabel(text.advice);
    advice->setWordWrap(true);
    auto* place = new QLabel(path);
    place->setProperty("role", u"small"_s);
    place->setWordWrap(true);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addStretch(1);
    column->addWidget(sentence);
    column->addWidget(advice);
    column->addWidget(place);
    column->addSpacing(spacing(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    auto* readOnly = new QPushButton(tr("Open to look at"));
    readOnly->setObjectName(u"openReadOnly"_s);
    readOnly->setVisible(canBeRead(error.code));
    auto* other = new QPushButton(tr("Open another film…"));
    auto* sample = new QPushButton(tr("Open the sample film"));
    sample->setObjectName(u"openSample"_s);
    (canBeRead(error.code) ? readOnly : sample)->setProperty("primary", true);
    row->addWidget(readOnly);
    row->addWidget(other);
    row->addWidget(sample);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    connect(readOnly, &QPushButton::clicked, this, [this] { Q_EMIT readOnlyWanted(m_path); });
    connect(other, &QPushButton::clicked, this, &StartWindow::choose);
    connect(sample, &QPushButton::clicked, this, &StartWindow::sampleWanted);
}

void StartWindow::choose()
{
    auto* dialog = new QFileDialog(this, tr("Open film"), QFileInfo(m_path).absolutePath(),
                                   tr("Dollygrip films (*.dgrip);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartWindow::filmChosen);
    dialog->open();
}

} // namespace dollygrip::ui
