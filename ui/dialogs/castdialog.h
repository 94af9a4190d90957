#pragma once

#include "core/base/image.h"
#include "core/project/film.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class RowList;

/// The film's cast: who is to look the same in every shot, with words, seed and pictures. Every
/// change is one undoable edit. A window of its own. Main thread.
class CastDialog : public QDialog {
    Q_OBJECT
public:
    explicit CastDialog(FilmDesk& desk, QWidget* parent = nullptr);

    std::optional<CastId> current() const { return m_current; }

public Q_SLOTS:
    void addMember();
    /// The panel that is current on the paper becomes a picture; of it the part that the selected
    /// region covers, when there is one.
    void addFromPaper();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildForm();
    void connectFields();
    void changeCurrent(const QString& text, const QString& key,
                       const std::function<void(CastMember&)>& change);
    void addPictures(const QList<std::shared_ptr<const Asset>>& pictures);
    void readPictures(const QStringList& paths);
    void removePicture();
    void fill();
    void showPictures(const CastMember& member);
    void findShots(const Film& film, const CastId& member);

    FilmDesk& m_desk;
    RowList* m_members = nullptr;
    QPushButton* m_remove = nullptr;
    QWidget* m_form = nullptr;
    QLabel* m_hint = nullptr;
    QLineEdit* m_name = nullptr;
    QPlainTextEdit* m_words = nullptr;
    NumberField* m_seed = nullptr;
    QListWidget* m_pictures = nullptr;
    QPushButton* m_fromPaper = nullptr;
    QPushButton* m_removePicture = nullptr;
    QLabel* m_shots = nullptr;
    std::optional<CastId> m_current;
    QStringList m_shownPictures; ///< hashes
    int m_search = 0;            ///< of the newest one for shots
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
