// Operations on each element: tables of unary and binary ones, and the few of another form.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Every operation `array -> array` without a parameter, by its name in the engine.
#define CMLX_UNARY_OPERATIONS(X) \
  X(abs) X(positive) X(negative) X(sign) X(logical_not) X(reciprocal) X(floor) X(ceil) X(trunc) \
  X(square) X(sqrt) X(rsqrt) X(exp) X(expm1) X(log) X(log2) X(log10) X(log1p) \
  X(sin) X(cos) X(tan) X(arcsin) X(arccos) X(arctan) X(sinh) X(cosh) X(tanh) \
  X(arcsinh) X(arccosh) X(arctanh) X(degrees) X(radians) X(sigmoid) X(erf) X(erfinv) \
  X(isnan) X(isinf) X(isfinite) X(isposinf) X(isneginf) X(conjugate) X(real) X(imag) \
  X(bitwise_invert) X(stop_gradient) X(zeros_like) X(ones_like) X(transpose) X(matrix_transpose) \
  X(squeeze) X(flatten) X(atleast_1d) X(atleast_2d) X(atleast_3d)

/// Every operation `(array, array) -> array` without a parameter, by its name in the engine.
#define CMLX_BINARY_OPERATIONS(X) \
  X(add) X(subtract) X(multiply) X(divide) X(power) X(remainder) X(floor_divide) \
  X(maximum) X(minimum) X(logaddexp) X(arctan2) \
  X(equal) X(not_equal) X(less) X(less_equal) X(greater) X(greater_equal) \
  X(logical_and) X(logical_or) X(logical_xor) \
  X(bitwise_and) X(bitwise_or) X(bitwise_xor) X(left_shift) X(right_shift) \
  X(matmul) X(inner) X(outer) X(kron)

#define CMLX_UNARY_CASE(name) CMLX_UNARY_##name,
#define CMLX_BINARY_CASE(name) CMLX_BINARY_##name,

typedef enum cmlx_unary_operation : int32_t {
  CMLX_UNARY_OPERATIONS(CMLX_UNARY_CASE)
} cmlx_unary_operation;

typedef enum cmlx_binary_operation : int32_t {
  CMLX_BINARY_OPERATIONS(CMLX_BINARY_CASE)
} cmlx_binary_operation;

cmlx_array cmlx_unary(cmlx_unary_operation operation, cmlx_array a, cmlx_stream s);
cmlx_array cmlx_binary(
    cmlx_binary_operation operation, cmlx_array a, cmlx_array b, cmlx_stream s);
/// With a scalar on the right, or on the left where `scalar_first`.
cmlx_array cmlx_binary_scalar(
    cmlx_binary_operation operation,
    cmlx_array a,
    cmlx_scalar scalar,
    bool scalar_first,
    cmlx_stream s);

cmlx_array cmlx_astype(cmlx_array a, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_view(cmlx_array a, cmlx_dtype dtype, cmlx_stream s);
cmlx_array cmlx_round(cmlx_array a, int32_t decimals, cmlx_stream s);
cmlx_array cmlx_clip(cmlx_array a, cmlx_array min, cmlx_array max, cmlx_stream s);
cmlx_array cmlx_where(cmlx_array condition, cmlx_array x, cmlx_array y, cmlx_stream s);
cmlx_array cmlx_nan_to_num(
    cmlx_array a,
    float nan,
    cmlx_optional_float posinf,
    cmlx_optional_float neginf,
    cmlx_stream s);
cmlx_array cmlx_isclose(
    cmlx_array a, cmlx_array b, double rtol, double atol, bool equal_nan, cmlx_stream s);
cmlx_array cmlx_allclose(
    cmlx_array a, cmlx_array b, double rtol, double atol, bool equal_nan, cmlx_stream s);
cmlx_array cmlx_array_equal(cmlx_array a, cmlx_array b, bool equal_nan, cmlx_stream s);
cmlx_error* _Nullable cmlx_divmod(
    cmlx_list* _Nonnull out, cmlx_array a, cmlx_array b, cmlx_stream s);
cmlx_array cmlx_to_fp8(cmlx_array a, cmlx_stream s);
cmlx_array cmlx_from_fp8(cmlx_array a, cmlx_dtype dtype, cmlx_stream s);

#ifdef __cplusplus
}
#endif
