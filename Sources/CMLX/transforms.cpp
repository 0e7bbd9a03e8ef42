#include "cmlx_transforms.h"
#include "shim.hpp"

#include <algorithm>

#include "mlx/compile.h"
#include "mlx/compile_impl.h"

struct cmlx_compiled {
  std::uintptr_t id;
  bool shapeless;
  std::mutex mutex;
  // The engine keeps what it compiled by thread.
  std::vector<mx::detail::CompileCacheWeakPtr> caches;

  void remember(const mx::detail::CompileCacheWeakPtr& cache) {
    std::lock_guard lock(mutex);
    bool known = std::any_of(caches.begin(), caches.end(), [&](auto& other) {
      return !other.owner_before(cache) && !cache.owner_before(other);
    });
    if (!known) {
      caches.push_back(cache);
    }
  }
};

namespace {

/// Numbers that are no function's address and are never used again.
std::uintptr_t next_id() {
  static std::atomic<std::uintptr_t> count{0};
  return (std::uintptr_t{1} << 63) | count.fetch_add(1);
}

std::vector<mx::array> call(
    cmlx_compiled& function, cmlx_arrays inputs, void* context, cmlx_traced traced) {
  bind_thread();
  function.remember(mx::detail::compile_cache());
  auto trace = [=](const std::vector<mx::array>& tracers) {
    cmlx_list outputs{nullptr, 0};
    cmlx_arrays borrowed{
        reinterpret_cast<const cmlx_array*>(tracers.data()), tracers.size()};
    if (cmlx_error* error = traced(context, borrowed, &outputs)) {
      throw Failure(error);
    }
    return take(outputs);
  };
  return mx::detail::compile(trace, function.id, function.shapeless)(in(inputs));
}

} // namespace

cmlx_compiled* cmlx_compiled_make(bool shapeless) {
  return new cmlx_compiled{next_id(), shapeless, {}, {}};
}

void cmlx_compiled_free(cmlx_compiled* function) {
  for (auto& cache : function->caches) {
    mx::detail::compile_erase(cache, function->id);
  }
  delete function;
}

cmlx_error* cmlx_compiled_call(
    cmlx_list* out,
    cmlx_compiled* function,
    cmlx_arrays inputs,
    void* context,
    cmlx_traced traced) {
  return attempt(
      "compile", [&] { *out = give(call(*function, inputs, context, traced)); }, inputs);
}

cmlx_list cmlx_list_make(size_t count) {
  return {static_cast<cmlx_array*>(std::calloc(std::max<size_t>(count, 1), sizeof(cmlx_array))), count};
}

void cmlx_enable_compile(bool enabled) {
  enabled ? mx::enable_compile() : mx::disable_compile();
}
