# Flags that every target of ours links: dollygrip_flags; Qt rooms link dollygrip_qt_flags as well.
add_library(dollygrip_flags INTERFACE)
target_compile_options(dollygrip_flags INTERFACE -Wall -Wextra -Wpedantic)
if(DOLLYGRIP_WERROR)
    target_compile_options(dollygrip_flags INTERFACE -Werror)
endif()
target_include_directories(dollygrip_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(DOLLYGRIP_SANITIZE)
    # -O1 keeps stacks readable and the tests within their time; a finding ends the program, so no test passes over it.
    add_compile_options(-fsanitize=${DOLLYGRIP_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
    add_link_options(-fsanitize=${DOLLYGRIP_SANITIZE})
endif()

add_library(dollygrip_qt_flags INTERFACE)
target_link_libraries(dollygrip_qt_flags INTERFACE dollygrip_flags)
target_compile_definitions(dollygrip_qt_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# dollygrip_add_room(NAME ALIAS SOURCES ... LINK ... [PRIVATE ...] [QT])
# One room: a static library dollygrip_<name> with alias Dollygrip::<Alias>. QT turns AUTOMOC on.
function(dollygrip_add_room name alias)
    cmake_parse_arguments(ROOM "QT" "" "SOURCES;LINK;PRIVATE" ${ARGN})
    add_library(dollygrip_${name} STATIC ${ROOM_SOURCES})
    add_library(Dollygrip::${alias} ALIAS dollygrip_${name})
    if(ROOM_QT)
        set_target_properties(dollygrip_${name} PROPERTIES AUTOMOC ON)
        target_link_libraries(dollygrip_${name} PUBLIC dollygrip_qt_flags)
    else()
        target_link_libraries(dollygrip_${name} PUBLIC dollygrip_flags)
    endif()
    target_link_libraries(dollygrip_${name} PUBLIC ${ROOM_LINK} PRIVATE ${ROOM_PRIVATE})
endfunction()
