#include <numeric>

#include "indices.hpp"
#include "subscript.hpp"

namespace {

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

/// Refuses masks and indices that are out of range.
void check_arrays(const mx::array& source, Subscript& subscript, mx::StreamOrDevice s) {
  refuse_masks(subscript);
  for (auto& [axis, array] : subscript.arrays) {
    array = checked_indices("subscript", array, source.shape(axis), s);
  }
}

/// The positions that a slice selects.
mx::array positions(const Subscript& subscript, const Subscript::Part& part, int n, mx::StreamOrDevice s) {
  int start = subscript.starts[part.axis], step = subscript.steps[part.axis];
  start = start < 0 ? start + n : start;
  start = step < 0 ? std::max(-1, std::min(start, n - 1)) : std::max(0, std::min(start, n));
  return mx::arange(start, start + double(part.length) * step, step, mx::uint32, s);
}

/// What stands up to the last array or integer is gathered, slices by the positions that they select, and the rest
/// is sliced: so does Python, and of what a result is a view decides in which order a sum adds up.
mx::array get_arrays(const mx::array& source, Subscript& subscript, mx::StreamOrDevice s) {
  check_arrays(source, subscript, s);
  bool in_front = separated(subscript, is_array_or_integer);
  int index_ndim = static_cast<int>(broadcast_indices(subscript).size());
  auto& parts = subscript.parts;
  auto rest = std::find_if(parts.rbegin(), parts.rend(), [](auto& part) {
                return is_array_or_integer(part.kind);
              }).base();
  int slices = static_cast<int>(std::count_if(
      parts.begin(), rest, [](auto& part) { return part.kind == CMLX_INDEX_SLICE; }));
  int rank = index_ndim + slices;

  std::vector<mx::array> indices;
  std::vector<int> expand;
  auto array = subscript.arrays.begin();
  int slice = in_front ? index_ndim : 0;
  int position = slice;
  bool placed = in_front;
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    bool joins = is_array_or_integer(part->kind);
    if (joins && !placed) {
      position += index_ndim;
      placed = true;
    } else if (part->kind == CMLX_INDEX_NEW_AXIS) {
      expand.push_back(position++);
    } else if (!joins) {
      ++position;
    }
    if (part >= rest || part->kind == CMLX_INDEX_NEW_AXIS) {
      continue;
    }
    mx::Shape shape(rank, 1);
    if (part->kind == CMLX_INDEX_SLICE) {
      shape[slice++] = part->length;
      indices.push_back(mx::reshape(
          positions(subscript, *part, source.shape(part->axis), s), std::move(shape), s));
    } else if (part->kind == CMLX_INDEX_INTEGER) {
      indices.push_back(mx::array(static_cast<uint32_t>(subscript.starts[part->axis])));
    } else {
      shape = (array++)->second.shape();
      shape.insert(shape.end(), in_front ? slices : 0, 1);
      indices.push_back(mx::reshape(std::prev(array)->second, std::move(shape), s));
    }
  }

  int gathered = static_cast<int>(indices.size());
  std::vector<int> axes(gathered), squeeze(gathered);
  std::iota(axes.begin(), axes.end(), 0);
  std::iota(squeeze.begin(), squeeze.end(), rank);
  auto sizes = source.shape();
  std::fill_n(sizes.begin(), gathered, 1);
  mx::array out = mx::squeeze(mx::gather(source, indices, axes, sizes, s), squeeze, s);

  auto starts = mx::Shape(out.ndim(), 0), stops = out.shape(), steps = mx::Shape(out.ndim(), 1);
  for (int axis = rank; axis < static_cast<int>(out.ndim()); ++axis) {
    int from = axis - rank + gathered;
    starts[axis] = subscript.starts[from];
    stops[axis] = subscript.stops[from];
    steps[axis] = subscript.steps[from];
  }
  out = mx::slice(out, std::move(starts), std::move(stops), std::move(steps), s);
  return squeezed_and_expanded(std::move(out), {}, std::move(expand), s);
}

mx::array get_item(
    const mx::array& source, const cmlx_index* indices, size_t count, mx::StreamOrDevice s) {
  Subscript subscript = parse(source, indices, count);
  if (count == 1 && indices[0].kind == CMLX_INDEX_INTEGER) {
    // As in Python: another array, where a slice would be a view.
    return mx::take(source, mx::array(static_cast<uint32_t>(subscript.starts[0])), 0, s);
  }
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
  auto scatter = [&] {
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
  };
  mx::array out = scatter();
  // Running it, the engine would divide by the number of elements.
  return values.size() == 0 ? target : out;
}

mx::array update_slices(
    const mx::array& source,
    const Subscript& subscript,
    bool one_integer,
    const mx::array& values,
    cmlx_update update,
    mx::StreamOrDevice s) {
  // From the dimensions of the values to those of the slice, last ones first: 1 for each integer, none
  // for a new axis. Which values fit is what the engine's Python side says.
  mx::Shape given = values.shape();
  while (given.size() > std::max<size_t>(source.ndim(), 1) && given[0] == 1) {
    given.erase(given.begin());
  }
  mx::Shape shape;
  if (one_integer) {
    shape = given;
  } else {
    size_t left = given.size();
    for (auto part = subscript.parts.rbegin(); part != subscript.parts.rend() && left > 0; ++part) {
      if (part->kind == CMLX_INDEX_INTEGER) {
        shape.push_back(1);
      } else if (part->kind == CMLX_INDEX_NEW_AXIS) {
        if (given[--left] != 1) {
          throw std::invalid_argument("values must have length 1 along a new axis");
        }
      } else {
        shape.push_back(given[--left]);
      }
    }
    while (left > 0) {
      shape.push_back(given[--left]);
    }
    std::reverse(shape.begin(), shape.end());
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
  check_arrays(source, subscript, s);
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
  bool one_ellipsis = count == 1 && indices[0].kind == CMLX_INDEX_ELLIPSIS;
  bool one_new_axis = count == 1 && indices[0].kind == CMLX_INDEX_NEW_AXIS;
  if (one_ellipsis || one_new_axis || source.ndim() == 0) {
    // The dtype of the values stays, as in Python.
    mx::array fitting = one_new_axis
        ? values
        : mx::reshape(values, aligned_shape(values, source.ndim()), s);
    return combined(source, mx::broadcast_to(fitting, source.shape(), s), update, s);
  }
  if (subscript.has_arrays()) {
    return update_arrays(source, subscript, values, update, s);
  }
  bool one_integer = count == 1 && indices[0].kind == CMLX_INDEX_INTEGER;
  return update_slices(source, subscript, one_integer, values, update, s);
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

/// Checked indices into an axis; the engine refuses an axis that does not exist.
static mx::array along(
    const char* operation,
    const mx::array& a,
    const mx::array& indices,
    int axis,
    cmlx_stream s) {
  int ndim = static_cast<int>(a.ndim());
  return axis < -ndim || axis >= ndim
      ? indices
      : checked_indices(operation, indices, a.shape(axis), on(s));
}

cmlx_array cmlx_take(cmlx_array a, cmlx_array indices, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::take(
                         in(a), along("take", in(a), in(indices), axis.value, s), axis.value, on(s))
                   : mx::take(in(a), checked_indices("take", in(indices), in(a).size(), on(s)), on(s)),
      a,
      indices);
}

/// An index that is in range; the engine has its own message for an axis that does not exist.
static int inside(const mx::array& a, int32_t index, cmlx_optional_int axis) {
  int64_t size = a.size();
  if (axis.present) {
    int ndim = static_cast<int>(a.ndim());
    if (axis.value < -ndim || axis.value >= ndim) {
      return index;
    }
    size = a.shape(axis.value);
  }
  if (index < -size || index >= size) {
    std::ostringstream message;
    message << "[take] index " << index << " is out of range for a size of " << size;
    throw std::out_of_range(message.str());
  }
  return index;
}

cmlx_array cmlx_take_one(cmlx_array a, int32_t index, cmlx_optional_int axis, cmlx_stream s) {
  ARRAY(
      axis.present ? mx::take(in(a), inside(in(a), index, axis), axis.value, on(s))
                   : mx::take(in(a), inside(in(a), index, axis), on(s)),
      a);
}

cmlx_array cmlx_take_along_axis(cmlx_array a, cmlx_array indices, int32_t axis, cmlx_stream s) {
  ARRAY(
      mx::take_along_axis(
          in(a), along("take_along_axis", in(a), in(indices), axis, s), axis, on(s)),
      a,
      indices);
}

/// The engine divides by the number of updates. Where there are none, or there is nothing to update and
/// so no valid index, the array stays what it is; its own checks still see shapes that do not fit.
static bool updates_nothing(const mx::array& a, const mx::array& indices) {
  return indices.size() == 0 && a.ndim() == indices.ndim();
}

cmlx_array cmlx_put_along_axis(
    cmlx_array a, cmlx_array indices, cmlx_array values, int32_t axis, cmlx_stream s) {
  ARRAY(
      updates_nothing(in(a), in(indices))
          ? mx::array(in(a))
          : mx::put_along_axis(
                in(a),
                along("put_along_axis", in(a), in(indices), axis, s),
                in(values),
                axis,
                on(s)),
      a,
      indices,
      values);
}

cmlx_array cmlx_scatter_add_axis(
    cmlx_array a, cmlx_array indices, cmlx_array values, int32_t axis, cmlx_stream s) {
  ARRAY(
      updates_nothing(in(a), in(indices))
          ? mx::array(in(a))
          : mx::scatter_add_axis(
                in(a),
                along("scatter_add_axis", in(a), in(indices), axis, s),
                in(values),
                axis,
                on(s)),
      a,
      indices,
      values);
}

cmlx_array cmlx_masked_scatter(
    cmlx_array a, cmlx_array mask, cmlx_array source, cmlx_stream s) {
  ARRAY(mx::masked_scatter(in(a), in(mask), in(source), on(s)), a, mask, source);
}

cmlx_array cmlx_dynamic_slice(
    cmlx_array a, cmlx_array start, cmlx_ints axes, cmlx_ints size, cmlx_stream s) {
  ARRAY(
      mx::slice(
          in(a),
          checked_start("slice", in(start), in(a), ints(axes), shape(size), on(s)),
          ints(axes),
          shape(size),
          on(s)),
      a,
      start);
}

cmlx_array cmlx_dynamic_slice_update(
    cmlx_array a, cmlx_array update, cmlx_array start, cmlx_ints axes, cmlx_stream s) {
  ARRAY(
      mx::slice_update(
          in(a),
          in(update),
          checked_start("slice_update", in(start), in(a), ints(axes), in(update).shape(), on(s)),
          ints(axes),
          on(s)),
      a,
      update,
      start);
}
