#include "cmlx_reduction.h"
#include "shim.hpp"

#include "mlx/ops.h"

namespace {

struct Reduction {
  const char* name;
  mx::array (*over_axes)(const mx::array&, const std::vector<int>&, bool, mx::StreamOrDevice);
  mx::array (*over_all)(const mx::array&, bool, mx::StreamOrDevice);
};

struct Scan {
  const char* name;
  mx::array (*along)(const mx::array&, int, bool, bool, mx::StreamOrDevice);
  mx::array (*flat)(const mx::array&, bool, bool, mx::StreamOrDevice);
};

#define REDUCTION_ROW(name) {#name, mx::name, mx::name},
#define SCAN_ROW(name) {#name, mx::name, mx::name},

constexpr Reduction reductions[] = {CMLX_REDUCTIONS(REDUCTION_ROW)};
constexpr Scan scans[] = {CMLX_SCANS(SCAN_ROW)};

} // namespace

cmlx_array cmlx_reduce(
    cmlx_reduction operation, cmlx_array a, cmlx_axes axes, bool keepdims, cmlx_stream s) {
  const Reduction& row = reductions[operation];
  return produce(
      row.name,
      [&] {
        return axes.all ? row.over_all(in(a), keepdims, on(s))
                        : row.over_axes(in(a), ints(axes.axes), keepdims, on(s));
      },
      a);
}

cmlx_array cmlx_var(cmlx_array a, cmlx_axes axes, bool keepdims, int32_t ddof, cmlx_stream s) {
  ARRAY(
      axes.all ? mx::var(in(a), keepdims, ddof, on(s))
               : mx::var(in(a), ints(axes.axes), keepdims, ddof, on(s)),
      a);
}

cmlx_array cmlx_std(cmlx_array a, cmlx_axes axes, bool keepdims, int32_t ddof, cmlx_stream s) {
  ARRAY(
      axes.all ? mx::std(in(a), keepdims, ddof, on(s))
               : mx::std(in(a), ints(axes.axes), keepdims, ddof, on(s)),
      a);
}

cmlx_array cmlx_softmax(cmlx_array a, cmlx_axes axes, bool precise, cmlx_stream s) {
  ARRAY(
      axes.all ? mx::softmax(in(a), precise, on(s))
               : mx::softmax(in(a), ints(axes.axes), precise, on(s)),
      a);
}

cmlx_array cmlx_argmax(cmlx_array a, cmlx_optional_int axis, bool keepdims, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::argmax(in(a), axis.value, keepdims, on(s))
                   : mx::argmax(in(a), keepdims, on(s)),
      a);
}

cmlx_array cmlx_argmin(cmlx_array a, cmlx_optional_int axis, bool keepdims, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::argmin(in(a), axis.value, keepdims, on(s))
                   : mx::argmin(in(a), keepdims, on(s)),
      a);
}

cmlx_error* cmlx_minmax(
    cmlx_list* out, cmlx_array a, cmlx_axes axes, bool keepdims, cmlx_stream s) {
  ARRAYS(
      out,
      pack(axes.all ? mx::minmax(in(a), keepdims, on(s))
                    : mx::minmax(in(a), ints(axes.axes), keepdims, on(s))),
      a);
}

cmlx_array cmlx_scan(
    cmlx_scan_operation operation,
    cmlx_array a,
    cmlx_optional_int axis,
    bool reverse,
    bool inclusive,
    cmlx_stream s) {
  const Scan& row = scans[operation];
  return produce(
      row.name,
      [&] {
        return axis.present ? row.along(in(a), axis.value, reverse, inclusive, on(s))
                            : row.flat(in(a), reverse, inclusive, on(s));
      },
      a);
}

cmlx_array cmlx_diff(cmlx_array a, int32_t n, int32_t axis, cmlx_stream s) {
  ARRAY(mx::diff(in(a), n, axis, on(s)), a);
}

// MARK: Sorting

cmlx_array cmlx_sort(cmlx_array a, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(axis.present ? mx::sort(in(a), axis.value, on(s)) : mx::sort(in(a), on(s)), a);
}

cmlx_array cmlx_argsort(cmlx_array a, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(axis.present ? mx::argsort(in(a), axis.value, on(s)) : mx::argsort(in(a), on(s)), a);
}

cmlx_array cmlx_partition(cmlx_array a, int32_t kth, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::partition(in(a), kth, axis.value, on(s))
                   : mx::partition(in(a), kth, on(s)),
      a);
}

cmlx_array cmlx_argpartition(cmlx_array a, int32_t kth, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::argpartition(in(a), kth, axis.value, on(s))
                   : mx::argpartition(in(a), kth, on(s)),
      a);
}

cmlx_array cmlx_topk(cmlx_array a, int32_t k, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::topk(in(a), k, axis.value, on(s)) : mx::topk(in(a), k, on(s)), a);
}

cmlx_array cmlx_searchsorted(cmlx_array sorted, cmlx_array values, bool right, cmlx_stream s) {
  ARRAY(
      mx::searchsorted(in(sorted), in(values), right ? "right" : "left", on(s)), sorted, values);
}
