// The values that cross the border between Swift and the engine.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An array: the bits of one `mlx::core::array`, which is a shared pointer.
///
/// `descriptor` is null in two cases: no array (`owner` null too), or the stand-in that a failed
/// operation returns, whose `owner` is its `cmlx_error`. Parameters are borrowed, results are owned. `may_alias`: the engine's
/// type is seen through it.
typedef struct __attribute__((may_alias)) cmlx_array {
  void* _Nullable descriptor;
  void* _Nullable owner;
} cmlx_array;

/// Borrowed arrays in a row.
typedef struct cmlx_arrays {
  const cmlx_array* _Nullable items;
  size_t count;
} cmlx_arrays;

/// Owned arrays in a row, in memory that `cmlx_list_free` gives back; each item has a new owner by then.
typedef struct cmlx_list {
  cmlx_array* _Nullable items;
  size_t count;
} cmlx_list;

/// Borrowed dimensions, axes or bounds in a row.
typedef struct cmlx_ints {
  const int32_t* _Nullable values;
  size_t count;
} cmlx_ints;

/// An integer that may be absent.
typedef struct cmlx_optional_int {
  int32_t value;
  bool present;
} cmlx_optional_int;

/// A number that may be absent.
typedef struct cmlx_optional_float {
  float value;
  bool present;
} cmlx_optional_float;

/// What failed and why; reference counted.
typedef struct cmlx_error cmlx_error;

/// 0: the default stream of the default device. Otherwise see `cmlx_stream_of`.
typedef uint64_t cmlx_stream;

typedef enum cmlx_dtype : int32_t {
  CMLX_BOOL,
  CMLX_UINT8,
  CMLX_UINT16,
  CMLX_UINT32,
  CMLX_UINT64,
  CMLX_INT8,
  CMLX_INT16,
  CMLX_INT32,
  CMLX_INT64,
  CMLX_FLOAT16,
  CMLX_FLOAT32,
  CMLX_FLOAT64,
  CMLX_BFLOAT16,
  CMLX_COMPLEX64,
  /// Where a dtype may be absent.
  CMLX_NO_DTYPE,
} cmlx_dtype;

typedef enum cmlx_scalar_kind : int32_t {
  CMLX_SCALAR_BOOL,
  CMLX_SCALAR_INT,
  CMLX_SCALAR_FLOAT,
} cmlx_scalar_kind;

/// A Python-like scalar, which takes the dtype of the array that it meets. `bits` is the integer,
/// 0 or 1 of a truth value, or the bit pattern of a double.
typedef struct cmlx_scalar {
  int64_t bits;
  cmlx_scalar_kind kind;
} cmlx_scalar;

#ifdef __cplusplus
}
#endif
