# The SentencePiece library for the words of a prompt, in a module that is opened when the first
# prompt is read (core/generator/piecemodule.h says why). Linking dollygrip_sentencepiece says where
# the module lies; core/generator/CMakeLists.txt builds it. The engine alone does without where the
# library is missing: Unigram (core/generator/unigram.h) cuts the words then.
add_library(dollygrip_sentencepiece INTERFACE)
target_link_libraries(dollygrip_sentencepiece INTERFACE ${CMAKE_DL_LIBS})
if(DOLLYGRIP_ENGINE_ONLY)
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
        pkg_check_modules(SENTENCEPIECE QUIET IMPORTED_TARGET sentencepiece)
    endif()
else()
    pkg_check_modules(SENTENCEPIECE REQUIRED IMPORTED_TARGET sentencepiece)
endif()
if(SENTENCEPIECE_FOUND)
    set(piece_module dollygrip_pieces${CMAKE_SHARED_MODULE_SUFFIX})
    target_compile_definitions(dollygrip_sentencepiece INTERFACE DOLLYGRIP_WITH_SENTENCEPIECE
        DOLLYGRIP_PIECES_BUILT="${PROJECT_BINARY_DIR}/lib/${piece_module}"
        DOLLYGRIP_PIECES_BESIDE="${CMAKE_INSTALL_LIBDIR}/dollygrip/${piece_module}"
        DOLLYGRIP_PIECES_INSTALLED="${CMAKE_INSTALL_FULL_LIBDIR}/dollygrip/${piece_module}")
    add_dependencies(dollygrip_sentencepiece dollygrip_pieces)
endif()
