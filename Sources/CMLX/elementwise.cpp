#include "cmlx_elementwise.h"
#include "shim.hpp"

#include <array>

#include "mlx/ops.h"
#include "mlx/primitives.h"

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

/// Whether an operation's result has the dtype and the shape of operands that agree in both.
constexpr bool keeps_dtype(cmlx_binary_operation operation) {
  switch (operation) {
    case CMLX_BINARY_add:
    case CMLX_BINARY_subtract:
    case CMLX_BINARY_multiply:
    case CMLX_BINARY_maximum:
    case CMLX_BINARY_minimum:
      return true;
    default:
      return false;
  }
}

/// The node that `row.apply` makes, without the copies it makes to promote and to broadcast operands
/// that need neither. The primitives of these operations have no state but their stream, so one of
/// each, taken from the engine's first node, serves all. Traced functions go the engine's way.
mx::array agreeing(const Binary& row, size_t index, const mx::array& a, const mx::array& b) {
  static std::array<std::atomic<std::shared_ptr<mx::Primitive>*>, std::size(binary_table)> primitives{};
  auto* primitive = primitives[index].load(std::memory_order_acquire);
  if (!primitive) {
    auto node = row.apply(a, b, on(0));
    auto* made = new std::shared_ptr<mx::Primitive>(node.primitive_ptr());
    if (!primitives[index].compare_exchange_strong(primitive, made)) {
      delete made;
    }
    return node;
  }
  if ((*primitive)->stream() != std::get<mx::Stream>(on(0))) {
    return row.apply(a, b, on(0)); // another default device since then
  }
  std::vector<mx::array> inputs;
  inputs.reserve(2);
  inputs.push_back(a);
  inputs.push_back(b);
  return mx::array(a.shape(), a.dtype(), *primitive, std::move(inputs));
}

bool divides(cmlx_binary_operation operation) {
  return operation == CMLX_BINARY_floor_divide || operation == CMLX_BINARY_remainder;
}

/// Whether a divisor may be the -1 that the smallest integer must not be divided by: there is no such
/// quotient, and processors trap.
bool may_trap(const mx::array& a, const mx::array& b, const mx::Stream& stream) {
  auto type = mx::promote_types(a.dtype(), b.dtype());
  if (stream.device.type != mx::Device::cpu || (type != mx::int32 && type != mx::int64) ||
      !mx::issubdtype(b.dtype(), mx::signedinteger)) {
    return false;
  }
  if (b.size() != 1 || b.is_tracer() || !b.is_available()) {
    return true;
  }
  switch (b.dtype()) {
    case mx::int8: return *b.data<int8_t>() == -1;
    case mx::int16: return *b.data<int16_t>() == -1;
    case mx::int32: return *b.data<int32_t>() == -1;
    default: return *b.data<int64_t>() == -1;
  }
}

/// A quotient or remainder. By -1 it is the negative number, where that is too large the number itself,
/// and 0.
mx::array divided(
    cmlx_binary_operation operation, const mx::array& a, const mx::array& b, mx::StreamOrDevice s) {
  const Binary& row = binary_table[operation];
  if (!may_trap(a, b, mx::to_stream(s))) {
    return row.apply(a, b, s);
  }
  auto minus_one = mx::equal(b, mx::array(-1, b.dtype()), s);
  auto result = row.apply(a, mx::where(minus_one, mx::array(1, b.dtype()), b, s), s);
  return operation == CMLX_BINARY_remainder
      ? result
      : mx::where(minus_one, mx::negative(mx::astype(a, result.dtype(), s), s), result, s);
}

/// The operation of a row, on any operands.
mx::array applied(
    cmlx_binary_operation operation, const mx::array& a, const mx::array& b, mx::StreamOrDevice s) {
  return divides(operation) ? divided(operation, a, b, s)
                            : binary_table[operation].apply(a, b, s);
}

std::vector<mx::array> divided_both(const mx::array& a, const mx::array& b, mx::StreamOrDevice s) {
  if (!may_trap(a, b, mx::to_stream(s))) {
    return mx::divmod(a, b, s);
  }
  return {divided(CMLX_BINARY_floor_divide, a, b, s), divided(CMLX_BINARY_remainder, a, b, s)};
}

} // namespace

cmlx_array cmlx_unary(cmlx_unary_operation operation, cmlx_array a, cmlx_stream s) {
  const Unary& row = unary_table[operation];
  return produce(row.name, [&] { return row.apply(in(a), on(s)); }, a);
}

cmlx_array cmlx_binary(
    cmlx_binary_operation operation, cmlx_array a, cmlx_array b, cmlx_stream s) {
  const Binary& row = binary_table[operation];
  return produce(
      row.name,
      [&] {
        const mx::array& left = in(a);
        const mx::array& right = in(b);
        bool agree = s == 0 && keeps_dtype(operation) && left.dtype() == right.dtype() &&
            left.shape() == right.shape() && !left.is_tracer() && !right.is_tracer();
        return agree ? agreeing(row, operation, left, right) : applied(operation, left, right, on(s));
      },
      a,
      b);
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
        return scalar_first ? applied(operation, value, array, on(s))
                            : applied(operation, array, value, on(s));
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
  ARRAYS(out, divided_both(in(a), in(b), on(s)), a, b);
}

cmlx_array cmlx_to_fp8(cmlx_array a, cmlx_stream s) {
  ARRAY(mx::to_fp8(in(a), on(s)), a);
}

cmlx_array cmlx_from_fp8(cmlx_array a, cmlx_dtype d, cmlx_stream s) {
  ARRAY(mx::from_fp8(in(a), dtype(d), on(s)), a);
}
