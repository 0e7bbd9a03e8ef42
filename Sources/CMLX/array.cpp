#include "cmlx_array.h"
#include "shim.hpp"

#include <cmath>
#include <limits>
#include <sstream>

#include "mlx/ops.h"
#include "mlx/transforms.h"

// MARK: Ownership and errors

void cmlx_release(cmlx_array a) {
  if (a.descriptor) {
    alignas(mx::array) unsigned char bytes[sizeof(mx::array)];
    std::memcpy(bytes, &a, sizeof(a));
    std::launder(reinterpret_cast<mx::array*>(bytes))->~array();
  } else if (a.owner) {
    cmlx_error_release(static_cast<cmlx_error*>(a.owner));
  }
}

cmlx_array cmlx_retain(cmlx_array a) {
  if (a.descriptor) {
    return give(mx::array(in(a)));
  }
  if (a.owner) {
    static_cast<cmlx_error*>(a.owner)->references.fetch_add(1, std::memory_order_relaxed);
  }
  return a;
}

void cmlx_list_free(cmlx_list list) {
  std::free(list.items);
}

cmlx_error* cmlx_error_of(cmlx_array a) {
  return failure(a);
}

cmlx_array cmlx_failed(const char* operation, const char* message) {
  return stand_in(make_error(operation, message));
}

void cmlx_error_release(cmlx_error* error) {
  if (error && error->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    delete error;
  }
}

const char* cmlx_error_operation(const cmlx_error* error) {
  return error->operation.c_str();
}

const char* cmlx_error_message(const cmlx_error* error) {
  return error->message.c_str();
}

bool cmlx_error_take_report(cmlx_error* error) {
  return !error->reported.exchange(true);
}

// MARK: Properties

size_t cmlx_ndim(cmlx_array a) {
  return a.descriptor ? in(a).ndim() : 0;
}

size_t cmlx_size(cmlx_array a) {
  return a.descriptor ? in(a).size() : 0;
}

size_t cmlx_nbytes(cmlx_array a) {
  return a.descriptor ? in(a).nbytes() : 0;
}

cmlx_dtype cmlx_dtype_of(cmlx_array a) {
  return a.descriptor ? static_cast<cmlx_dtype>(in(a).dtype().val()) : CMLX_FLOAT32;
}

cmlx_ints cmlx_shape(cmlx_array a) {
  if (!a.descriptor) {
    return {nullptr, 0};
  }
  // The shape lives in the descriptor, not in the borrowed handle.
  const mx::Shape& shape = in(a).shape();
  return {shape.data(), shape.size()};
}

const int64_t* cmlx_strides(cmlx_array a) {
  return a.descriptor ? in(a).strides().data() : nullptr;
}

bool cmlx_is_tracer(cmlx_array a) {
  return a.descriptor && in(a).is_tracer();
}

size_t cmlx_dtype_size(cmlx_dtype d) {
  return d < CMLX_NO_DTYPE ? dtype(d).size() : 0;
}

cmlx_dtype cmlx_promote_types(cmlx_dtype a, cmlx_dtype b) {
  return static_cast<cmlx_dtype>(mx::promote_types(dtype(a), dtype(b)).val());
}

// MARK: Creation from values

namespace {

/// The elements of `shape`, or an error if that is no shape or too large.
size_t element_count(const mx::Shape& shape) {
  size_t count = 1;
  for (int dimension : shape) {
    if (dimension < 0) {
      throw std::invalid_argument("a dimension is negative");
    }
    if (__builtin_mul_overflow(count, static_cast<size_t>(dimension), &count)) {
      throw std::invalid_argument("the shape has too many elements");
    }
  }
  return count;
}

mx::array copied(const void* bytes, size_t byte_count, mx::Shape shape, mx::Dtype type) {
  if (element_count(shape) * type.size() != byte_count) {
    std::ostringstream message;
    message << byte_count << " bytes cannot be an array of shape " << shape << " and dtype " << type;
    throw std::invalid_argument(message.str());
  }
  mx::allocator::Data data(mx::allocator::malloc(byte_count));
  if (byte_count > 0) {
    std::memcpy(data.buffer().raw_ptr(), bytes, byte_count);
  }
  return mx::array(std::move(data), std::move(shape), type);
}

mx::array adopted(
    void* bytes, mx::Shape shape, mx::Dtype type, void* context, void (*release)(void*)) {
  element_count(shape);
  return mx::array(bytes, std::move(shape), type, [=](void*) { release(context); });
}

} // namespace

cmlx_array cmlx_array_copy(
    const void* bytes, size_t byte_count, cmlx_ints dimensions, cmlx_dtype d) {
  ARRAY(copied(bytes, byte_count, shape(dimensions), dtype(d)));
}

cmlx_array cmlx_array_adopt(
    void* bytes, cmlx_ints dimensions, cmlx_dtype d, void* context, void (*release)(void*)) {
  ARRAY(adopted(bytes, shape(dimensions), dtype(d), context, release));
}

cmlx_array cmlx_array_weak(cmlx_scalar value, cmlx_dtype d) {
  ARRAY(weak_array(value, maybe(d)));
}

cmlx_array cmlx_constant(cmlx_scalar value, cmlx_dtype d) {
  ARRAY(constant(value, maybe(d)));
}

cmlx_array cmlx_array_scalar(cmlx_scalar value, cmlx_dtype d) {
  return produce("array", [&] {
    if (value.kind != CMLX_SCALAR_FLOAT) {
      return mx::array(value.bits, dtype(d));
    }
    double number;
    std::memcpy(&number, &value.bits, sizeof(number));
    return d == CMLX_FLOAT64 ? mx::array(number, mx::float64)
                             : mx::array(static_cast<float>(number), dtype(d));
  });
}

cmlx_array cmlx_array_complex(float real, float imaginary) {
  ARRAY(mx::array(std::complex<float>(real, imaginary)));
}

// MARK: Access to values

namespace {

void evaluate(mx::array a) {
  evaluating([&] { a.eval(); });
}

mx::array contiguous_of(const mx::array& a) {
  auto source = mx::contiguous(a, false, on(0));
  evaluate(source);
  return source;
}

/// As `dtype`, on the CPU, where float64 exists too.
mx::array converted(const mx::array& a, mx::Dtype type) {
  if (a.dtype() == type) {
    return a;
  }
  bool wide = a.dtype() == mx::float64 || type == mx::float64;
  return mx::astype(a, type, wide ? mx::StreamOrDevice(shared_stream(mx::Device::cpu)) : on(0));
}

/// A single element needs no graph to be converted.
template <class Target>
void store(const mx::array& a, void* out) {
  auto convert = [&]<class Source>(const Source* value) {
    Target target;
    constexpr bool is_complex = std::is_same_v<Source, mx::complex64_t>;
    if constexpr (is_complex && std::is_same_v<Target, bool>) {
      target = value->real() != 0 || value->imag() != 0;
    } else if constexpr (is_complex && !std::is_same_v<Target, mx::complex64_t>) {
      throw std::invalid_argument("a complex number cannot be read as a real one");
    } else if constexpr (
        std::is_integral_v<Target> && !std::is_same_v<Target, bool> &&
        !std::is_integral_v<Source>) {
      double number = static_cast<double>(*value);
      // 2^digits is exact, the largest integer may not be.
      double limit = std::ldexp(1.0, std::numeric_limits<Target>::digits);
      if (!(number > -limit - 1 && number < limit)) {
        throw std::out_of_range(std::to_string(number) + " is no integer of the type asked for");
      }
      target = static_cast<Target>(number);
    } else if constexpr (std::is_same_v<Target, mx::complex64_t> && !std::is_same_v<Source, mx::complex64_t>) {
      target = mx::complex64_t{static_cast<float>(*value), 0.0f};
    } else {
      target = static_cast<Target>(*value);
    }
    std::memcpy(out, &target, sizeof(target));
  };
  switch (a.dtype()) {
    case mx::bool_: return convert(a.data<bool>());
    case mx::uint8: return convert(a.data<uint8_t>());
    case mx::uint16: return convert(a.data<uint16_t>());
    case mx::uint32: return convert(a.data<uint32_t>());
    case mx::uint64: return convert(a.data<uint64_t>());
    case mx::int8: return convert(a.data<int8_t>());
    case mx::int16: return convert(a.data<int16_t>());
    case mx::int32: return convert(a.data<int32_t>());
    case mx::int64: return convert(a.data<int64_t>());
    case mx::float16: return convert(a.data<mx::float16_t>());
    case mx::float32: return convert(a.data<float>());
    case mx::float64: return convert(a.data<double>());
    case mx::bfloat16: return convert(a.data<mx::bfloat16_t>());
    case mx::complex64: return convert(a.data<mx::complex64_t>());
  }
}

void item(const mx::array& a, mx::Dtype type, void* out) {
  if (a.size() != 1) {
    std::ostringstream message;
    message << "only an array of one element has an item, this one has shape " << a.shape();
    throw std::invalid_argument(message.str());
  }
  evaluate(a);
  switch (type) {
    case mx::bool_: return store<bool>(a, out);
    case mx::uint8: return store<uint8_t>(a, out);
    case mx::uint16: return store<uint16_t>(a, out);
    case mx::uint32: return store<uint32_t>(a, out);
    case mx::uint64: return store<uint64_t>(a, out);
    case mx::int8: return store<int8_t>(a, out);
    case mx::int16: return store<int16_t>(a, out);
    case mx::int32: return store<int32_t>(a, out);
    case mx::int64: return store<int64_t>(a, out);
    case mx::float16: return store<mx::float16_t>(a, out);
    case mx::float32: return store<float>(a, out);
    case mx::float64: return store<double>(a, out);
    case mx::bfloat16: return store<mx::bfloat16_t>(a, out);
    case mx::complex64: return store<mx::complex64_t>(a, out);
  }
}

std::string description(const mx::array& a) {
  evaluate(a);
  std::ostringstream text;
  text << a;
  return text.str();
}

} // namespace

cmlx_error* cmlx_item(cmlx_array a, cmlx_dtype d, void* out) {
  ACTION(item(in(a), dtype(d), out), a);
}

cmlx_array cmlx_evaluated_contiguous(cmlx_array a, cmlx_dtype d) {
  ARRAY(contiguous_of(converted(in(a), dtype(d))), a);
}

const void* cmlx_data(cmlx_array a) {
  if (!a.descriptor || in(a).status() == mx::array::Status::unscheduled) {
    return nullptr;
  }
  return in(a).data<char>();
}

size_t cmlx_data_nbytes(cmlx_array a) {
  return a.descriptor ? in(a).data_size() * in(a).itemsize() : 0;
}

cmlx_error* cmlx_describe(cmlx_array a, void* context, void (*use)(void*, const char*)) {
  ACTION(use(context, description(in(a)).c_str()), a);
}

// MARK: Evaluation

cmlx_error* cmlx_eval(cmlx_arrays arrays) {
  return attempt(
      "eval", [&] { evaluating([&] { mx::eval(in(arrays)); }); }, arrays);
}

cmlx_error* cmlx_async_eval(cmlx_arrays arrays) {
  return attempt(
      "async_eval", [&] { evaluating([&] { mx::async_eval(in(arrays)); }); }, arrays);
}
