// A 4-bit Llama as one would write it by hand against the engine's C++ interface: the operations of
// mlx-lm's and mlx-vlm's `llama`, in their order.
#pragma once

#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mlx/mlx.h"

namespace mx = mlx::core;

struct Configuration {
  int hidden, layers, heads, key_value_heads;
  float norm_eps, rope_base;
};

using Weights = std::unordered_map<std::string, mx::array>;

/// A weight of 4 bits in groups of 64.
struct Quantized {
  mx::array weight, scales, biases;

  Quantized(const Weights& weights, const std::string& name)
      : weight(weights.at(name + ".weight")),
        scales(weights.at(name + ".scales")),
        biases(weights.at(name + ".biases")) {}

  mx::array operator()(const mx::array& x) const {
    return mx::quantized_matmul(x, weight, scales, biases, true, 64, 4);
  }

  /// The rows that `ids` name.
  mx::array rows(const mx::array& ids) const {
    return mx::dequantize(
        mx::take(weight, ids, 0), mx::take(scales, ids, 0), mx::take(biases, ids, 0), 64, 4);
  }
};

/// Keys and values `[B, H, capacity, D]`, of which the first `offset` are used.
struct Cache {
  static constexpr int step = 256;

  std::optional<mx::array> keys, values;
  int offset = 0;

  /// Appends to both, and returns what is used of them.
  std::pair<mx::array, mx::array> update(const mx::array& new_keys, const mx::array& new_values) {
    int end = offset + new_keys.shape(2);
    if (!keys || end > keys->shape(2)) {
      keys = grown(keys, new_keys);
      values = grown(values, new_values);
    }
    keys = written(*keys, new_keys, end);
    values = written(*values, new_values, end);
    offset = end;
    return {used(*keys), used(*values)};
  }

 private:
  mx::array grown(const std::optional<mx::array>& buffer, const mx::array& added) const {
    int blocks = (step + added.shape(2) - 1) / step;
    auto room = mx::zeros(
        {added.shape(0), added.shape(1), blocks * step, added.shape(3)}, added.dtype());
    return buffer ? mx::concatenate({used(*buffer), room}, 2) : room;
  }

  mx::array written(const mx::array& buffer, const mx::array& added, int end) const {
    auto& shape = buffer.shape();
    mx::Shape start{0, 0, offset, 0}, stop{shape[0], shape[1], end, shape[3]};
    return mx::slice_update(buffer, added, std::move(start), std::move(stop));
  }

  mx::array used(const mx::array& buffer) const {
    auto& shape = buffer.shape();
    return mx::slice(buffer, {0, 0, 0, 0}, {shape[0], shape[1], offset, shape[3]});
  }
};

struct Layer {
  Quantized q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj;
  mx::array input_norm, post_attention_norm;

  Layer(const Weights& weights, const std::string& name)
      : q_proj(weights, name + ".self_attn.q_proj"),
        k_proj(weights, name + ".self_attn.k_proj"),
        v_proj(weights, name + ".self_attn.v_proj"),
        o_proj(weights, name + ".self_attn.o_proj"),
        gate_proj(weights, name + ".mlp.gate_proj"),
        up_proj(weights, name + ".mlp.up_proj"),
        down_proj(weights, name + ".mlp.down_proj"),
        input_norm(weights.at(name + ".input_layernorm.weight")),
        post_attention_norm(weights.at(name + ".post_attention_layernorm.weight")) {}
};

class Llama {
 public:
  Llama(const Weights& weights, const Configuration& config)
      : config_(config),
        embed_tokens_(weights, "model.embed_tokens"),
        norm_(weights.at("model.norm.weight")),
        lm_head_(weights, "lm_head") {
    for (int i = 0; i < config.layers; ++i) {
      layers_.emplace_back(weights, "model.layers." + std::to_string(i));
    }
    caches_.resize(config.layers);
    swiglu_ = mx::compile(
        [](const std::vector<mx::array>& in) -> std::vector<mx::array> {
          return {mx::multiply(mx::multiply(in[0], mx::sigmoid(in[0])), in[1])};
        },
        true);
  }

  /// Logits `[B, L, V]` of ids `[B, L]`.
  mx::array operator()(const mx::array& ids) {
    auto h = embed_tokens_.rows(ids);
    for (int i = 0; i < config_.layers; ++i) {
      h = layer(layers_[i], caches_[i], h);
    }
    return lm_head_(mx::fast::rms_norm(h, norm_, config_.norm_eps));
  }

 private:
  mx::array layer(const Layer& layer, Cache& cache, const mx::array& x) {
    auto r = attention(
        layer, cache, mx::fast::rms_norm(x, layer.input_norm, config_.norm_eps));
    auto h = mx::add(x, r);
    auto n = mx::fast::rms_norm(h, layer.post_attention_norm, config_.norm_eps);
    return mx::add(h, layer.down_proj(swiglu_({layer.gate_proj(n), layer.up_proj(n)})[0]));
  }

  mx::array attention(const Layer& layer, Cache& cache, const mx::array& x) {
    int batch = x.shape(0), length = x.shape(1), size = config_.hidden / config_.heads;
    auto split = [&](const mx::array& a, int heads) {
      return mx::transpose(mx::reshape(a, {batch, length, heads, -1}), {0, 2, 1, 3});
    };
    auto rotate = [&](const mx::array& a) {
      return mx::fast::rope(a, size, false, config_.rope_base, 1.0f, cache.offset);
    };
    auto queries = layer.q_proj(x), keys = layer.k_proj(x), values = layer.v_proj(x);
    queries = split(queries, config_.heads);
    keys = split(keys, config_.key_value_heads);
    values = split(values, config_.key_value_heads);
    queries = rotate(queries);
    keys = rotate(keys);
    std::tie(keys, values) = cache.update(keys, values);
    auto out = mx::fast::scaled_dot_product_attention(
        queries, keys, values, 1 / std::sqrt(static_cast<float>(size)),
        length > 1 ? "causal" : "");
    return layer.o_proj(mx::reshape(mx::transpose(out, {0, 2, 1, 3}), {batch, length, -1}));
  }

  Configuration config_;
  Quantized embed_tokens_;
  mx::array norm_;
  Quantized lm_head_;
  std::vector<Layer> layers_;
  std::vector<Cache> caches_;
  std::function<std::vector<mx::array>(const std::vector<mx::array>&)> swiglu_;
};
