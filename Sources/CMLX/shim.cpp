#include "shim.hpp"

#include <cstdlib>
#include <memory>
#include <sstream>

namespace cmlx {

cmlx_error* make_error(const char* operation, const char* message) noexcept {
  auto* error = new cmlx_error;
  error->operation = operation;
  error->message = message;
  return error;
}

void refuse_size(const mx::array& a) {
  std::ostringstream message;
  message << "an array of shape " << a.shape() << " has too many elements";
  throw std::invalid_argument(message.str());
}

cmlx_list give(std::vector<mx::array>&& arrays) {
  for (auto& array : arrays) {
    check_size(array);
  }
  cmlx_list out{nullptr, arrays.size()};
  if (!arrays.empty()) {
    out.items = static_cast<cmlx_array*>(std::malloc(arrays.size() * sizeof(cmlx_array)));
    if (!out.items) {
      throw std::bad_alloc();
    }
    for (size_t i = 0; i < arrays.size(); ++i) {
      out.items[i] = give(std::move(arrays[i]));
    }
  }
  return out;
}

std::vector<mx::array> take(cmlx_list list) {
  std::vector<mx::array> out;
  out.reserve(list.count);
  for (size_t i = 0; i < list.count; ++i) {
    alignas(mx::array) unsigned char bytes[sizeof(mx::array)];
    std::memcpy(bytes, &list.items[i], sizeof(mx::array));
    auto* array = std::launder(reinterpret_cast<mx::array*>(bytes));
    out.push_back(std::move(*array));
    array->~array();
  }
  std::free(list.items);
  return out;
}

const mx::Stream& shared_stream(mx::Device::DeviceType type) {
  if (type == mx::Device::gpu) {
    static const mx::Stream gpu = mx::new_thread_unsafe_stream(mx::Device::gpu);
    return gpu;
  }
  static const mx::Stream cpu = mx::new_thread_unsafe_stream(mx::Device::cpu);
  return cpu;
}

std::atomic<const mx::Stream*> default_shared_stream{nullptr};

const mx::Stream& find_default_shared_stream() {
  const mx::Stream& stream = shared_stream(mx::default_device().type);
  default_shared_stream.store(&stream, std::memory_order_release);
  return stream;
}

void bind_thread() {
  static thread_local bool bound = false;
  if (!bound) {
    mx::set_default_stream(shared_stream(mx::Device::cpu));
    if (mx::is_available(mx::Device::gpu)) {
      mx::set_default_stream(shared_stream(mx::Device::gpu));
    }
    bound = true;
  }
}

// Bits of a stream's name: 1-2 kind, 8-15 device type, 16-31 device index, 32-63 stream index.
mx::StreamOrDevice named_stream(cmlx_stream s) {
  auto type = (s >> 8 & 0xff) == 0 ? mx::Device::cpu : mx::Device::gpu;
  if ((s & 3) == 1) {
    if (!mx::is_available(mx::Device(type))) {
      throw std::invalid_argument("there is no GPU");
    }
    return shared_stream(type);
  }
  return mx::Stream(
      static_cast<int>(s >> 32), mx::Device(type, static_cast<int>(s >> 16 & 0xffff)));
}

// MARK: Scalars

mx::array weak_array(cmlx_scalar scalar, std::optional<mx::Dtype> beside) {
  switch (scalar.kind) {
    case CMLX_SCALAR_BOOL:
      return mx::array(scalar.bits != 0, beside.value_or(mx::bool_));
    case CMLX_SCALAR_INT: {
      int64_t value = scalar.bits;
      bool narrow = value == static_cast<int32_t>(value);
      mx::Dtype type = beside.value_or(narrow ? mx::int32 : mx::int64);
      if (mx::issubdtype(type, mx::integer) && type.size() < 8) {
        mx::iinfo range(type);
        if (value < range.min || value > static_cast<int64_t>(range.max)) {
          throw std::invalid_argument(
              "the scalar " + std::to_string(value) + " does not fit the array's dtype");
        }
      }
      return mx::array(value, type == mx::bool_ ? mx::int32 : type);
    }
    default: {
      double value;
      std::memcpy(&value, &scalar.bits, sizeof(value));
      mx::Dtype type = beside.value_or(mx::float32);
      if (!mx::issubdtype(type, mx::floating)) {
        type = mx::float32;
      }
      return type == mx::float64 ? mx::array(value, type)
                                 : mx::array(static_cast<float>(value), type);
    }
  }
}

namespace {

/// One slot of a direct-mapped cache: the newest constant that fell there.
struct Slot {
  int64_t bits = 0;
  int32_t tag = -1;
  std::optional<mx::array> value;
};

constexpr size_t slot_count = 256;

// A plain pointer needs no guard at each access; the owner beside it frees the slots with the thread.
thread_local Slot* slots = nullptr;
thread_local std::unique_ptr<Slot[]> slots_owner;

} // namespace

const mx::array& constant(cmlx_scalar scalar, std::optional<mx::Dtype> beside) {
  if (!slots) [[unlikely]] {
    slots_owner = std::make_unique<Slot[]>(slot_count);
    slots = slots_owner.get();
  }
  auto tag = static_cast<int32_t>(scalar.kind) << 8 |
      (beside ? static_cast<int32_t>(beside->val()) : CMLX_NO_DTYPE);
  auto mixed = static_cast<uint64_t>(scalar.bits) * 0x9E3779B97F4A7C15 ^
      static_cast<uint64_t>(tag) * 0xC2B2AE3D27D4EB4F;
  Slot& slot = slots[mixed >> 32 & (slot_count - 1)];
  if (slot.tag != tag || slot.bits != scalar.bits) [[unlikely]] {
    slot.value = weak_array(scalar, beside);
    slot.bits = scalar.bits;
    slot.tag = tag;
  }
  return *slot.value;
}

} // namespace cmlx
