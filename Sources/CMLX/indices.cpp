#include "indices.hpp"

#include <limits>
#include <sstream>
#include <utility>

#include "mlx/allocator.h"
#include "mlx/primitives.h"
#include "mlx/scheduler.h"

namespace {

/// What each index may be: the limits repeat along the last axis of the indices.
struct Limits {
  std::vector<int64_t> sizes;
  bool from_end;

  bool operator==(const Limits& other) const {
    return sizes == other.sizes && from_end == other.from_end;
  }
};

std::string refusal(const std::string& operation, int64_t index, int64_t size) {
  std::ostringstream message;
  message << "[" << operation << "] index " << index << " is out of range for a size of " << size;
  return message.str();
}

/// Calls `use(index, limit)` with the elements in C order.
template <class Element, class Use>
void each(const mx::array& indices, const Limits& limits, Use use) {
  const Element* first = indices.data<Element>();
  size_t ndim = indices.ndim();
  std::vector<int> position(ndim, 0);
  int64_t offset = 0;
  for (size_t i = 0; i < indices.size(); ++i) {
    // What does not fit is far out of range in any case.
    int64_t index = std::in_range<int64_t>(first[offset])
        ? static_cast<int64_t>(first[offset])
        : std::numeric_limits<int64_t>::max();
    use(index, limits.sizes[i % limits.sizes.size()]);
    for (size_t axis = ndim; axis-- > 0;) {
      offset += indices.strides(axis);
      if (++position[axis] < indices.shape(axis)) {
        break;
      }
      offset -= indices.strides(axis) * indices.shape(axis);
      position[axis] = 0;
    }
  }
}

template <class Use>
void each(const mx::array& indices, const Limits& limits, Use use) {
  switch (indices.dtype()) {
    case mx::uint8: return each<uint8_t>(indices, limits, use);
    case mx::uint16: return each<uint16_t>(indices, limits, use);
    case mx::uint32: return each<uint32_t>(indices, limits, use);
    case mx::uint64: return each<uint64_t>(indices, limits, use);
    case mx::int8: return each<int8_t>(indices, limits, use);
    case mx::int16: return each<int16_t>(indices, limits, use);
    case mx::int32: return each<int32_t>(indices, limits, use);
    default: return each<int64_t>(indices, limits, use);
  }
}

bool is_inside(int64_t index, int64_t size, bool from_end) {
  return index < size && index >= (from_end ? -size : 0);
}

/// Indices that are not known yet: hands them on, and those out of range as 0 with an error, so that no
/// kernel that runs until it is noticed reads elsewhere.
class IndexCheck : public mx::UnaryPrimitive {
 public:
  IndexCheck(mx::Stream stream, std::string operation, Limits limits)
      : UnaryPrimitive(stream), operation_(std::move(operation)), limits_(std::move(limits)) {}

  void eval_cpu(const std::vector<mx::array>& inputs, mx::array& out) override {
    out.set_data(mx::allocator::malloc(out.nbytes()));
    // Whoever evaluates keeps both arrays until the stream has come here.
    mx::scheduler::enqueue(
        stream(),
        [in = mx::array::unsafe_weak_copy(inputs[0]),
         out = mx::array::unsafe_weak_copy(out),
         operation = operation_,
         limits = limits_]() mutable { copy(in, out, operation, limits); });
  }

  void eval_gpu(const std::vector<mx::array>&, mx::array&) override {
    throw std::runtime_error("[IndexCheck] is for the CPU");
  }

  const char* name() const override {
    return "IndexCheck";
  }

  bool is_equivalent(const mx::Primitive& other) const override {
    auto* same = dynamic_cast<const IndexCheck*>(&other);
    return same && operation_ == same->operation_ && limits_ == same->limits_;
  }

  std::vector<mx::Shape> output_shapes(const std::vector<mx::array>& inputs) override {
    return {inputs[0].shape()};
  }

 private:
  std::string operation_;
  Limits limits_;

  static void copy(
      const mx::array& in, mx::array& out, const std::string& operation, const Limits& limits) {
    size_t width = in.itemsize();
    char* target = out.data<char>();
    std::optional<std::pair<int64_t, int64_t>> outside;
    each(in, limits, [&](int64_t index, int64_t size) {
      if (!is_inside(index, size, limits.from_end)) {
        outside = outside.value_or(std::pair(index, size));
        index = 0;
      }
      // Little-endian: the low bytes are the element.
      std::memcpy(target, &index, width);
      target += width;
    });
    if (outside) {
      keep_failure(refusal(operation, outside->first, outside->second));
    }
  }
};

mx::array checked(
    const char* operation, const mx::array& indices, Limits limits, mx::StreamOrDevice s) {
  // What is no index is the engine's to refuse, and nothing selected does no harm.
  if (!mx::issubdtype(indices.dtype(), mx::integer) || indices.size() == 0) {
    return indices;
  }
  auto stream = mx::to_stream(s);
  if (stream.device.type != mx::Device::cpu) {
    return indices;
  }
  if (indices.is_available() && !indices.is_tracer()) {
    each(indices, limits, [&](int64_t index, int64_t size) {
      if (!is_inside(index, size, limits.from_end)) {
        throw std::out_of_range(refusal(operation, index, size));
      }
    });
    return indices;
  }
  return mx::array(
      indices.shape(),
      indices.dtype(),
      std::make_shared<IndexCheck>(stream, operation, std::move(limits)),
      {indices});
}

} // namespace

namespace cmlx {

mx::array checked_indices(
    const char* operation, const mx::array& indices, size_t size, mx::StreamOrDevice s) {
  return checked(operation, indices, {{static_cast<int64_t>(size)}, true}, s);
}

mx::array checked_start(
    const char* operation,
    const mx::array& start,
    const mx::array& a,
    const std::vector<int>& axes,
    const mx::Shape& lengths,
    mx::StreamOrDevice s) {
  Limits limits{{}, false};
  for (size_t i = 0; i < axes.size(); ++i) {
    int axis = axes[i] < 0 ? axes[i] + static_cast<int>(a.ndim()) : axes[i];
    if (axis < 0 || axis >= static_cast<int>(a.ndim())) {
      return start; // the engine refuses it
    }
    int length = lengths.size() == a.ndim() ? lengths[axis] : lengths[i];
    limits.sizes.push_back(int64_t{a.shape(axis)} - length + 1);
  }
  return limits.sizes.empty() ? start : checked(operation, start, std::move(limits), s);
}

} // namespace cmlx
