# LibTorch as dollygrip_torch: Debian's libtorch-dev, or a downloaded one (CUDA as well) named by
# -DTorch_DIR=<libtorch>/share/cmake/Torch. 1.13 and later.
if(POLICY CMP0146)
    cmake_policy(SET CMP0146 OLD) # LibTorch's own files still look for CUDA by FindCUDA
endif()
# LibTorch warns about static libraries that Debian does not ship and nobody here needs.
set(CMAKE_MESSAGE_LOG_LEVEL ERROR)
find_package(Torch 1.13 REQUIRED)
unset(CMAKE_MESSAGE_LOG_LEVEL)
message(STATUS "Found LibTorch: ${TORCH_LIBRARY} (version ${Torch_VERSION})")
if(TORCH_CXX_FLAGS MATCHES "_GLIBCXX_USE_CXX11_ABI=0")
    message(FATAL_ERROR "The LibTorch in ${TORCH_INSTALL_PREFIX} was built with the old C++ ABI, "
        "which Qt and OpenCV do not share. Download the one named \"cxx11 ABI\".")
endif()

add_library(dollygrip_torch INTERFACE)
target_link_libraries(dollygrip_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(DOLLYGRIP_TORCH_FLAGS UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(dollygrip_torch INTERFACE ${DOLLYGRIP_TORCH_FLAGS})
