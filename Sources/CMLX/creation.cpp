#include "cmlx_creation.h"
#include "shim.hpp"

#include "mlx/ops.h"

cmlx_array cmlx_zeros(cmlx_ints dimensions, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::zeros(shape(dimensions), dtype(d), on(s)));
}

cmlx_array cmlx_ones(cmlx_ints dimensions, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::ones(shape(dimensions), dtype(d), on(s)));
}

cmlx_array cmlx_full(cmlx_ints dimensions, cmlx_array values, cmlx_dtype d, cmlx_stream s) {
  ARRAY(
      d == CMLX_NO_DTYPE ? mx::full(shape(dimensions), in(values), on(s))
                         : mx::full(shape(dimensions), in(values), dtype(d), on(s)),
      values);
}

cmlx_array cmlx_eye(int32_t n, int32_t m, int32_t k, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::eye(n, m, k, dtype(d), on(s)));
}

cmlx_array cmlx_tri(int32_t n, int32_t m, int32_t k, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::tri(n, m, k, dtype(d), on(s)));
}

cmlx_array cmlx_tril(cmlx_array a, int32_t k, cmlx_stream s) {
  ARRAY(mx::tril(in(a), k, on(s)), a);
}

cmlx_array cmlx_triu(cmlx_array a, int32_t k, cmlx_stream s) {
  ARRAY(mx::triu(in(a), k, on(s)), a);
}

cmlx_array cmlx_arange(
    double start, double stop, double step, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::arange(start, stop, step, dtype(d), on(s)));
}

cmlx_array cmlx_linspace(
    double start, double stop, int32_t count, bool endpoint, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::linspace(start, stop, count, endpoint, dtype(d), on(s)));
}

cmlx_array cmlx_window_of(cmlx_window kind, int32_t size, cmlx_stream s) {
  constexpr decltype(&mx::hanning) table[] = {
      mx::hanning, mx::hamming, mx::bartlett, mx::blackman};
  ARRAY(table[kind](size, on(s)));
}

cmlx_error* cmlx_meshgrid(
    cmlx_list* out, cmlx_arrays arrays, bool sparse, const char* indexing, cmlx_stream s) {
  ARRAYS(out, mx::meshgrid(in(arrays), sparse, indexing, on(s)), arrays);
}
