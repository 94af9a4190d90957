list(APPEND DOLLYGRIP_UI_SOURCES
    inspector/arrowform.cpp inspector/arrowform.h
    inspector/cameraform.cpp inspector/cameraform.h
    inspector/cameramovename.cpp inspector/cameramovename.h
    inspector/fieldhelpers.cpp inspector/fieldhelpers.h
    inspector/inspectordock.cpp inspector/inspectordock.h
    inspector/depthview.cpp inspector/depthview.h
    inspector/layerlist.cpp inspector/layerlist.h
    inspector/layersform.cpp inspector/layersform.h
    inspector/motionform.cpp inspector/motionform.h
    inspector/numberfield.cpp inspector/numberfield.h
    inspector/rowlist.cpp inspector/rowlist.h
    inspector/promptfield.cpp inspector/promptfield.h
    inspector/shootform.cpp inspector/shootform.h
    inspector/shootmoreform.cpp inspector/shootmoreform.h
    inspector/shotform.cpp inspector/shotform.h
)
