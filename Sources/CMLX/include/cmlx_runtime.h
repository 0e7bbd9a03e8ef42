// Devices, streams, memory.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cmlx_device_type : int32_t {
  CMLX_CPU,
  CMLX_GPU,
} cmlx_device_type;

cmlx_device_type cmlx_default_device(void);
cmlx_error* _Nullable cmlx_set_default_device(cmlx_device_type type);
bool cmlx_device_available(cmlx_device_type type);

/// The name of the stream that all threads share on a device.
cmlx_stream cmlx_stream_of_device(cmlx_device_type type);
/// A new stream that any thread may use; 0 with `out_error` set on failure.
cmlx_stream cmlx_new_stream(
    cmlx_device_type type, cmlx_error* _Nullable* _Nonnull out_error);
cmlx_error* _Nullable cmlx_synchronize(cmlx_stream s);

/// How many scopes with another default stream are open anywhere: nobody looks for one while it is 0.
extern int32_t cmlx_open_scopes;
static inline bool cmlx_scopes_are_open(void) {
  return __atomic_load_n(&cmlx_open_scopes, __ATOMIC_RELAXED) != 0;
}
static inline void cmlx_add_open_scopes(int32_t count) {
  __atomic_fetch_add(&cmlx_open_scopes, count, __ATOMIC_RELAXED);
}

size_t cmlx_active_memory(void);
size_t cmlx_peak_memory(void);
void cmlx_reset_peak_memory(void);
size_t cmlx_cache_memory(void);
void cmlx_clear_cache(void);
size_t cmlx_memory_limit(void);
/// These return the limit that was set before.
size_t cmlx_set_memory_limit(size_t limit);
size_t cmlx_set_cache_limit(size_t limit);
cmlx_error* _Nullable cmlx_set_wired_limit(size_t limit, size_t* _Nonnull before);
/// A figure of a device by its name in the engine (`memory_size`, `total_memory`, …); 0 without it.
size_t cmlx_device_figure(cmlx_device_type type, const char* _Nonnull name);
/// Calls `use` with a text of a device by its name in the engine (`device_name`, `architecture`).
void cmlx_device_text(
    cmlx_device_type type,
    const char* _Nonnull name,
    void* _Nonnull context,
    void (*_Nonnull use)(void* _Nonnull context, const char* _Nonnull text));
const char* _Nonnull cmlx_engine_version(void);

#ifdef __cplusplus
}
#endif
