// Functions as values: compilation.
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// A function that the engine compiles once for each combination of input shapes and dtypes.
typedef struct cmlx_compiled cmlx_compiled;

/// What the engine calls to trace the function: borrowed inputs, owned outputs in memory from
/// `cmlx_list_make`, or an owned error.
typedef cmlx_error* _Nullable (*cmlx_traced)(
    void* _Nonnull context, cmlx_arrays inputs, cmlx_list* _Nonnull outputs);

cmlx_compiled* _Nonnull cmlx_compiled_make(bool shapeless);
/// Forgets what was compiled, on all threads.
void cmlx_compiled_free(cmlx_compiled* _Nonnull function);
cmlx_error* _Nullable cmlx_compiled_call(
    cmlx_list* _Nonnull out,
    cmlx_compiled* _Nonnull function,
    cmlx_arrays inputs,
    void* _Nonnull context,
    cmlx_traced _Nonnull traced);
/// Room for `count` arrays, given back by `cmlx_list_free`.
cmlx_list cmlx_list_make(size_t count);
void cmlx_enable_compile(bool enabled);

#ifdef __cplusplus
}
#endif
