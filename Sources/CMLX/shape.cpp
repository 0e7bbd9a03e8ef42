#include "cmlx_shape.h"
#include "shim.hpp"

#include "mlx/ops.h"

cmlx_array cmlx_reshape(cmlx_array a, cmlx_ints dimensions, cmlx_stream s) {
  ARRAY(mx::reshape(in(a), shape(dimensions), on(s)), a);
}

cmlx_array cmlx_flatten_range(cmlx_array a, int32_t start, int32_t end, cmlx_stream s) {
  ARRAY(mx::flatten(in(a), start, end, on(s)), a);
}

cmlx_array cmlx_unflatten(cmlx_array a, int32_t axis, cmlx_ints dimensions, cmlx_stream s) {
  ARRAY(mx::unflatten(in(a), axis, shape(dimensions), on(s)), a);
}

cmlx_array cmlx_squeeze_axes(cmlx_array a, cmlx_ints axes, cmlx_stream s) {
  ARRAY(mx::squeeze(in(a), ints(axes), on(s)), a);
}

cmlx_array cmlx_expand_dims(cmlx_array a, cmlx_ints axes, cmlx_stream s) {
  ARRAY(mx::expand_dims(in(a), ints(axes), on(s)), a);
}

cmlx_array cmlx_transpose_axes(cmlx_array a, cmlx_ints axes, cmlx_stream s) {
  ARRAY(mx::transpose(in(a), ints(axes), on(s)), a);
}

cmlx_array cmlx_swapaxes(cmlx_array a, int32_t axis1, int32_t axis2, cmlx_stream s) {
  ARRAY(mx::swapaxes(in(a), axis1, axis2, on(s)), a);
}

cmlx_array cmlx_moveaxis(cmlx_array a, int32_t source, int32_t destination, cmlx_stream s) {
  ARRAY(mx::moveaxis(in(a), source, destination, on(s)), a);
}

cmlx_array cmlx_flip(cmlx_array a, cmlx_ints axes, bool all, cmlx_stream s) {
  ARRAY(all ? mx::flip(in(a), on(s)) : mx::flip(in(a), ints(axes), on(s)), a);
}

cmlx_array cmlx_broadcast_to(cmlx_array a, cmlx_ints dimensions, cmlx_stream s) {
  ARRAY(mx::broadcast_to(in(a), shape(dimensions), on(s)), a);
}

cmlx_error* cmlx_broadcast_arrays(cmlx_list* out, cmlx_arrays arrays, cmlx_stream s) {
  ARRAYS(out, mx::broadcast_arrays(in(arrays), on(s)), arrays);
}

cmlx_array cmlx_contiguous(cmlx_array a, bool allow_col_major, cmlx_stream s) {
  ARRAY(mx::contiguous(in(a), allow_col_major, on(s)), a);
}

cmlx_array cmlx_as_strided(
    cmlx_array a, cmlx_ints dimensions, const int64_t* strides, size_t offset, cmlx_stream s) {
  ARRAY(
      mx::as_strided(
          in(a),
          shape(dimensions),
          mx::Strides(strides, strides + dimensions.count),
          offset,
          on(s)),
      a);
}

// MARK: Joining and splitting

cmlx_array cmlx_concatenate(cmlx_arrays arrays, int32_t axis, cmlx_stream s) {
  ARRAY(mx::concatenate(in(arrays), axis, on(s)), arrays);
}

cmlx_array cmlx_stack(cmlx_arrays arrays, int32_t axis, cmlx_stream s) {
  ARRAY(mx::stack(in(arrays), axis, on(s)), arrays);
}

cmlx_error* cmlx_split(
    cmlx_list* out, cmlx_array a, int32_t parts, int32_t axis, cmlx_stream s) {
  ARRAYS(out, mx::split(in(a), static_cast<int>(parts), axis, on(s)), a);
}

cmlx_error* cmlx_split_at(
    cmlx_list* out, cmlx_array a, cmlx_ints indices, int32_t axis, cmlx_stream s) {
  ARRAYS(out, mx::split(in(a), shape(indices), axis, on(s)), a);
}

cmlx_error* cmlx_unstack(cmlx_list* out, cmlx_array a, int32_t axis, cmlx_stream s) {
  ARRAYS(out, mx::unstack(in(a), axis, on(s)), a);
}

cmlx_array cmlx_repeat(cmlx_array a, int32_t count, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::repeat(in(a), count, axis.value, on(s))
                   : mx::repeat(in(a), count, on(s)),
      a);
}

cmlx_array cmlx_tile(cmlx_array a, cmlx_ints repetitions, cmlx_stream s) {
  ARRAY(mx::tile(in(a), ints(repetitions), on(s)), a);
}

cmlx_array cmlx_pad(
    cmlx_array a,
    cmlx_ints axes,
    cmlx_ints low,
    cmlx_ints high,
    cmlx_array value,
    const char* mode,
    cmlx_stream s) {
  ARRAY(
      mx::pad(in(a), ints(axes), shape(low), shape(high), in(value), mode, on(s)), a, value);
}

cmlx_array cmlx_roll(cmlx_array a, cmlx_ints shift, cmlx_ints axes, bool flat, cmlx_stream s) {
  ARRAY(
      flat ? mx::roll(in(a), shape(shift), on(s))
           : mx::roll(in(a), shape(shift), ints(axes), on(s)),
      a);
}

cmlx_error* cmlx_depends(cmlx_list* out, cmlx_arrays inputs, cmlx_arrays dependencies) {
  ARRAYS(out, mx::depends(in(inputs), in(dependencies)), inputs, dependencies);
}
