#include "ui/dialogs/aboutdialog.h"

#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

AboutDialog::AboutDialog(const QString& engine, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Dollygrip"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(6), spacing(6), spacing(6), spacing(4));
    layout->setSpacing(spacing(3));
    auto* top = new QHBoxLayout;
    auto* icon = new QLabel;
    icon->setPixmap(QIcon(u":/icons/dollygrip.svg"_s).pixmap(72, 72));
    top->addWidget(icon);
    top->addSpacing(spacing(3));
    auto* name =
        new QLabel(u"<span style='font-size:20px; font-weight:600'>Dollygrip %1</span><br>%2"_s.arg(
            QCoreApplication::applicationVersion(), tr("Previsualization for film directors")));
    top->addWidget(name, 1);
    layout->addLayout(top);
    layout->addWidget(
        quietLabel(tr("Nothing leaves this machine: no account, no upload, no credits.")));
    auto* versions = new QLabel(u"Qt %1\n%2"_s.arg(QString::fromLatin1(qVersion()), engine));
    versions->setTextInteractionFlags(Qt::TextSelectableByMouse);
    versions->setWordWrap(true);
    layout->addWidget(versions);
    layout->addWidget(
        quietLabel(tr("Free software under the GNU General Public License, version 3 or later.")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

} // namespace dollygrip::ui
