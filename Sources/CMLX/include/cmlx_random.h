// Random numbers from explicit keys (`mlx.core.random`).
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

cmlx_array cmlx_random_key(uint64_t seed);
/// `count` keys in the rows of the result.
cmlx_array cmlx_random_split(cmlx_array key, int32_t count, cmlx_stream s);
/// The next state and a key for one draw, as the engine's key sequence makes them.
cmlx_error* _Nullable cmlx_random_advance(cmlx_list* _Nonnull out, cmlx_array key);
cmlx_array cmlx_random_bits(cmlx_ints shape, int32_t width, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_uniform(
    cmlx_array low,
    cmlx_array high,
    cmlx_ints shape,
    cmlx_dtype dtype,
    cmlx_array key,
    cmlx_stream s);
/// `loc` and `scale` may be absent: 0 and 1.
cmlx_array cmlx_random_normal(
    cmlx_ints shape,
    cmlx_dtype dtype,
    cmlx_array loc,
    cmlx_array scale,
    cmlx_array key,
    cmlx_stream s);
cmlx_array cmlx_random_multivariate_normal(
    cmlx_array mean,
    cmlx_array covariance,
    cmlx_ints shape,
    cmlx_dtype dtype,
    cmlx_array key,
    cmlx_stream s);
cmlx_array cmlx_random_randint(
    cmlx_array low,
    cmlx_array high,
    cmlx_ints shape,
    cmlx_dtype dtype,
    cmlx_array key,
    cmlx_stream s);
/// Without `has_shape` the shape is that of `p`.
cmlx_array cmlx_random_bernoulli(
    cmlx_array p, bool has_shape, cmlx_ints shape, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_truncated_normal(
    cmlx_array lower,
    cmlx_array upper,
    bool has_shape,
    cmlx_ints shape,
    cmlx_dtype dtype,
    cmlx_array key,
    cmlx_stream s);
cmlx_array cmlx_random_gumbel(
    cmlx_ints shape, cmlx_dtype dtype, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_laplace(
    cmlx_ints shape, cmlx_dtype dtype, float loc, float scale, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_categorical(
    cmlx_array logits, int32_t axis, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_categorical_shape(
    cmlx_array logits, int32_t axis, cmlx_ints shape, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_categorical_count(
    cmlx_array logits, int32_t axis, int32_t count, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_permutation(cmlx_array x, int32_t axis, cmlx_array key, cmlx_stream s);
cmlx_array cmlx_random_permutation_count(int32_t count, cmlx_array key, cmlx_stream s);

#ifdef __cplusplus
}
#endif
