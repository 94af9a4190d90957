list(APPEND DOLLYGRIP_UI_SOURCES
    dialogs/aboutdialog.cpp dialogs/aboutdialog.h
    dialogs/exportdialog.cpp dialogs/exportdialog.h
    dialogs/mediaimport.cpp dialogs/mediaimport.h
    dialogs/newfilmdialog.cpp dialogs/newfilmdialog.h
    dialogs/versionsdialog.cpp dialogs/versionsdialog.h
)
