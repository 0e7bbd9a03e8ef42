// Shapes: reshaping, moving axes, joining, splitting, padding.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

cmlx_array cmlx_reshape(cmlx_array a, cmlx_ints shape, cmlx_stream s);
cmlx_array cmlx_flatten_range(cmlx_array a, int32_t start, int32_t end, cmlx_stream s);
cmlx_array cmlx_unflatten(cmlx_array a, int32_t axis, cmlx_ints shape, cmlx_stream s);
cmlx_array cmlx_squeeze_axes(cmlx_array a, cmlx_ints axes, cmlx_stream s);
cmlx_array cmlx_expand_dims(cmlx_array a, cmlx_ints axes, cmlx_stream s);
cmlx_array cmlx_transpose_axes(cmlx_array a, cmlx_ints axes, cmlx_stream s);
cmlx_array cmlx_swapaxes(cmlx_array a, int32_t axis1, int32_t axis2, cmlx_stream s);
cmlx_array cmlx_moveaxis(cmlx_array a, int32_t source, int32_t destination, cmlx_stream s);
cmlx_array cmlx_flip(cmlx_array a, cmlx_ints axes, bool all, cmlx_stream s);
cmlx_array cmlx_broadcast_to(cmlx_array a, cmlx_ints shape, cmlx_stream s);
cmlx_error* _Nullable cmlx_broadcast_arrays(
    cmlx_list* _Nonnull out, cmlx_arrays arrays, cmlx_stream s);
cmlx_array cmlx_contiguous(cmlx_array a, bool allow_col_major, cmlx_stream s);
cmlx_array cmlx_as_strided(
    cmlx_array a,
    cmlx_ints shape,
    const int64_t* _Nullable strides,
    size_t offset,
    cmlx_stream s);

cmlx_array cmlx_concatenate(cmlx_arrays arrays, int32_t axis, cmlx_stream s);
cmlx_array cmlx_stack(cmlx_arrays arrays, int32_t axis, cmlx_stream s);
cmlx_error* _Nullable cmlx_split(
    cmlx_list* _Nonnull out, cmlx_array a, int32_t parts, int32_t axis, cmlx_stream s);
cmlx_error* _Nullable cmlx_split_at(
    cmlx_list* _Nonnull out, cmlx_array a, cmlx_ints indices, int32_t axis, cmlx_stream s);
cmlx_error* _Nullable cmlx_unstack(
    cmlx_list* _Nonnull out, cmlx_array a, int32_t axis, cmlx_stream s);
cmlx_array cmlx_repeat(cmlx_array a, int32_t count, cmlx_optional_int axis, cmlx_stream s);
cmlx_array cmlx_tile(cmlx_array a, cmlx_ints repetitions, cmlx_stream s);
/// `axes`, `low` and `high` have the same length.
cmlx_array cmlx_pad(
    cmlx_array a,
    cmlx_ints axes,
    cmlx_ints low,
    cmlx_ints high,
    cmlx_array value,
    const char* _Nonnull mode,
    cmlx_stream s);
/// Without axes over the flattened array.
cmlx_array cmlx_roll(
    cmlx_array a, cmlx_ints shift, cmlx_ints axes, bool flat, cmlx_stream s);

/// The inputs, evaluated only after the dependencies are.
cmlx_error* _Nullable cmlx_depends(
    cmlx_list* _Nonnull out, cmlx_arrays inputs, cmlx_arrays dependencies);

#ifdef __cplusplus
}
#endif
