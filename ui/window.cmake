# Window, docks, player.
list(APPEND DOLLYGRIP_UI_SOURCES
    actions.cpp actions.h
    brush/brushbox.cpp brush/brushbox.h
    brush/brushdock.cpp brush/brushdock.h
    brush/colourform.cpp brush/colourform.h
    brush/colourwheel.cpp brush/colourwheel.h
    brush/curvefield.cpp brush/curvefield.h
    brush/paletteform.cpp brush/paletteform.h
    brush/pendialog.cpp brush/pendialog.h
    brush/presetgrid.cpp brush/presetgrid.h
    brush/swatchgrid.cpp brush/swatchgrid.h
    brushpopup.cpp brushpopup.h
    camera/cameracommands.cpp camera/cameracommands.h
    camera/cameradocks.cpp camera/cameradocks.h
    camera/cameradraft.cpp camera/cameradraft.h
    camera/camerafactsview.cpp camera/camerafactsview.h
    camera/curveedit.cpp camera/curveedit.h
    camera/curveeditor.cpp camera/curveeditor.h
    camera/curvegraph.cpp camera/curvegraph.h
    camera/curvepaint.cpp
    camera/curveview.cpp camera/curveview.h
    camera/handheldfield.cpp camera/handheldfield.h
    camera/lensfield.cpp camera/lensfield.h
    camera/movegrid.cpp camera/movegrid.h
    camera/movepalette.cpp camera/movepalette.h
    camera/movethumbnails.cpp camera/movethumbnails.h
    camera/sensorfield.cpp camera/sensorfield.h
    camera/topview.cpp camera/topview.h
    camera/topviewpaint.cpp
    camera/topviewpanel.cpp camera/topviewpanel.h
    canvaswiring.cpp canvaswiring.h
    commandsearch.cpp commandsearch.h
    dialogs/preferencesdialog.cpp dialogs/preferencesdialog.h
    errorbox.cpp errorbox.h
    filmcommands.cpp filmcommands.h
    filmdesk.cpp filmdesk.h
    help/helptext.cpp help/helptext.h
    help/helpwindow.cpp help/helpwindow.h
    languages.cpp languages.h
    layercommands.cpp layercommands.h
    mainwindow.cpp mainwindow.h
    motion/motionclipboard.cpp motion/motionclipboard.h
    motion/regionlist.cpp motion/regionlist.h
    motion/speedcurvefield.cpp motion/speedcurvefield.h
    openedfilm.cpp openedfilm.h
    player/audiooutput.cpp player/audiooutput.h
    player/soundbank.cpp player/soundbank.h
    player/timecodefield.cpp player/timecodefield.h
    player/transportbar.cpp player/transportbar.h
    poolwork.cpp poolwork.h
    settings.cpp settings.h
    shell.cpp shell.h
    shootchoices.cpp shootchoices.h
    shootviews.cpp shootviews.h
    shotstate.cpp shotstate.h
    startwindow.cpp startwindow.h
    storyboard/boardcommands.cpp storyboard/boardcommands.h
    storyboard/boardedit.cpp
    storyboard/boardinput.cpp
    storyboard/boarditemmodel.cpp storyboard/boarditemmodel.h
    storyboard/boardlayout.cpp storyboard/boardlayout.h
    storyboard/boardpaint.cpp
    storyboard/boardselection.cpp storyboard/boardselection.h
    storyboard/boardview.cpp storyboard/boardview.h
    storyboard/captionedit.cpp storyboard/captionedit.h
    takes/compareview.cpp takes/compareview.h
    takes/conditioningview.cpp takes/conditioningview.h
    takes/picturepane.cpp takes/picturepane.h
    takes/picturereader.cpp takes/picturereader.h
    takes/scrubbar.cpp takes/scrubbar.h
    takes/takecard.cpp takes/takecard.h
    takes/takesdock.cpp takes/takesdock.h
    takes/takevalues.cpp takes/takevalues.h
    thumbnails.cpp thumbnails.h
    timeline/timelinedrag.cpp timeline/timelinedrag.h
    timeline/timelinehit.cpp timeline/timelinehit.h
    timeline/timelinelayout.cpp timeline/timelinelayout.h
    timeline/timelinepaint.cpp
    timeline/timelineview.cpp timeline/timelineview.h
    timetext.cpp timetext.h
    toolcolumn.cpp toolcolumn.h
    topbar.cpp topbar.h
    windowcommands.cpp windowcommands.h
    windowdialogs.cpp windowdialogs.h
    workspaces.cpp workspaces.h
)
