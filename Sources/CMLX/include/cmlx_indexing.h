// Reading and updating parts of an array.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cmlx_index_kind : int32_t {
  CMLX_INDEX_INTEGER,
  CMLX_INDEX_SLICE,
  CMLX_INDEX_NEW_AXIS,
  CMLX_INDEX_ELLIPSIS,
  CMLX_INDEX_ARRAY,
} cmlx_index_kind;

/// One part of a subscript. An integer is in `start`.
typedef struct cmlx_index {
  cmlx_index_kind kind;
  int32_t start;
  int32_t stop;
  int32_t step;
  bool has_start;
  bool has_stop;
  cmlx_array array;
} cmlx_index;

typedef enum cmlx_update : int32_t {
  CMLX_UPDATE_ASSIGN,
  CMLX_UPDATE_ADD,
  CMLX_UPDATE_SUBTRACT,
  CMLX_UPDATE_MULTIPLY,
  CMLX_UPDATE_DIVIDE,
  CMLX_UPDATE_MAXIMUM,
  CMLX_UPDATE_MINIMUM,
} cmlx_update;

/// `source[indices]`, Python's meaning.
cmlx_array cmlx_get_item(
    cmlx_array source, const cmlx_index* _Nonnull indices, size_t count, cmlx_stream s);
/// What `source` is after `source[indices] = values`, or after `source.at[indices].add(values)` …
cmlx_array cmlx_updated(
    cmlx_array source,
    const cmlx_index* _Nonnull indices,
    size_t count,
    cmlx_array values,
    cmlx_update update,
    cmlx_stream s);

/// Without an axis from the flattened array.
cmlx_array cmlx_take(cmlx_array a, cmlx_array indices, cmlx_optional_int axis, cmlx_stream s);
/// One position of an axis, or of the flattened array.
cmlx_array cmlx_take_one(
    cmlx_array a, int32_t index, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_take_along_axis(cmlx_array a, cmlx_array indices, int32_t axis, cmlx_stream s);
cmlx_array cmlx_put_along_axis(
    cmlx_array a, cmlx_array indices, cmlx_array values, int32_t axis, cmlx_stream s);
cmlx_array cmlx_scatter_add_axis(
    cmlx_array a, cmlx_array indices, cmlx_array values, int32_t axis, cmlx_stream s);
cmlx_array cmlx_masked_scatter(
    cmlx_array a, cmlx_array mask, cmlx_array source, cmlx_stream s);
/// A slice of `size` whose `start` is known only when it is evaluated.
cmlx_array cmlx_dynamic_slice(
    cmlx_array a, cmlx_array start, cmlx_ints axes, cmlx_ints size, cmlx_stream s);
cmlx_array cmlx_dynamic_slice_update(
    cmlx_array a, cmlx_array update, cmlx_array start, cmlx_ints axes, cmlx_stream s);

#ifdef __cplusplus
}
#endif
