#pragma once

#include "core/project/cut.h"
#include "tests/support/fakegenerator.h"
#include "tests/support/filmbuilder.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QTemporaryDir>
#include <QUndoStack>

#include <memory>

namespace dollygrip::test {

/// A desk on a film of its own in a temporary folder.
struct DeskOnFilm {
    explicit DeskOnFilm(const Film& film)
    {
        auto store = FilmStore::create(folder.filePath(QStringLiteral("film.dgrip")), film);
        if (store)
            desk = std::make_unique<ui::FilmDesk>(std::move(*store), runnerOf(generator));
    }

    Document& document() { return desk->document(); }
    const Film& film() { return desk->document().film(); }
    QUndoStack& undo() { return desk->document().undoStack(); }
    std::shared_ptr<const Shot> shot(const QString& name) { return film().shotNamed(name); }
    /// "1A 1B | 2A": shots in order, scenes apart.
    QString order()
    {
        QStringList scenes;
        for (const auto& scene : film().scenes) {
            QStringList names;
            for (const auto& one : scene->shots)
                names += one->name;
            scenes += names.join(QLatin1Char(' '));
        }
        return scenes.join(QStringLiteral(" | "));
    }

    QTemporaryDir folder;
    std::shared_ptr<FakeGenerator> generator = std::make_shared<FakeGenerator>();
    std::unique_ptr<ui::FilmDesk> desk;
};

/// Two scenes of shots with strokes, an arrow and a camera move.
inline Film twoScenes()
{
    return dollygrip::test::film()
        .scene(QStringLiteral("INT. ROOM"))
        .shot(QStringLiteral("1A"), 48)
        .stroke({{0.2, 0.2}, {0.6, 0.7}})
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .arrow({{0.3, 0.3}, {0.6, 0.3}}, 0.0, 0.5)
        .shot(QStringLiteral("1B"), 36)
        .stroke({{0.1, 0.8}, {0.9, 0.8}})
        .truck(1.0)
        .scene(QStringLiteral("EXT. STREET"))
        .shot(QStringLiteral("2A"), 60)
        .stroke({{0.5, 0.1}, {0.5, 0.9}})
        .build();
}

} // namespace dollygrip::test
