// What every file of the shim shares: the border's values as the engine's, and one place where
// exceptions end.
#pragma once

#if !__has_include("mlx/mlx.h")
#error "MLX not found: run 'make setup' first"
#endif

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cmlx_types.h"
#include "mlx/array.h"
#include "mlx/stream.h"
#include "mlx/utils.h"

struct cmlx_error {
  std::atomic<int> references{1};
  std::atomic<bool> reported{false};
  std::string operation;
  std::string message;
};

namespace cmlx {

namespace mx = mlx::core;

static_assert(sizeof(mx::array) == sizeof(cmlx_array));
static_assert(static_cast<int>(mx::Dtype::Val::complex64) == CMLX_COMPLEX64);
static_assert(static_cast<int>(mx::Dtype::Val::bfloat16) == CMLX_BFLOAT16);

// MARK: From Swift

/// A borrowed handle seen as the engine's array, without touching its reference count.
inline const mx::array& in(const cmlx_array& a) {
  if (!a.descriptor) {
    throw std::invalid_argument("an array is missing");
  }
  return reinterpret_cast<const mx::array&>(a);
}

/// A handle that may be absent.
inline std::optional<mx::array> maybe(const cmlx_array& a) {
  return a.descriptor ? std::optional<mx::array>(in(a)) : std::nullopt;
}

/// The same without a copy; null if it is absent.
inline const mx::array* pointer(const cmlx_array& a) {
  return a.descriptor ? &in(a) : nullptr;
}

inline std::vector<mx::array> in(cmlx_arrays arrays) {
  std::vector<mx::array> out;
  out.reserve(arrays.count);
  for (size_t i = 0; i < arrays.count; ++i) {
    out.push_back(in(arrays.items[i]));
  }
  return out;
}

inline mx::Shape shape(cmlx_ints ints) {
  return mx::Shape(ints.values, ints.values + ints.count);
}

inline std::vector<int> ints(cmlx_ints ints) {
  return std::vector<int>(ints.values, ints.values + ints.count);
}

inline std::optional<int> maybe(cmlx_optional_int v) {
  return v.present ? std::optional<int>(v.value) : std::nullopt;
}

inline std::optional<float> maybe(cmlx_optional_float v) {
  return v.present ? std::optional<float>(v.value) : std::nullopt;
}

inline mx::Dtype dtype(cmlx_dtype d) {
  constexpr mx::Dtype all[] = {
      mx::bool_, mx::uint8, mx::uint16, mx::uint32, mx::uint64, mx::int8, mx::int16,
      mx::int32, mx::int64, mx::float16, mx::float32, mx::float64, mx::bfloat16, mx::complex64};
  if (d < 0 || d >= CMLX_NO_DTYPE) {
    throw std::invalid_argument("no such dtype");
  }
  return all[d];
}

inline std::optional<mx::Dtype> maybe(cmlx_dtype d) {
  return d == CMLX_NO_DTYPE ? std::nullopt : std::optional<mx::Dtype>(dtype(d));
}

/// The stream of a device that all threads share unless they say otherwise (Swift tasks change threads).
const mx::Stream& shared_stream(mx::Device::DeviceType type);
/// That of the default device; null until it is asked for.
extern std::atomic<const mx::Stream*> default_shared_stream;
const mx::Stream& find_default_shared_stream();
/// Makes the shared streams the engine's own defaults on this thread.
void bind_thread();
mx::StreamOrDevice named_stream(cmlx_stream s);

inline mx::StreamOrDevice on(cmlx_stream s) {
  if (s != 0) {
    return named_stream(s);
  }
  const mx::Stream* stream = default_shared_stream.load(std::memory_order_acquire);
  return mx::StreamOrDevice(stream ? *stream : find_default_shared_stream());
}

/// Streams that are shared between threads must not be fed by two at once: whoever evaluates holds this.
std::recursive_mutex& evaluation();

/// Keeps the error of work on a stream's thread, the first one, for whoever evaluates next.
void keep_failure(const std::string& message) noexcept;
void throw_kept_failure();

/// Brings the engine back to rest after an evaluation that failed.
void settle() noexcept;

/// Runs `body`, which evaluates, and throws what went wrong on the streams' threads.
template <class Body>
inline auto evaluating(Body&& body) {
  bind_thread();
  std::lock_guard lock(evaluation());
  try {
    if constexpr (std::is_void_v<decltype(body())>) {
      body();
      throw_kept_failure();
    } else {
      auto result = body();
      throw_kept_failure();
      return result;
    }
  } catch (...) {
    settle();
    throw;
  }
}

/// What `scalar` becomes beside an array of `beside`, or alone, from this thread's pool of constants.
const mx::array& constant(cmlx_scalar scalar, std::optional<mx::Dtype> beside);
/// Python's conversion of a scalar to an array.
mx::array weak_array(cmlx_scalar scalar, std::optional<mx::Dtype> beside);

// MARK: To Swift

inline cmlx_array give(mx::array&& a) {
  alignas(mx::array) unsigned char bytes[sizeof(mx::array)];
  new (bytes) mx::array(std::move(a));
  cmlx_array out;
  std::memcpy(&out, bytes, sizeof(out));
  return out;
}

cmlx_error* make_error(const char* operation, const char* message) noexcept;

[[noreturn]] void refuse_size(const mx::array& a);

/// Refuses a result whose number of elements, which the engine multiplies without a look at overflow,
/// cannot be that of an array in memory.
inline void check_size(const mx::array& a) {
  bool fits = a.size() <= size_t(1) << 48;
  // The product of two dimensions always fits into 64 bits.
  if (a.ndim() > 2) {
    size_t count = 1;
    bool is_empty = false;
    for (int dimension : a.shape()) {
      fits = !__builtin_mul_overflow(count, static_cast<size_t>(dimension), &count) && fits;
      is_empty = is_empty || dimension == 0;
    }
    fits = fits || is_empty;
  }
  if (!fits) [[unlikely]] {
    refuse_size(a);
  }
}

/// Carries an error that exists already through the engine.
class Failure : public std::exception {
 public:
  explicit Failure(cmlx_error* error) : error_(error) {}
  const char* what() const noexcept override {
    return error_->message.c_str();
  }
  cmlx_error* error() const {
    return error_;
  }

 private:
  cmlx_error* error_;
};

inline cmlx_array stand_in(cmlx_error* error) {
  return {nullptr, error};
}

/// The error that an input carries, if it is a stand-in.
inline cmlx_error* failure(cmlx_array a) {
  return a.descriptor ? nullptr : static_cast<cmlx_error*>(a.owner);
}

inline cmlx_error* failure(cmlx_arrays arrays) {
  for (size_t i = 0; i < arrays.count; ++i) {
    if (cmlx_error* e = failure(arrays.items[i])) {
      return e;
    }
  }
  return nullptr;
}

template <class... Inputs>
inline cmlx_error* first_failure(const Inputs&... inputs) {
  cmlx_error* error = nullptr;
  (void)(... || (error = failure(inputs)));
  if (error) {
    error->references.fetch_add(1, std::memory_order_relaxed);
  }
  return error;
}

/// Runs `body` and returns the error of an exception: the only place where they are caught.
template <class Body, class... Inputs>
inline cmlx_error* attempt(
    const char* operation, Body&& body, const Inputs&... inputs) noexcept {
  if (cmlx_error* error = first_failure(inputs...)) {
    return error;
  }
  try {
    body();
    return nullptr;
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const std::exception& e) {
    return make_error(operation, e.what());
  } catch (...) {
    return make_error(operation, "unknown exception");
  }
}

/// `attempt` for an operation with one result, which is constructed in place.
template <class Body, class... Inputs>
inline cmlx_array produce(
    const char* operation, Body&& body, const Inputs&... inputs) noexcept {
  cmlx_array out;
  cmlx_error* error = attempt(operation, [&] {
    mx::array result(body());
    check_size(result);
    new (&out) mx::array(std::move(result));
  }, inputs...);
  return error ? stand_in(error) : out;
}

cmlx_list give(std::vector<mx::array>&& arrays);

/// The owned arrays of a list, which is freed.
std::vector<mx::array> take(cmlx_list list);

template <class... Arrays>
inline std::vector<mx::array> pack(std::tuple<Arrays...>&& t) {
  return std::apply(
      [](auto&&... a) { return std::vector<mx::array>{std::move(a)...}; }, std::move(t));
}

inline std::vector<mx::array> pack(std::pair<mx::array, mx::array>&& p) {
  return {std::move(p.first), std::move(p.second)};
}

} // namespace cmlx

using namespace cmlx;

/// The body of a function `cmlx_<operation>` that returns one array: the expression, then the inputs
/// that may be stand-ins.
#define ARRAY(expression, ...) \
  return produce(__func__ + 5, [&]() -> mx::array { return expression; } __VA_OPT__(, ) __VA_ARGS__)

/// The same for several arrays, written to `out`.
#define ARRAYS(out, expression, ...) \
  return attempt(__func__ + 5, [&] { *out = give(expression); } __VA_OPT__(, ) __VA_ARGS__)

/// The same for an action without a result.
#define ACTION(statement, ...) \
  return attempt(__func__ + 5, [&] { statement; } __VA_OPT__(, ) __VA_ARGS__)
