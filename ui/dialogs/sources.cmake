list(APPEND DOLLYGRIP_UI_SOURCES
    dialogs/aboutdialog.cpp dialogs/aboutdialog.h
    dialogs/castdialog.cpp dialogs/castdialog.h
    dialogs/exportdialog.cpp dialogs/exportdialog.h
    dialogs/mediaimport.cpp dialogs/mediaimport.h
    dialogs/modelpage.cpp dialogs/modelpage.h
    dialogs/modelsdialog.cpp dialogs/modelsdialog.h
    dialogs/newfilmdialog.cpp dialogs/newfilmdialog.h
    dialogs/picturesizedialog.cpp dialogs/picturesizedialog.h
    dialogs/renumberdialog.cpp dialogs/renumberdialog.h
    dialogs/versionsdialog.cpp dialogs/versionsdialog.h
)
