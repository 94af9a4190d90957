# OpenCV's core, imgproc and video as targets opencv_core … Debian's module packages
# (libopencv-core-dev, libopencv-imgproc-dev, libopencv-video-dev) come without OpenCVConfig.cmake, which is in
# libopencv-dev together with every other module; so look for the libraries themselves first
# and ask the configuration file (OpenCV_DIR) only where that fails.
if(NOT OpenCV_DIR)
    find_path(DOLLYGRIP_OPENCV_INCLUDE opencv2/imgproc.hpp PATH_SUFFIXES opencv4)
    find_library(DOLLYGRIP_OPENCV_CORE opencv_core)
    find_library(DOLLYGRIP_OPENCV_IMGPROC opencv_imgproc)
    find_library(DOLLYGRIP_OPENCV_VIDEO opencv_video)
    mark_as_advanced(DOLLYGRIP_OPENCV_INCLUDE DOLLYGRIP_OPENCV_CORE DOLLYGRIP_OPENCV_IMGPROC
        DOLLYGRIP_OPENCV_VIDEO)
endif()
if(NOT OpenCV_DIR AND DOLLYGRIP_OPENCV_INCLUDE AND DOLLYGRIP_OPENCV_CORE AND DOLLYGRIP_OPENCV_IMGPROC
    AND DOLLYGRIP_OPENCV_VIDEO)
    file(STRINGS ${DOLLYGRIP_OPENCV_INCLUDE}/opencv2/core/version.hpp dollygrip_opencv_numbers
        REGEX "^#define CV_VERSION_(MAJOR|MINOR|REVISION) +[0-9]+")
    list(TRANSFORM dollygrip_opencv_numbers REPLACE "[^0-9]" "")
    list(JOIN dollygrip_opencv_numbers "." OpenCV_VERSION)
    if(OpenCV_VERSION VERSION_LESS 4.6)
        message(FATAL_ERROR "OpenCV ${OpenCV_VERSION} is too old; 4.6 or later is needed.")
    endif()
    message(STATUS "Found OpenCV: ${DOLLYGRIP_OPENCV_CORE} (version ${OpenCV_VERSION})")
    foreach(module core imgproc video)
        string(TOUPPER ${module} upper)
        add_library(opencv_${module} UNKNOWN IMPORTED GLOBAL)
        set_target_properties(opencv_${module} PROPERTIES
            IMPORTED_LOCATION ${DOLLYGRIP_OPENCV_${upper}}
            INTERFACE_INCLUDE_DIRECTORIES ${DOLLYGRIP_OPENCV_INCLUDE})
    endforeach()
    target_link_libraries(opencv_imgproc INTERFACE opencv_core)
    target_link_libraries(opencv_video INTERFACE opencv_imgproc)
else()
    find_package(OpenCV 4.6 REQUIRED COMPONENTS core imgproc video)
endif()
