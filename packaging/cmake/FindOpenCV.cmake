# OpenCV's named modules as targets opencv_<module>. Uses OpenCV's own package file where there is
# one; Debian keeps that in libopencv-dev, which pulls in all modules, so that libopencv-core-dev
# and libopencv-imgproc-dev alone are found by their headers and libraries.
find_package(OpenCV ${OpenCV_FIND_VERSION} QUIET CONFIG COMPONENTS ${OpenCV_FIND_COMPONENTS})
if(NOT OpenCV_CONFIG)
    include(FindPackageHandleStandardArgs)
    find_path(OpenCV_INCLUDE_DIR opencv2/core/version.hpp PATH_SUFFIXES opencv4)
    set(OpenCV_VERSION "")
    if(OpenCV_INCLUDE_DIR)
        file(STRINGS ${OpenCV_INCLUDE_DIR}/opencv2/core/version.hpp lines
            REGEX "#define CV_VERSION_(MAJOR|MINOR|REVISION)")
        string(REGEX REPLACE "[^0-9;]" "" numbers "${lines}")
        list(JOIN numbers "." OpenCV_VERSION)
    endif()
    set(OpenCV_LIBS "")
    set(OpenCV_PARTS "")
    foreach(module IN LISTS OpenCV_FIND_COMPONENTS)
        find_library(OpenCV_${module}_LIBRARY opencv_${module})
        list(APPEND OpenCV_PARTS OpenCV_${module}_LIBRARY)
        list(APPEND OpenCV_LIBS opencv_${module})
    endforeach()
    find_package_handle_standard_args(OpenCV
        REQUIRED_VARS OpenCV_INCLUDE_DIR ${OpenCV_PARTS} VERSION_VAR OpenCV_VERSION)
    if(OpenCV_FOUND)
        set(OpenCV_INCLUDE_DIRS ${OpenCV_INCLUDE_DIR})
        foreach(module IN LISTS OpenCV_FIND_COMPONENTS)
            if(NOT TARGET opencv_${module})
                add_library(opencv_${module} UNKNOWN IMPORTED)
                set_target_properties(opencv_${module} PROPERTIES
                    IMPORTED_LOCATION ${OpenCV_${module}_LIBRARY}
                    INTERFACE_INCLUDE_DIRECTORIES ${OpenCV_INCLUDE_DIR})
            endif()
        endforeach()
    endif()
endif()
