// Files: safetensors, npy, gguf.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// UTF-8 that may hold any character.
typedef struct cmlx_text {
  const char* _Nullable bytes;
  size_t count;
} cmlx_text;

/// One metadata entry: an array where there is one, otherwise a text, or a list of them.
typedef struct cmlx_metadata {
  cmlx_text key;
  cmlx_array array;
  const cmlx_text* _Nullable texts;
  size_t count;
  bool is_list;
} cmlx_metadata;

/// Receives what a file holds; each function owns its arrays, texts are borrowed.
typedef struct cmlx_reader {
  void* _Nonnull context;
  void (*_Nonnull array)(void* _Nonnull context, cmlx_text name, cmlx_array array);
  void (*_Nonnull metadata)(void* _Nonnull context, cmlx_metadata entry);
} cmlx_reader;

/// What goes into a file: `names` as many as arrays.
typedef struct cmlx_contents {
  const cmlx_text* _Nullable names;
  cmlx_arrays arrays;
  const cmlx_metadata* _Nullable metadata;
  size_t metadata_count;
} cmlx_contents;

/// Receives the bytes of a file made in memory.
typedef void (*cmlx_bytes)(void* _Nonnull context, const void* _Nonnull bytes, size_t count);

cmlx_error* _Nullable cmlx_load_safetensors(
    const char* _Nonnull path, cmlx_reader reader, cmlx_stream s);
/// From memory, which is copied.
cmlx_error* _Nullable cmlx_load_safetensors_bytes(
    const void* _Nonnull bytes, size_t count, cmlx_reader reader, cmlx_stream s);
/// `path` must end in `.safetensors`. Metadata are texts.
cmlx_error* _Nullable cmlx_save_safetensors(const char* _Nonnull path, cmlx_contents contents);
cmlx_error* _Nullable cmlx_save_safetensors_bytes(
    cmlx_contents contents, void* _Nonnull context, cmlx_bytes _Nonnull use);

/// The file must be sound: the engine follows what it says.
cmlx_error* _Nullable cmlx_load_gguf(
    const char* _Nonnull path, cmlx_reader reader, cmlx_stream s);
/// `path` must end in `.gguf`.
cmlx_error* _Nullable cmlx_save_gguf(const char* _Nonnull path, cmlx_contents contents);

/// Read when it is evaluated.
cmlx_array cmlx_load_npy(const char* _Nonnull path, cmlx_stream s);
/// From memory, read at once.
cmlx_array cmlx_load_npy_bytes(const void* _Nonnull bytes, size_t count, cmlx_stream s);
/// `path` must end in `.npy`.
cmlx_error* _Nullable cmlx_save_npy(const char* _Nonnull path, cmlx_array a);
cmlx_error* _Nullable cmlx_save_npy_bytes(
    cmlx_array a, void* _Nonnull context, cmlx_bytes _Nonnull use);

#ifdef __cplusplus
}
#endif
