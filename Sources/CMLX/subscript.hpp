// A subscript as the engine's slices and index arrays, and what reading and updating share.
#pragma once

#include <algorithm>
#include <sstream>

#include "cmlx_indexing.h"
#include "mlx/ops.h"
#include "shim.hpp"

namespace cmlx {

/// A subscript with its ellipsis expanded and every part on its axis.
///
/// A result's dimensions come in the order of the parts, with those of the broadcast index arrays at
/// the place of the first array, or in front of all where something stands between two arrays.
struct Subscript {
  struct Part {
    cmlx_index_kind kind;
    int axis;
    int length; // of a slice; 1 for an integer
    const cmlx_index* index; // null for a slice that was not written
  };

  std::vector<Part> parts;
  std::vector<std::pair<int, mx::array>> arrays; // by axis
  mx::Shape starts, stops, steps;
  bool slices_everything = true;

  bool has_arrays() const {
    return !arrays.empty();
  }
};

inline int slice_length(int start, int stop, int step, int n) {
  auto clamp = [&](int v, int low, int high) { return std::max(low, std::min(v, high)); };
  start = start < 0 ? start + n : start;
  stop = stop < 0 ? stop + n : stop;
  if (step < 0) {
    start = clamp(start, -1, n - 1);
    stop = clamp(stop, -1, n);
    return start > stop ? (start - stop - step - 1) / -step : 0;
  }
  start = clamp(start, 0, n);
  stop = clamp(stop, 0, n);
  return stop > start ? (stop - start + step - 1) / step : 0;
}

inline Subscript parse(const mx::array& source, const cmlx_index* indices, size_t count) {
  int ndim = static_cast<int>(source.ndim());
  int consumed = 0;
  int ellipses = 0;
  for (size_t i = 0; i < count; ++i) {
    ellipses += indices[i].kind == CMLX_INDEX_ELLIPSIS;
    consumed +=
        indices[i].kind != CMLX_INDEX_ELLIPSIS && indices[i].kind != CMLX_INDEX_NEW_AXIS;
  }
  if (ellipses > 1) {
    throw std::invalid_argument("a subscript can have only one ellipsis");
  }
  if (consumed > ndim) {
    std::ostringstream message;
    message << consumed << " indices are too many for an array of shape " << source.shape();
    throw std::invalid_argument(message.str());
  }

  Subscript out;
  out.parts.reserve(ndim + count);
  out.starts = mx::Shape(ndim, 0);
  out.stops = source.shape();
  out.steps = mx::Shape(ndim, 1);
  int axis = 0;
  auto everything = [&](int axes) {
    for (; axes > 0; --axes, ++axis) {
      out.parts.push_back({CMLX_INDEX_SLICE, axis, source.shape(axis), nullptr});
    }
  };

  for (size_t i = 0; i < count; ++i) {
    const cmlx_index& index = indices[i];
    switch (index.kind) {
      case CMLX_INDEX_NEW_AXIS:
        out.parts.push_back({index.kind, -1, 1, &index});
        break;
      case CMLX_INDEX_ELLIPSIS:
        everything(ndim - consumed);
        break;
      case CMLX_INDEX_INTEGER: {
        int n = source.shape(axis);
        int at = index.start < 0 ? index.start + n : index.start;
        if (at < 0 || at >= n) {
          std::ostringstream message;
          message << "index " << index.start << " is out of range for axis " << axis
                  << " of an array of shape " << source.shape();
          throw std::out_of_range(message.str());
        }
        out.starts[axis] = at;
        out.stops[axis] = at + 1;
        out.parts.push_back({index.kind, axis, 1, &index});
        ++axis;
        break;
      }
      case CMLX_INDEX_SLICE: {
        int n = source.shape(axis);
        if (index.step == 0) {
          throw std::invalid_argument("the step of a slice must not be 0");
        }
        // Longer steps mean the same and would overflow in the engine.
        int step = std::max(-(1 << 30), std::min(index.step, 1 << 30));
        int start = index.has_start ? index.start : (step < 0 ? n - 1 : 0);
        int stop = index.has_stop ? index.stop : (step < 0 ? -n - 1 : n);
        int length = slice_length(start, stop, step, n);
        out.slices_everything &= step == 1 && length == n;
        out.starts[axis] = start;
        out.stops[axis] = stop;
        out.steps[axis] = step;
        out.parts.push_back({index.kind, axis, length, &index});
        ++axis;
        break;
      }
      case CMLX_INDEX_ARRAY:
        out.arrays.push_back({axis, in(index.array)});
        out.parts.push_back({index.kind, axis, 1, &index});
        ++axis;
        break;
    }
  }
  everything(ndim - axis);
  return out;
}

/// Whether a dimension of the result lies between two of the parts that `joins`.
template <class Joins>
bool separated(const Subscript& subscript, Joins joins) {
  bool begun = false, left = false;
  for (auto& part : subscript.parts) {
    if (joins(part.kind)) {
      if (left) {
        return true;
      }
      begun = true;
    } else if (part.kind != CMLX_INDEX_INTEGER) {
      left = begun;
    }
  }
  return false;
}

inline bool is_array(cmlx_index_kind kind) {
  return kind == CMLX_INDEX_ARRAY;
}

inline bool is_array_or_integer(cmlx_index_kind kind) {
  return kind == CMLX_INDEX_ARRAY || kind == CMLX_INDEX_INTEGER;
}

inline bool has_integers(const Subscript& subscript) {
  return std::any_of(subscript.parts.begin(), subscript.parts.end(), [](auto& part) {
    return part.kind == CMLX_INDEX_INTEGER;
  });
}

inline void refuse_masks(const Subscript& subscript) {
  for (auto& [axis, array] : subscript.arrays) {
    if (array.dtype() == mx::bool_) {
      throw std::invalid_argument("boolean arrays cannot be indices here");
    }
  }
}

inline mx::Shape broadcast_indices(const Subscript& subscript) {
  mx::Shape shape;
  for (auto& [axis, array] : subscript.arrays) {
    shape = mx::broadcast_shapes(shape, array.shape());
  }
  return shape;
}

/// The part of the source that integers and slices select, all axes kept.
inline mx::array sliced(const mx::array& source, const Subscript& subscript, mx::StreamOrDevice s) {
  if (subscript.slices_everything && !has_integers(subscript)) {
    return source;
  }
  return mx::slice(source, subscript.starts, subscript.stops, subscript.steps, s);
}

inline mx::array squeezed_and_expanded(
    mx::array a, std::vector<int> squeeze, std::vector<int> expand, mx::StreamOrDevice s) {
  if (!squeeze.empty()) {
    a = mx::squeeze(a, squeeze, s);
  }
  return expand.empty() ? a : mx::expand_dims(a, expand, s);
}

} // namespace cmlx
