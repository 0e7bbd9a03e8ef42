// Handles: ownership, what an array is, creation from values, access to values.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

cmlx_array cmlx_retain(cmlx_array a);
void cmlx_release(cmlx_array a);
void cmlx_list_free(cmlx_list list);

// MARK: Errors

/// The error of a stand-in, borrowed; null for an array.
cmlx_error* _Nullable cmlx_error_of(cmlx_array a);
/// A stand-in for an error made outside the engine.
cmlx_array cmlx_failed(const char* _Nonnull operation, const char* _Nonnull message);
void cmlx_error_release(cmlx_error* _Nullable error);
const char* _Nonnull cmlx_error_operation(const cmlx_error* _Nonnull error);
const char* _Nonnull cmlx_error_message(const cmlx_error* _Nonnull error);
/// True the first time it is asked: an error is reported once.
bool cmlx_error_take_report(cmlx_error* _Nonnull error);

// MARK: Properties

size_t cmlx_ndim(cmlx_array a);
size_t cmlx_size(cmlx_array a);
size_t cmlx_nbytes(cmlx_array a);
cmlx_dtype cmlx_dtype_of(cmlx_array a);
/// The dimensions, valid while the array lives.
cmlx_ints cmlx_shape(cmlx_array a);
/// The strides in elements, valid while the array lives; `cmlx_ndim` of them.
const int64_t* _Nullable cmlx_strides(cmlx_array a);
bool cmlx_is_tracer(cmlx_array a);
size_t cmlx_dtype_size(cmlx_dtype dtype);
cmlx_dtype cmlx_promote_types(cmlx_dtype a, cmlx_dtype b);

// MARK: Creation from values

/// An array of `dtype` with a copy of `bytes`, in C order.
cmlx_array cmlx_array_copy(
    const void* _Nullable bytes, size_t byte_count, cmlx_ints shape, cmlx_dtype dtype);
/// An array over memory that `release(context)` frees when the array is gone.
cmlx_array cmlx_array_adopt(
    void* _Nonnull bytes, cmlx_ints shape, cmlx_dtype dtype, void* _Nullable context,
    void (*_Nonnull release)(void* _Nullable context));
/// A new 0-d array: of Python's dtype for the scalar where `dtype` is `CMLX_NO_DTYPE`, otherwise what
/// the scalar becomes beside an array of `dtype`.
cmlx_array cmlx_array_weak(cmlx_scalar value, cmlx_dtype dtype);
/// The same from this thread's pool of constants, for operands that nobody keeps.
cmlx_array cmlx_constant(cmlx_scalar value, cmlx_dtype dtype);
/// A new 0-d array of exactly `dtype`.
cmlx_array cmlx_array_scalar(cmlx_scalar value, cmlx_dtype dtype);
cmlx_array cmlx_array_complex(float real, float imaginary);

// MARK: Access to values (evaluates)

/// Writes the only element, converted to `dtype`.
cmlx_error* _Nullable cmlx_item(cmlx_array a, cmlx_dtype dtype, void* _Nonnull out);
/// A C-contiguous, evaluated array with the same values, converted to `dtype`.
cmlx_array cmlx_evaluated_contiguous(cmlx_array a, cmlx_dtype dtype);
/// The elements' memory; null if the array is not evaluated.
const void* _Nullable cmlx_data(cmlx_array a);
/// Bytes of the backing memory from the first element on.
size_t cmlx_data_nbytes(cmlx_array a);
/// Calls `use` with Python's printed form of the array.
cmlx_error* _Nullable cmlx_describe(
    cmlx_array a, void* _Nullable context,
    void (*_Nonnull use)(void* _Nullable context, const char* _Nonnull text));

// MARK: Evaluation

cmlx_error* _Nullable cmlx_eval(cmlx_arrays arrays);
cmlx_error* _Nullable cmlx_async_eval(cmlx_arrays arrays);

#ifdef __cplusplus
}
#endif
