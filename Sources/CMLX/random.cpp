#include "cmlx_random.h"
#include "shim.hpp"

#include "mlx/random.h"

cmlx_array cmlx_random_key(uint64_t seed) {
  ARRAY(mx::random::key(seed));
}

cmlx_array cmlx_random_split(cmlx_array key, int32_t count, cmlx_stream s) {
  ARRAY(mx::random::split(in(key), count, on(s)), key);
}

cmlx_error* cmlx_random_advance(cmlx_list* out, cmlx_array key) {
  ARRAYS(out, pack(mx::random::split(in(key), on(0))), key);
}

cmlx_array cmlx_random_bits(cmlx_ints dimensions, int32_t width, cmlx_array key, cmlx_stream s) {
  ARRAY(mx::random::bits(shape(dimensions), width, maybe(key), on(s)), key);
}

cmlx_array cmlx_random_uniform(
    cmlx_array low,
    cmlx_array high,
    cmlx_ints dimensions,
    cmlx_dtype d,
    cmlx_array key,
    cmlx_stream s) {
  ARRAY(
      mx::random::uniform(in(low), in(high), shape(dimensions), dtype(d), maybe(key), on(s)),
      low,
      high,
      key);
}

cmlx_array cmlx_random_normal(
    cmlx_ints dimensions,
    cmlx_dtype d,
    cmlx_array loc,
    cmlx_array scale,
    cmlx_array key,
    cmlx_stream s) {
  ARRAY(
      mx::random::normal(
          shape(dimensions), dtype(d), maybe(loc), maybe(scale), maybe(key), on(s)),
      loc,
      scale,
      key);
}

cmlx_array cmlx_random_multivariate_normal(
    cmlx_array mean,
    cmlx_array covariance,
    cmlx_ints dimensions,
    cmlx_dtype d,
    cmlx_array key,
    cmlx_stream s) {
  ARRAY(
      mx::random::multivariate_normal(
          in(mean), in(covariance), shape(dimensions), dtype(d), maybe(key), on(s)),
      mean,
      covariance,
      key);
}

cmlx_array cmlx_random_randint(
    cmlx_array low,
    cmlx_array high,
    cmlx_ints dimensions,
    cmlx_dtype d,
    cmlx_array key,
    cmlx_stream s) {
  ARRAY(
      mx::random::randint(in(low), in(high), shape(dimensions), dtype(d), maybe(key), on(s)),
      low,
      high,
      key);
}

cmlx_array cmlx_random_bernoulli(
    cmlx_array p, bool has_shape, cmlx_ints dimensions, cmlx_array key, cmlx_stream s) {
  ARRAY(
      has_shape ? mx::random::bernoulli(in(p), shape(dimensions), maybe(key), on(s))
                : mx::random::bernoulli(
                      in(p), maybe(key), on(s)),
      p,
      key);
}

cmlx_array cmlx_random_truncated_normal(
    cmlx_array lower,
    cmlx_array upper,
    bool has_shape,
    cmlx_ints dimensions,
    cmlx_dtype d,
    cmlx_array key,
    cmlx_stream s) {
  ARRAY(
      has_shape
          ? mx::random::truncated_normal(
                in(lower), in(upper), shape(dimensions), dtype(d), maybe(key), on(s))
          : mx::random::truncated_normal(in(lower), in(upper), dtype(d), maybe(key), on(s)),
      lower,
      upper,
      key);
}

cmlx_array cmlx_random_gumbel(
    cmlx_ints dimensions, cmlx_dtype d, cmlx_array key, cmlx_stream s) {
  ARRAY(mx::random::gumbel(shape(dimensions), dtype(d), maybe(key), on(s)), key);
}

cmlx_array cmlx_random_laplace(
    cmlx_ints dimensions, cmlx_dtype d, float loc, float scale, cmlx_array key, cmlx_stream s) {
  ARRAY(
      mx::random::laplace(shape(dimensions), dtype(d), loc, scale, maybe(key), on(s)), key);
}

cmlx_array cmlx_random_categorical(
    cmlx_array logits, int32_t axis, cmlx_array key, cmlx_stream s) {
  ARRAY(mx::random::categorical(in(logits), axis, maybe(key), on(s)), logits, key);
}

cmlx_array cmlx_random_categorical_shape(
    cmlx_array logits, int32_t axis, cmlx_ints dimensions, cmlx_array key, cmlx_stream s) {
  ARRAY(
      mx::random::categorical(in(logits), axis, shape(dimensions), maybe(key), on(s)),
      logits,
      key);
}

cmlx_array cmlx_random_categorical_count(
    cmlx_array logits, int32_t axis, int32_t count, cmlx_array key, cmlx_stream s) {
  ARRAY(
      mx::random::categorical(in(logits), axis, static_cast<int>(count), maybe(key), on(s)),
      logits,
      key);
}

cmlx_array cmlx_random_permutation(cmlx_array x, int32_t axis, cmlx_array key, cmlx_stream s) {
  ARRAY(mx::random::permutation(in(x), axis, maybe(key), on(s)), x, key);
}

cmlx_array cmlx_random_permutation_count(int32_t count, cmlx_array key, cmlx_stream s) {
  ARRAY(mx::random::permutation(static_cast<int>(count), maybe(key), on(s)), key);
}
