// Fused operations of the engine (`mlx.core.fast`).
#pragma once

#include "cmlx_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cmlx_rope_options {
  int32_t dimensions;
  bool traditional;
  cmlx_optional_float base;
  float scale;
} cmlx_rope_options;

cmlx_array cmlx_rope(
    cmlx_array x, cmlx_rope_options options, int32_t offset, cmlx_array freqs, cmlx_stream s);
cmlx_array cmlx_rope_at(
    cmlx_array x, cmlx_rope_options options, cmlx_array offset, cmlx_array freqs, cmlx_stream s);
cmlx_array cmlx_rms_norm(cmlx_array x, cmlx_array weight, float eps, cmlx_stream s);
cmlx_array cmlx_layer_norm(
    cmlx_array x, cmlx_array weight, cmlx_array bias, float eps, cmlx_stream s);
cmlx_array cmlx_scaled_dot_product_attention(
    cmlx_array queries,
    cmlx_array keys,
    cmlx_array values,
    float scale,
    bool causal,
    cmlx_array mask,
    cmlx_array sinks,
    cmlx_stream s);
cmlx_array cmlx_cross_entropy(cmlx_array logits, cmlx_array targets, cmlx_stream s);
cmlx_error* _Nullable cmlx_gated_delta_update(
    cmlx_list* _Nonnull out,
    cmlx_array queries,
    cmlx_array keys,
    cmlx_array values,
    cmlx_array gates,
    cmlx_array beta,
    cmlx_array initial_state,
    cmlx_array mask,
    cmlx_stream s);

#ifdef __cplusplus
}
#endif
