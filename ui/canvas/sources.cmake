# Session, theme and canvas.
list(APPEND DOLLYGRIP_UI_SOURCES
    session.cpp session.h
    theme.cpp theme.h
    brush/penfeel.cpp brush/penfeel.h
    canvas/arrowedit.cpp canvas/arrowedit.h
    canvas/arrowfit.cpp canvas/arrowfit.h
    canvas/arrowpaint.cpp
    canvas/arrowtool.cpp canvas/arrowtool.h
    canvas/cameraframe.cpp canvas/cameraframe.h
    canvas/camerapaint.cpp
    canvas/cameratool.cpp canvas/cameratool.h
    canvas/camerawords.cpp canvas/camerawords.h
    canvas/brushrange.h
    canvas/canvasdrawing.cpp
    canvas/canvasframe.h
    canvas/canvasguides.cpp
    canvas/canvasinput.cpp
    canvas/canvaspaint.cpp
    canvas/canvasview.cpp canvas/canvasview.h
    canvas/drawnpanel.cpp canvas/drawnpanel.h
    canvas/drawtool.cpp canvas/drawtool.h
    canvas/eyedroppertool.cpp canvas/eyedroppertool.h
    canvas/filltool.cpp canvas/filltool.h
    canvas/guides.cpp canvas/guides.h
    canvas/guidespopup.cpp canvas/guidespopup.h
    canvas/guidetool.cpp canvas/guidetool.h
    canvas/lassotool.cpp canvas/lassotool.h
    canvas/overlay.cpp canvas/overlay.h
    canvas/outlinesearch.cpp canvas/outlinesearch.h
    canvas/outlinetool.cpp canvas/outlinetool.h
    canvas/picked.cpp canvas/picked.h
    canvas/pickedpictures.cpp canvas/pickedpictures.h
    canvas/pickedit.cpp
    canvas/picktext.h
    canvas/picktool.cpp canvas/picktool.h
    canvas/regioncolours.cpp canvas/regioncolours.h
    canvas/regionedit.cpp canvas/regionedit.h
    canvas/pentilt.h
    canvas/regiontool.cpp canvas/regiontool.h
    canvas/snapregion.cpp canvas/snapregion.h
    canvas/selecttool.cpp canvas/selecttool.h
    canvas/shapetool.cpp canvas/shapetool.h
    canvas/stabiliser.cpp canvas/stabiliser.h
    canvas/textkeys.cpp canvas/textkeys.h
    canvas/texttool.cpp canvas/texttool.h
    canvas/tool.h
    canvas/transformbar.cpp canvas/transformbar.h
    canvas/transformbox.cpp canvas/transformbox.h
    canvas/upright.h
)
