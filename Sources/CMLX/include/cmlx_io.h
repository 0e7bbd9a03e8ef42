// Files: safetensors, npy, gguf.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Receives what a file holds; `array` owns its argument.
typedef struct cmlx_reader {
  void* _Nonnull context;
  void (*_Nonnull array)(void* _Nonnull context, const char* _Nonnull name, cmlx_array array);
  void (*_Nonnull metadata)(
      void* _Nonnull context, const char* _Nonnull key, const char* _Nonnull value);
} cmlx_reader;

/// What goes into a file: `names` as many as arrays, `keys` and `values` as many as `metadata_count`.
typedef struct cmlx_contents {
  const char* _Nonnull const* _Nullable names;
  cmlx_arrays arrays;
  const char* _Nonnull const* _Nullable keys;
  const char* _Nonnull const* _Nullable values;
  size_t metadata_count;
} cmlx_contents;

cmlx_error* _Nullable cmlx_load_safetensors(
    const char* _Nonnull path, cmlx_reader reader, cmlx_stream s);
/// From memory, which is copied.
cmlx_error* _Nullable cmlx_load_safetensors_bytes(
    const void* _Nonnull bytes, size_t count, cmlx_reader reader, cmlx_stream s);
/// `path` must end in `.safetensors`.
cmlx_error* _Nullable cmlx_save_safetensors(const char* _Nonnull path, cmlx_contents contents);
/// To memory, which `use` receives.
cmlx_error* _Nullable cmlx_save_safetensors_bytes(
    cmlx_contents contents,
    void* _Nonnull context,
    void (*_Nonnull use)(void* _Nonnull context, const void* _Nonnull bytes, size_t count));

/// Metadata arrays arrive as arrays under their key.
cmlx_error* _Nullable cmlx_load_gguf(
    const char* _Nonnull path, cmlx_reader reader, cmlx_stream s);

cmlx_array cmlx_load_npy(const char* _Nonnull path, cmlx_stream s);
/// `path` must end in `.npy`.
cmlx_error* _Nullable cmlx_save_npy(const char* _Nonnull path, cmlx_array a);

#ifdef __cplusplus
}
#endif
