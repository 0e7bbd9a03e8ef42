// Arrays from nothing.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

cmlx_array cmlx_zeros(cmlx_ints shape, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_ones(cmlx_ints shape, cmlx_dtype dtype, cmlx_stream s);
/// `dtype` may be `CMLX_NO_DTYPE`: that of `values`.
cmlx_array cmlx_full(cmlx_ints shape, cmlx_array values, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_eye(int32_t n, int32_t m, int32_t k, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_tri(int32_t n, int32_t m, int32_t k, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_tril(cmlx_array a, int32_t k, cmlx_stream s);
cmlx_array cmlx_triu(cmlx_array a, int32_t k, cmlx_stream s);
cmlx_array cmlx_arange(
    double start, double stop, double step, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_linspace(
    double start, double stop, int32_t count, bool endpoint, cmlx_dtype dtype, cmlx_stream s);

typedef enum cmlx_window : int32_t {
  CMLX_HANNING,
  CMLX_HAMMING,
  CMLX_BARTLETT,
  CMLX_BLACKMAN,
} cmlx_window;

cmlx_array cmlx_window_of(cmlx_window kind, int32_t size, cmlx_stream s);
cmlx_error* _Nullable cmlx_meshgrid(
    cmlx_list* _Nonnull out,
    cmlx_arrays arrays,
    bool sparse,
    const char* _Nonnull indexing,
    cmlx_stream s);

#ifdef __cplusplus
}
#endif
