#include "mlx/scheduler.h"
#include "replay.hpp"
#include "shim.hpp"

namespace {

std::mutex kept_mutex;
std::optional<std::string> kept;

/// Waits for all streams, whatever is wrong in them.
void synchronize_all() noexcept {
  for (auto& stream : mx::get_streams()) {
    // A stream throws the error that is left in it, once.
    for (int attempt = 0; attempt < 2; ++attempt) {
      try {
        mx::synchronize(stream);
        break;
      } catch (...) {
      }
    }
  }
}

} // namespace

namespace cmlx {

std::recursive_mutex& evaluation() {
  static auto* mutex = new std::recursive_mutex;
  return *mutex;
}

void keep_failure(const std::string& message) noexcept {
  std::lock_guard lock(kept_mutex);
  if (!kept) {
    kept = message;
  }
}

void throw_kept_failure() {
  std::optional<std::string> failure;
  {
    std::lock_guard lock(kept_mutex);
    failure.swap(kept);
  }
  if (failure) {
    throw std::runtime_error(*failure);
  }
}

void settle() noexcept {
  synchronize_all();
  forget_templates();
  // The engine counts a task before it enqueues it. Where that throws, the count never falls again, and
  // later evaluations would wait for a task that is not there.
  while (mx::scheduler::n_active_tasks() > 0) {
    mx::scheduler::notify_task_completion(shared_stream(mx::Device::cpu));
  }
  std::lock_guard lock(kept_mutex);
  kept.reset();
}

} // namespace cmlx
