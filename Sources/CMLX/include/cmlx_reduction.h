// Reductions, running reductions, sorting and selection along axes.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Every reduction `(array, axes, keepdims) -> array`, by its name in the engine.
#define CMLX_REDUCTIONS(X) \
  X(sum) X(prod) X(mean) X(max) X(min) X(all) X(any) X(logsumexp) X(median) X(count_nonzero)

/// Every running reduction `(array, axis, reverse, inclusive) -> array`.
#define CMLX_SCANS(X) X(cumsum) X(cumprod) X(cummax) X(cummin) X(logcumsumexp)

#define CMLX_REDUCTION_CASE(name) CMLX_REDUCE_##name,
#define CMLX_SCAN_CASE(name) CMLX_SCAN_##name,

typedef enum cmlx_reduction : int32_t { CMLX_REDUCTIONS(CMLX_REDUCTION_CASE) } cmlx_reduction;
typedef enum cmlx_scan_operation : int32_t { CMLX_SCANS(CMLX_SCAN_CASE) } cmlx_scan_operation;

/// Axes in a row, or all axes where `all`.
typedef struct cmlx_axes {
  cmlx_ints axes;
  bool all;
} cmlx_axes;

cmlx_array cmlx_reduce(
    cmlx_reduction operation, cmlx_array a, cmlx_axes axes, bool keepdims, cmlx_stream s);
cmlx_array cmlx_var(cmlx_array a, cmlx_axes axes, bool keepdims, int32_t ddof, cmlx_stream s);
cmlx_array cmlx_std(cmlx_array a, cmlx_axes axes, bool keepdims, int32_t ddof, cmlx_stream s);
cmlx_array cmlx_softmax(cmlx_array a, cmlx_axes axes, bool precise, cmlx_stream s);
/// Without an axis over all elements.
cmlx_array cmlx_argmax(cmlx_array a, cmlx_optional_int axis, bool keepdims, cmlx_stream s);
cmlx_array cmlx_argmin(cmlx_array a, cmlx_optional_int axis, bool keepdims, cmlx_stream s);
cmlx_error* _Nullable cmlx_minmax(
    cmlx_list* _Nonnull out, cmlx_array a, cmlx_axes axes, bool keepdims, cmlx_stream s);
/// Without an axis over the flattened array.
cmlx_array cmlx_scan(
    cmlx_scan_operation operation,
    cmlx_array a,
    cmlx_optional_int axis,
    bool reverse,
    bool inclusive,
    cmlx_stream s);
cmlx_array cmlx_diff(cmlx_array a, int32_t n, int32_t axis, cmlx_stream s);

// Without an axis these work on the flattened array.
cmlx_array cmlx_sort(cmlx_array a, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_argsort(cmlx_array a, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_partition(cmlx_array a, int32_t kth, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_argpartition(cmlx_array a, int32_t kth, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_topk(cmlx_array a, int32_t k, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_searchsorted(cmlx_array sorted, cmlx_array values, bool right, cmlx_stream s);

#ifdef __cplusplus
}
#endif
