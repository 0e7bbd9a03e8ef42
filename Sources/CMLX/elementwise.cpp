#include "cmlx_elementwise.h"

#include "mlx/ops.h"
#include "shim.hpp"

namespace {

struct Unary {
  const char* name;
  mx::array (*apply)(const mx::array&, mx::StreamOrDevice);
};

struct Binary {
  const char* name;
  mx::array (*apply)(const mx::array&, const mx::array&, mx::StreamOrDevice);
};

#define UNARY_ROW(name) {#name, mx::name},
#define BINARY_ROW(name) {#name, mx::name},

constexpr Unary unary_table[] = {CMLX_UNARY_OPERATIONS(UNARY_ROW)};
constexpr Binary binary_table[] = {CMLX_BINARY_OPERATIONS(BINARY_ROW)};

} // namespace

cmlx_array cmlx_unary(cmlx_unary_operation operation, cmlx_array a, cmlx_stream s) {
  const Unary& row = unary_table[operation];
  return produce(row.name, [&] { return row.apply(in(a), on(s)); }, a);
}

cmlx_array cmlx_binary(
    cmlx_binary_operation operation, cmlx_array a, cmlx_array b, cmlx_stream s) {
  const Binary& row = binary_table[operation];
  return produce(row.name, [&] { return row.apply(in(a), in(b), on(s)); }, a, b);
}

cmlx_array cmlx_binary_scalar(
    cmlx_binary_operation operation,
    cmlx_array a,
    cmlx_scalar scalar,
    bool scalar_first,
    cmlx_stream s) {
  const Binary& row = binary_table[operation];
  return produce(
      row.name,
      [&] {
        const mx::array& array = in(a);
        const mx::array& value = constant(scalar, array.dtype());
        return scalar_first ? row.apply(value, array, on(s)) : row.apply(array, value, on(s));
      },
      a);
}

cmlx_array cmlx_astype(cmlx_array a, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::astype(in(a), dtype(d), on(s)), a);
}

cmlx_array cmlx_view(cmlx_array a, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::view(in(a), dtype(d), on(s)), a);
}

cmlx_array cmlx_round(cmlx_array a, int32_t decimals, cmlx_stream s) {
  ARRAY(mx::round(in(a), decimals, on(s)), a);
}

cmlx_array cmlx_clip(cmlx_array a, cmlx_array min, cmlx_array max, cmlx_stream s) {
  ARRAY(mx::clip(in(a), maybe(min), maybe(max), on(s)), a, min, max);
}

cmlx_array cmlx_where(cmlx_array condition, cmlx_array x, cmlx_array y, cmlx_stream s) {
  ARRAY(mx::where(in(condition), in(x), in(y), on(s)), condition, x, y);
}

cmlx_array cmlx_nan_to_num(
    cmlx_array a,
    float nan,
    cmlx_optional_float posinf,
    cmlx_optional_float neginf,
    cmlx_stream s) {
  ARRAY(mx::nan_to_num(in(a), nan, maybe(posinf), maybe(neginf), on(s)), a);
}

cmlx_array cmlx_isclose(
    cmlx_array a, cmlx_array b, double rtol, double atol, bool equal_nan, cmlx_stream s) {
  ARRAY(mx::isclose(in(a), in(b), rtol, atol, equal_nan, on(s)), a, b);
}

cmlx_array cmlx_allclose(
    cmlx_array a, cmlx_array b, double rtol, double atol, bool equal_nan, cmlx_stream s) {
  ARRAY(mx::allclose(in(a), in(b), rtol, atol, equal_nan, on(s)), a, b);
}

cmlx_array cmlx_array_equal(cmlx_array a, cmlx_array b, bool equal_nan, cmlx_stream s) {
  ARRAY(mx::array_equal(in(a), in(b), equal_nan, on(s)), a, b);
}

cmlx_error* cmlx_divmod(cmlx_list* out, cmlx_array a, cmlx_array b, cmlx_stream s) {
  ARRAYS(out, mx::divmod(in(a), in(b), on(s)), a, b);
}

cmlx_array cmlx_to_fp8(cmlx_array a, cmlx_stream s) {
  ARRAY(mx::to_fp8(in(a), on(s)), a);
}

cmlx_array cmlx_from_fp8(cmlx_array a, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::from_fp8(in(a), dtype(d), on(s)), a);
}
