#include "cmlx_indexing.h"

#include <algorithm>
#include <sstream>

#include "mlx/ops.h"
#include "shim.hpp"

namespace {

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

int slice_length(int start, int stop, int step, int n) {
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

Subscript parse(const mx::array& source, const cmlx_index* indices, size_t count) {
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

bool is_array(cmlx_index_kind kind) {
  return kind == CMLX_INDEX_ARRAY;
}

bool is_array_or_integer(cmlx_index_kind kind) {
  return kind == CMLX_INDEX_ARRAY || kind == CMLX_INDEX_INTEGER;
}

bool has_integers(const Subscript& subscript) {
  return std::any_of(subscript.parts.begin(), subscript.parts.end(), [](auto& part) {
    return part.kind == CMLX_INDEX_INTEGER;
  });
}

void refuse_masks(const Subscript& subscript) {
  for (auto& [axis, array] : subscript.arrays) {
    if (array.dtype() == mx::bool_) {
      throw std::invalid_argument("boolean arrays cannot be indices here");
    }
  }
}

mx::Shape broadcast_indices(const Subscript& subscript) {
  mx::Shape shape;
  for (auto& [axis, array] : subscript.arrays) {
    shape = mx::broadcast_shapes(shape, array.shape());
  }
  return shape;
}

/// The part of the source that integers and slices select, all axes kept.
mx::array sliced(const mx::array& source, const Subscript& subscript, mx::StreamOrDevice s) {
  if (subscript.slices_everything && !has_integers(subscript)) {
    return source;
  }
  return mx::slice(source, subscript.starts, subscript.stops, subscript.steps, s);
}

mx::array squeezed_and_expanded(
    mx::array a, std::vector<int> squeeze, std::vector<int> expand, mx::StreamOrDevice s) {
  if (!squeeze.empty()) {
    a = mx::squeeze(a, squeeze, s);
  }
  return expand.empty() ? a : mx::expand_dims(a, expand, s);
}

// MARK: Reading

mx::array get_slices(const mx::array& source, const Subscript& subscript, mx::StreamOrDevice s) {
  std::vector<int> squeeze, expand;
  int position = 0;
  for (auto& part : subscript.parts) {
    if (part.kind == CMLX_INDEX_INTEGER) {
      squeeze.push_back(part.axis);
    } else {
      if (part.kind == CMLX_INDEX_NEW_AXIS) {
        expand.push_back(position);
      }
      ++position;
    }
  }
  return squeezed_and_expanded(
      sliced(source, subscript, s), std::move(squeeze), std::move(expand), s);
}

mx::array get_arrays(const mx::array& source, Subscript& subscript, mx::StreamOrDevice s) {
  refuse_masks(subscript);
  bool in_front = separated(subscript, is_array_or_integer);
  int index_ndim = static_cast<int>(broadcast_indices(subscript).size());

  // Integers and slices first: what is left to gather is as small as it can be.
  mx::array selected = sliced(source, subscript, s);
  mx::array out = selected;
  if (subscript.arrays.size() == 1) {
    auto& [axis, indices] = subscript.arrays[0];
    out = mx::take(selected, indices, axis, s); // its dimensions are at `axis`
  } else {
    std::vector<mx::array> indices;
    std::vector<int> axes, squeeze;
    auto sizes = selected.shape();
    for (auto& [axis, array] : subscript.arrays) {
      indices.push_back(array);
      axes.push_back(axis);
      squeeze.push_back(axis + index_ndim);
      sizes[axis] = 1;
    }
    out = mx::squeeze(mx::gather(selected, indices, axes, sizes, s), squeeze, s);
  }

  // Bring the dimensions into the order of the parts.
  std::vector<int> order, integers, expand;
  bool taken = subscript.arrays.size() == 1;
  int first_index = taken ? subscript.arrays[0].first : 0;
  auto dimension = [&](int axis) {
    if (taken) {
      return axis < first_index ? axis : axis + index_ndim - 1;
    }
    int before = 0;
    for (auto& [array_axis, array] : subscript.arrays) {
      before += array_axis < axis;
    }
    return axis - before + index_ndim;
  };
  bool placed = false;
  auto place_indices = [&] {
    for (int i = 0; i < index_ndim; ++i) {
      order.push_back(first_index + i);
    }
    placed = true;
  };
  if (in_front) {
    place_indices();
  }
  int position = in_front ? index_ndim : 0;
  for (auto& part : subscript.parts) {
    if (part.kind == CMLX_INDEX_ARRAY) {
      if (!placed) {
        place_indices();
        position += index_ndim;
      }
    } else if (part.kind == CMLX_INDEX_NEW_AXIS) {
      expand.push_back(position++);
    } else {
      if (part.kind == CMLX_INDEX_INTEGER) {
        integers.push_back(static_cast<int>(order.size()));
      } else {
        ++position;
      }
      order.push_back(dimension(part.axis));
    }
  }
  if (!std::is_sorted(order.begin(), order.end())) {
    out = mx::transpose(out, order, s);
  }
  return squeezed_and_expanded(std::move(out), std::move(integers), std::move(expand), s);
}

mx::array get_item(
    const mx::array& source, const cmlx_index* indices, size_t count, mx::StreamOrDevice s) {
  Subscript subscript = parse(source, indices, count);
  return subscript.has_arrays() ? get_arrays(source, subscript, s)
                                : get_slices(source, subscript, s);
}

// MARK: Updating

/// `values` without the leading dimensions of length 1 that exceed `ndim`.
mx::Shape aligned_shape(const mx::array& values, size_t ndim) {
  const mx::Shape& full = values.shape();
  size_t skip = 0;
  while (full.size() - skip > ndim && full[skip] == 1) {
    ++skip;
  }
  if (full.size() - skip > ndim) {
    std::ostringstream message;
    message << "values of shape " << full << " do not fit a selection of " << ndim
            << " dimensions";
    throw std::invalid_argument(message.str());
  }
  mx::Shape out(ndim - (full.size() - skip), 1);
  out.insert(out.end(), full.begin() + skip, full.end());
  return out;
}

mx::array combined(
    const mx::array& source, const mx::array& values, cmlx_update update, mx::StreamOrDevice s) {
  switch (update) {
    case CMLX_UPDATE_ASSIGN:
      return values;
    case CMLX_UPDATE_ADD:
      return mx::add(source, values, s);
    case CMLX_UPDATE_SUBTRACT:
      return mx::subtract(source, values, s);
    case CMLX_UPDATE_MULTIPLY:
      return mx::multiply(source, values, s);
    case CMLX_UPDATE_DIVIDE:
      return mx::divide(source, values, s);
    case CMLX_UPDATE_MAXIMUM:
      return mx::maximum(source, values, s);
    default:
      return mx::minimum(source, values, s);
  }
}

/// Subtraction and division are addition and multiplication of these.
mx::array operand(const mx::array& values, cmlx_update update, mx::StreamOrDevice s) {
  switch (update) {
    case CMLX_UPDATE_SUBTRACT:
      return mx::negative(values, s);
    case CMLX_UPDATE_DIVIDE:
      return mx::reciprocal(values, s);
    default:
      return values;
  }
}

mx::array slices_updated(
    const mx::array& source,
    const Subscript& subscript,
    const mx::array& values,
    cmlx_update update,
    mx::StreamOrDevice s) {
  const auto& [starts, stops, steps] =
      std::tie(subscript.starts, subscript.stops, subscript.steps);
  switch (update) {
    case CMLX_UPDATE_ASSIGN:
      return mx::slice_update(source, values, starts, stops, steps, s);
    case CMLX_UPDATE_ADD:
    case CMLX_UPDATE_SUBTRACT:
      return mx::slice_update_add(source, values, starts, stops, steps, s);
    case CMLX_UPDATE_MULTIPLY:
    case CMLX_UPDATE_DIVIDE:
      return mx::slice_update_prod(source, values, starts, stops, steps, s);
    case CMLX_UPDATE_MAXIMUM:
      return mx::slice_update_max(source, values, starts, stops, steps, s);
    default:
      return mx::slice_update_min(source, values, starts, stops, steps, s);
  }
}

mx::array scattered(
    const mx::array& target,
    const std::vector<mx::array>& indices,
    const mx::array& values,
    const std::vector<int>& axes,
    cmlx_update update,
    mx::StreamOrDevice s) {
  switch (update) {
    case CMLX_UPDATE_ASSIGN:
      return mx::scatter(target, indices, values, axes, s);
    case CMLX_UPDATE_ADD:
    case CMLX_UPDATE_SUBTRACT:
      return mx::scatter_add(target, indices, values, axes, s);
    case CMLX_UPDATE_MULTIPLY:
    case CMLX_UPDATE_DIVIDE:
      return mx::scatter_prod(target, indices, values, axes, s);
    case CMLX_UPDATE_MAXIMUM:
      return mx::scatter_max(target, indices, values, axes, s);
    default:
      return mx::scatter_min(target, indices, values, axes, s);
  }
}

mx::array update_slices(
    const mx::array& source,
    const Subscript& subscript,
    const mx::array& values,
    cmlx_update update,
    mx::StreamOrDevice s) {
  size_t selected = 0;
  for (auto& part : subscript.parts) {
    selected += part.kind != CMLX_INDEX_INTEGER;
  }
  // From the dimensions of the selection to those of the slice: 1 for each integer, no new axes.
  mx::Shape aligned = aligned_shape(values, selected);
  mx::Shape shape;
  size_t position = 0;
  for (auto& part : subscript.parts) {
    if (part.kind == CMLX_INDEX_INTEGER) {
      shape.push_back(1);
    } else if (part.kind == CMLX_INDEX_NEW_AXIS) {
      if (aligned[position++] != 1) {
        throw std::invalid_argument("values must have length 1 along a new axis");
      }
    } else {
      shape.push_back(aligned[position++]);
    }
  }
  mx::array reshaped = shape == values.shape() ? values : mx::reshape(values, shape, s);
  return slices_updated(source, subscript, operand(reshaped, update, s), update, s);
}

mx::array update_arrays(
    const mx::array& source,
    Subscript& subscript,
    const mx::array& values,
    cmlx_update update,
    mx::StreamOrDevice s) {
  refuse_masks(subscript);
  // As the engine's Python side has it, integers do not count here.
  bool in_front = separated(subscript, is_array);
  mx::Shape index_shape = broadcast_indices(subscript);

  // The selection's shape, and where each of its dimensions goes in the scattered values:
  // those of the indices first, then one for each axis.
  mx::Shape selection;
  std::vector<int> index_positions, axis_positions;
  auto place_indices = [&] {
    for (int n : index_shape) {
      index_positions.push_back(static_cast<int>(selection.size()));
      selection.push_back(n);
    }
  };
  bool placed = in_front;
  if (in_front) {
    place_indices();
  }
  mx::Shape scattered_shape = index_shape;
  for (auto& part : subscript.parts) {
    if (part.kind == CMLX_INDEX_ARRAY) {
      if (!placed) {
        place_indices();
        placed = true;
      }
    } else if (part.kind != CMLX_INDEX_INTEGER) {
      axis_positions.push_back(static_cast<int>(selection.size()));
      selection.push_back(part.length);
    }
    if (part.kind != CMLX_INDEX_NEW_AXIS) {
      scattered_shape.push_back(part.length);
    }
  }
  mx::array spread =
      mx::broadcast_to(mx::reshape(values, aligned_shape(values, selection.size()), s), selection, s);
  std::vector<int> order = index_positions;
  order.insert(order.end(), axis_positions.begin(), axis_positions.end());
  if (!std::is_sorted(order.begin(), order.end())) {
    spread = mx::transpose(spread, order, s);
  }
  spread = operand(mx::reshape(spread, scattered_shape, s), update, s);

  std::vector<mx::array> indices;
  std::vector<int> axes;
  for (auto& [axis, array] : subscript.arrays) {
    indices.push_back(array);
    axes.push_back(axis);
  }
  bool whole = subscript.slices_everything && !has_integers(subscript);
  mx::array target = whole ? source : sliced(source, subscript, s);
  mx::array out = scattered(target, indices, spread, axes, update, s);
  return whole
      ? out
      : mx::slice_update(
            source, out, subscript.starts, subscript.stops, subscript.steps, s);
}

mx::array updated(
    const mx::array& source,
    const cmlx_index* indices,
    size_t count,
    const mx::array& values,
    cmlx_update update,
    mx::StreamOrDevice s) {
  bool one_array = count == 1 && indices[0].kind == CMLX_INDEX_ARRAY;
  if (one_array && update == CMLX_UPDATE_ASSIGN && in(indices[0].array).dtype() == mx::bool_) {
    return mx::masked_scatter(source, in(indices[0].array), values, s);
  }
  Subscript subscript = parse(source, indices, count);
  bool all = source.ndim() == 0 ||
      (count == 1 &&
       (indices[0].kind == CMLX_INDEX_ELLIPSIS || indices[0].kind == CMLX_INDEX_NEW_AXIS));
  if (all) {
    mx::Shape shape = aligned_shape(values, source.ndim());
    return combined(
        source,
        mx::broadcast_to(mx::reshape(values, shape, s), source.shape(), s),
        update,
        s);
  }
  return subscript.has_arrays() ? update_arrays(source, subscript, values, update, s)
                                : update_slices(source, subscript, values, update, s);
}

cmlx_error* index_failure(const cmlx_index* indices, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (indices[i].kind == CMLX_INDEX_ARRAY) {
      if (cmlx_error* error = failure(indices[i].array)) {
        return error;
      }
    }
  }
  return nullptr;
}

} // namespace

cmlx_array cmlx_get_item(
    cmlx_array source, const cmlx_index* indices, size_t count, cmlx_stream s) {
  cmlx_array bad = stand_in(index_failure(indices, count));
  return produce(
      "subscript", [&] { return get_item(in(source), indices, count, on(s)); }, source, bad);
}

cmlx_array cmlx_updated(
    cmlx_array source,
    const cmlx_index* indices,
    size_t count,
    cmlx_array values,
    cmlx_update update,
    cmlx_stream s) {
  cmlx_array bad = stand_in(index_failure(indices, count));
  return produce(
      "subscript assignment",
      [&] { return updated(in(source), indices, count, in(values), update, on(s)); },
      source,
      values,
      bad);
}

cmlx_array cmlx_take(cmlx_array a, cmlx_array indices, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::take(in(a), in(indices), axis.value, on(s))
                   : mx::take(in(a), in(indices), on(s)),
      a,
      indices);
}

cmlx_array cmlx_take_along_axis(cmlx_array a, cmlx_array indices, int32_t axis, cmlx_stream s) {
  ARRAY(mx::take_along_axis(in(a), in(indices), axis, on(s)), a, indices);
}

cmlx_array cmlx_put_along_axis(
    cmlx_array a, cmlx_array indices, cmlx_array values, int32_t axis, cmlx_stream s) {
  ARRAY(mx::put_along_axis(in(a), in(indices), in(values), axis, on(s)), a, indices, values);
}

cmlx_array cmlx_scatter_add_axis(
    cmlx_array a, cmlx_array indices, cmlx_array values, int32_t axis, cmlx_stream s) {
  ARRAY(mx::scatter_add_axis(in(a), in(indices), in(values), axis, on(s)), a, indices, values);
}

cmlx_array cmlx_masked_scatter(
    cmlx_array a, cmlx_array mask, cmlx_array source, cmlx_stream s) {
  ARRAY(mx::masked_scatter(in(a), in(mask), in(source), on(s)), a, mask, source);
}

cmlx_array cmlx_dynamic_slice(
    cmlx_array a, cmlx_array start, cmlx_ints axes, cmlx_ints size, cmlx_stream s) {
  ARRAY(
      mx::slice(
          in(a), in(start), ints(axes), shape(size), on(s)),
      a,
      start);
}

cmlx_array cmlx_dynamic_slice_update(
    cmlx_array a, cmlx_array update, cmlx_array start, cmlx_ints axes, cmlx_stream s) {
  ARRAY(
      mx::slice_update(
          in(a), in(update), in(start), ints(axes), on(s)),
      a,
      update,
      start);
}
