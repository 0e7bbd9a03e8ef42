#include "cmlx_runtime.h"
#include "shim.hpp"

#include "mlx/device.h"
#include "mlx/memory.h"
#include "mlx/version.h"

namespace {

mx::Device::DeviceType device(cmlx_device_type type) {
  return type == CMLX_GPU ? mx::Device::gpu : mx::Device::cpu;
}

/// The value of a device's property, if it has one of this type.
template <class Value>
std::optional<Value> property(cmlx_device_type type, const char* name) {
  try {
    auto& info = mx::device_info(mx::Device(device(type)));
    auto found = info.find(name);
    if (found != info.end()) {
      if (auto* value = std::get_if<Value>(&found->second)) {
        return *value;
      }
    }
  } catch (const std::exception&) {
    // No such device: no such property.
  }
  return std::nullopt;
}

/// Runs an action that waits for streams. The error of other work that it comes across is not its own:
/// the next evaluation throws it.
template <class Action>
void quietly(Action action) {
  std::lock_guard lock(evaluation());
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      return action();
    } catch (const std::exception& error) {
      settle();
      keep_failure(error.what());
    }
  }
}

cmlx_stream name_of(const mx::Stream& stream) {
  return 2 | static_cast<cmlx_stream>(stream.device.type == mx::Device::gpu) << 8 |
      static_cast<cmlx_stream>(stream.device.index) << 16 |
      static_cast<cmlx_stream>(static_cast<uint32_t>(stream.index)) << 32;
}

} // namespace

int32_t cmlx_open_scopes = 0;

cmlx_device_type cmlx_default_device(void) {
  return mx::default_device().type == mx::Device::gpu ? CMLX_GPU : CMLX_CPU;
}

cmlx_error* cmlx_set_default_device(cmlx_device_type type) {
  ACTION(mx::set_default_device(mx::Device(device(type))); find_default_shared_stream());
}

bool cmlx_device_available(cmlx_device_type type) {
  return mx::is_available(mx::Device(device(type)));
}

cmlx_stream cmlx_stream_of_device(cmlx_device_type type) {
  return 1 | static_cast<cmlx_stream>(type == CMLX_GPU) << 8;
}

cmlx_stream cmlx_new_stream(cmlx_device_type type, cmlx_error** out_error) {
  cmlx_stream out = 0;
  *out_error = attempt("new_stream", [&] {
    std::lock_guard lock(evaluation());
    out = name_of(mx::new_thread_unsafe_stream(mx::Device(device(type))));
  });
  return out;
}

cmlx_error* cmlx_synchronize(cmlx_stream s) {
  return attempt(
      "synchronize", [&] { evaluating([&] { mx::synchronize(mx::to_stream(on(s))); }); });
}

size_t cmlx_active_memory(void) {
  return mx::get_active_memory();
}

size_t cmlx_peak_memory(void) {
  return mx::get_peak_memory();
}

void cmlx_reset_peak_memory(void) {
  mx::reset_peak_memory();
}

size_t cmlx_cache_memory(void) {
  return mx::get_cache_memory();
}

void cmlx_clear_cache(void) {
  quietly([] { mx::clear_cache(); });
}

size_t cmlx_memory_limit(void) {
  return mx::get_memory_limit();
}

size_t cmlx_set_memory_limit(size_t limit) {
  return mx::set_memory_limit(limit);
}

size_t cmlx_set_cache_limit(size_t limit) {
  size_t before = 0;
  quietly([&] { before = mx::set_cache_limit(limit); });
  return before;
}

cmlx_error* cmlx_set_wired_limit(size_t limit, size_t* before) {
  ACTION(*before = mx::set_wired_limit(limit));
}

size_t cmlx_device_figure(cmlx_device_type type, const char* name) {
  return property<size_t>(type, name).value_or(0);
}

void cmlx_device_text(
    cmlx_device_type type, const char* name, void* context, void (*use)(void*, const char*)) {
  use(context, property<std::string>(type, name).value_or("").c_str());
}

const char* cmlx_engine_version(void) {
  return mx::version();
}
