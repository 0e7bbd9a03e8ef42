// Indices that are checked before the engine follows them.
#pragma once

#include "shim.hpp"

namespace cmlx {

/// The indices, where they are to select from an axis of `size`.
///
/// Kernels of the CPU follow any index into memory. Indices whose values are known are checked here, and
/// one that is out of range is thrown. Others are checked when they are evaluated, and that fails then.
/// Negative indices count from the end.
mx::array checked_indices(
    const char* operation, const mx::array& indices, size_t size, mx::StreamOrDevice s);

/// The same for the start of a slice of `lengths` along `axes` of `a`; no start counts from the end.
mx::array checked_start(
    const char* operation,
    const mx::array& start,
    const mx::array& a,
    const std::vector<int>& axes,
    const mx::Shape& lengths,
    mx::StreamOrDevice s);

/// How many matrices `a` is a batch of.
inline size_t batch_size(const mx::array& a) {
  size_t count = 1;
  for (int axis = 0; axis + 2 < static_cast<int>(a.ndim()); ++axis) {
    count *= a.shape(axis);
  }
  return count;
}

/// `checked_indices` of optional indices into a batch of matrices.
inline std::optional<mx::array> checked_batch(
    const char* operation, std::optional<mx::array> indices, const mx::array& a, cmlx_stream s) {
  return indices ? checked_indices(operation, *indices, batch_size(a), on(s)) : indices;
}

} // namespace cmlx
