#pragma once

#include <QCoreApplication>

namespace dollygrip::ui {

/// What PickTool says and how its steps are called.
struct PickText {
    Q_DECLARE_TR_FUNCTIONS(PickTool)
public:
    static QString move() { return tr("Move drawing"); }
    static QString turn() { return tr("Turn drawing"); }
    static QString size() { return tr("Resize drawing"); }
    static QString skew() { return tr("Skew drawing"); }
    static QString flip() { return tr("Mirror drawing"); }
    static QString remove() { return tr("Delete drawing"); }
    static QString paste() { return tr("Paste drawing"); }
    static QString duplicate() { return tr("Duplicate drawing"); }
    static QString cut() { return tr("Cut drawing"); }
    static QString locked()
    {
        return tr("The layer is locked or hidden. Unlock or show it under Layers.");
    }
    static QString copied(int count) { return tr("%n stroke(s) copied", nullptr, count); }
    static QString copiedPictures(int count) { return tr("%n picture(s) copied", nullptr, count); }
    static QString mirrorSideways() { return tr("Mirror left and right"); }
    static QString mirrorUpright() { return tr("Mirror top and bottom"); }
    static QString copyAction() { return tr("Copy"); }
    static QString pasteAction() { return tr("Paste"); }
    static QString duplicateAction() { return tr("Duplicate"); }
    static QString deleteAction() { return tr("Delete"); }
    static QString allAction() { return tr("Pick the whole layer"); }
};

} // namespace dollygrip::ui
