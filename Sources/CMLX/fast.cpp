#include "cmlx_fast.h"
#include "indices.hpp"
#include "replay.hpp"
#include "shim.hpp"

#include "mlx/fast.h"

cmlx_array cmlx_rope(
    cmlx_array x, cmlx_rope_options o, int32_t offset, cmlx_array freqs, cmlx_stream s) {
  // All layers of a decode step share one table of angles.
  ARRAY(
      replayed(
          Call(Function::rope)
              .add(o.dimensions)
              .add(o.traditional)
              .add(o.base)
              .add(o.scale)
              .add(offset),
          {&in(x), pointer(freqs)},
          s,
          [&] {
            return mx::fast::rope(
                in(x),
                o.dimensions,
                o.traditional,
                maybe(o.base),
                o.scale,
                static_cast<int>(offset),
                maybe(freqs),
                on(s));
          }),
      x,
      freqs);
}

cmlx_array cmlx_rope_at(
    cmlx_array x, cmlx_rope_options o, cmlx_array offset, cmlx_array freqs, cmlx_stream s) {
  ARRAY(
      mx::fast::rope(
          in(x),
          o.dimensions,
          o.traditional,
          maybe(o.base),
          o.scale,
          in(offset),
          maybe(freqs),
          on(s)),
      x,
      offset,
      freqs);
}

cmlx_array cmlx_rms_norm(cmlx_array x, cmlx_array weight, float eps, cmlx_stream s) {
  ARRAY(
      replayed(
          Call(Function::rms_norm).add(eps),
          {&in(x), pointer(weight)},
          s,
          [&] { return mx::fast::rms_norm(in(x), maybe(weight), eps, on(s)); }),
      x,
      weight);
}

cmlx_array cmlx_layer_norm(
    cmlx_array x, cmlx_array weight, cmlx_array bias, float eps, cmlx_stream s) {
  ARRAY(
      replayed(
          Call(Function::layer_norm).add(eps),
          {&in(x), pointer(weight), pointer(bias)},
          s,
          [&] { return mx::fast::layer_norm(in(x), maybe(weight), maybe(bias), eps, on(s)); }),
      x,
      weight,
      bias);
}

cmlx_array cmlx_scaled_dot_product_attention(
    cmlx_array queries,
    cmlx_array keys,
    cmlx_array values,
    float scale,
    bool causal,
    cmlx_array mask,
    cmlx_array sinks,
    cmlx_stream s) {
  ARRAY(
      replayed(
          Call(Function::scaled_dot_product_attention).add(scale).add(causal),
          {&in(queries), &in(keys), &in(values), pointer(mask), pointer(sinks)},
          s,
          [&] {
            return mx::fast::scaled_dot_product_attention(
                in(queries),
                in(keys),
                in(values),
                scale,
                causal ? "causal" : "",
                maybe(mask),
                maybe(sinks),
                false,
                on(s));
          }),
      queries,
      keys,
      values,
      mask,
      sinks);
}

cmlx_array cmlx_cross_entropy(cmlx_array logits, cmlx_array targets, cmlx_stream s) {
  ARRAY(
      mx::fast::cross_entropy(
          in(logits),
          in(logits).ndim() == 0
              ? in(targets)
              : checked_indices("cross_entropy", in(targets), in(logits).shape(-1), on(s)),
          on(s)),
      logits,
      targets);
}

cmlx_error* cmlx_gated_delta_update(
    cmlx_list* out,
    cmlx_array queries,
    cmlx_array keys,
    cmlx_array values,
    cmlx_array gates,
    cmlx_array beta,
    cmlx_array initial_state,
    cmlx_array mask,
    cmlx_stream s) {
  ARRAYS(
      out,
      mx::fast::gated_delta_update(
          in(queries),
          in(keys),
          in(values),
          in(gates),
          in(beta),
          maybe(initial_state),
          maybe(mask),
          on(s)),
      queries,
      keys,
      values,
      gates,
      beta,
      initial_state,
      mask);
}
