// Requests that no memory can hold become errors.
//
// The engine's allocator for the CPU returns null when memory is short, and kernels write through it.
// Every allocation of the engine asks `mlx::core::allocator::allocator()` for the allocator; that function
// is defined here once more, and the dynamic linker takes a program's definition before a library's. The
// engine's own one does the work. An error of evaluation then stays one, wherever it allocates.
#ifdef __linux__

#include <dlfcn.h>
#include <sys/sysinfo.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>
#include <typeinfo>

#include "shim.hpp"

#include "mlx/allocator.h"
#include "mlx/memory.h"

namespace {

/// The number in a file of one number; the largest one where there is none, or it is `max`.
size_t limit_in(const char* path) {
  std::ifstream file(path);
  size_t limit = 0;
  return file >> limit ? limit : std::numeric_limits<size_t>::max();
}

/// All memory that this process can ever have, with swap.
size_t memory_of_machine() {
  struct sysinfo info;
  if (sysinfo(&info) != 0) {
    return std::numeric_limits<size_t>::max();
  }
  size_t machine = (size_t(info.totalram) + info.totalswap) * info.mem_unit;
  size_t group = limit_in("/sys/fs/cgroup/memory.max");
  if (group < machine) {
    size_t swap = limit_in("/sys/fs/cgroup/memory.swap.max");
    group += std::min(swap, machine - group);
  }
  return std::min({machine, group, limit_in("/sys/fs/cgroup/memory/memory.limit_in_bytes")});
}

class CheckedAllocator : public mx::allocator::Allocator {
 public:
  explicit CheckedAllocator(mx::allocator::Allocator& engine)
      : engine_(engine), memory_(memory_of_machine()) {}

  mx::allocator::Buffer malloc(size_t size) override {
    if (size >= large) {
      require(size);
    }
    auto buffer = engine_.malloc(size);
    if (!buffer.ptr()) {
      fail(size);
    }
    return buffer;
  }

  void free(mx::allocator::Buffer buffer) override {
    engine_.free(buffer);
  }
  size_t size(mx::allocator::Buffer buffer) const override {
    return engine_.size(buffer);
  }
  mx::allocator::Buffer make_buffer(void* pointer, size_t size) override {
    return engine_.make_buffer(pointer, size);
  }
  void release(mx::allocator::Buffer buffer) override {
    engine_.release(buffer);
  }

 private:
  /// Smaller requests are not worth a look ahead.
  static constexpr size_t large = 1 << 24;

  mx::allocator::Allocator& engine_;
  const size_t memory_;

  /// The engine counts a request as memory in use even where it fails, so it is tried before.
  void require(size_t size) {
    size_t active = mx::get_active_memory();
    if (size > memory_ || active > memory_ - size) {
      fail(size);
    }
    void* probe = std::malloc(size);
    if (!probe) {
      fail(size);
    }
    std::free(probe);
  }

  [[noreturn]] void fail(size_t size) {
    std::ostringstream message;
    message << "[malloc] Unable to allocate " << size << " bytes: " << mx::get_active_memory()
            << " are in use by arrays, this process can have " << memory_ << ".";
    throw std::runtime_error(message.str());
  }
};

mx::allocator::Allocator& checked_allocator() {
  using Function = mx::allocator::Allocator& (*)();
  auto next =
      reinterpret_cast<Function>(dlsym(RTLD_NEXT, "_ZN3mlx4core9allocator9allocatorEv"));
  auto& engine = next();
  // Allocators of GPUs throw by themselves, and count other memory.
  if (!std::strstr(typeid(engine).name(), "CommonAllocator")) {
    return engine;
  }
  static auto* checked = new CheckedAllocator(engine);
  return *checked;
}

} // namespace

namespace mlx::core::allocator {

Allocator& allocator() {
  static Allocator& chosen = checked_allocator();
  return chosen;
}

} // namespace mlx::core::allocator

#endif
