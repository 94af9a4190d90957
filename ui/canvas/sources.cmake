# Session, theme and canvas.
list(APPEND DOLLYGRIP_UI_SOURCES
    session.cpp session.h
    theme.cpp theme.h
)
