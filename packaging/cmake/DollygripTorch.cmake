# LibTorch as dollygrip_torch. Debian's package or a downloaded one named by Torch_DIR.
find_package(Torch REQUIRED)
add_library(dollygrip_torch INTERFACE)
target_link_libraries(dollygrip_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(DOLLYGRIP_TORCH_FLAGS UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(dollygrip_torch INTERFACE ${DOLLYGRIP_TORCH_FLAGS})
