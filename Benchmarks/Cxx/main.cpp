// The C++ side of the benchmarks: NAME [CHECKPOINT [HIDDEN LAYERS HEADS KEY_VALUE_HEADS]].

#include "benchmark.h"
#include "llama.h"

namespace {

constexpr int operations = 10'000;
constexpr int prompt_length = 32;
constexpr int steps = 8;

/// Builds the graph of a chain of additions, without evaluating it: nanoseconds an operation.
template <class Operation>
void chain(Operation&& operation) {
  auto start = mx::zeros({16});
  mx::eval(start);
  serve([&]() -> Measurement {
    auto y = start;
    double time = measure([&] {
      for (int i = 0; i < operations; ++i) {
        y = operation(y);
      }
    });
    return {time * 1e9 / operations, mx::take(y, 0).item<float>()};
  });
}

/// Builds the graph of a decode step: microseconds a step. Evaluation comes after each one.
void decode_step(const std::string& checkpoint, const Configuration& config) {
  auto weights = mx::load_safetensors(checkpoint + "/model.safetensors").first;
  for (auto& [name, weight] : weights) {
    weight.eval();
  }
  Llama model(weights, config);
  auto following = [&](const mx::array& ids) {
    auto logits = model(ids);
    auto& shape = logits.shape();
    auto last = mx::slice(logits, {0, shape[1] - 1, 0}, {shape[0], shape[1], shape[2]});
    return mx::argmax(mx::squeeze(last, 1), -1);
  };
  auto token = following(mx::reshape(mx::arange(prompt_length), {1, prompt_length}));
  token.eval();
  serve([&]() -> Measurement {
    double time = 0, ids = 0;
    for (int i = 0; i < steps; ++i) {
      time += measure([&] { token = following(mx::expand_dims(token, 0)); });
      token.eval();
      ids += token.item<uint32_t>();
    }
    return {time * 1e6 / steps, ids};
  });
}

} // namespace

int main(int count, char** arguments) {
  std::string name = count > 1 ? arguments[1] : "";
  auto number = [&](int i) { return std::stoi(arguments[i]); };
  if (name == "chain-array" && count == 2) {
    auto ones = mx::ones({16});
    mx::eval(ones);
    chain([&](const mx::array& y) { return mx::add(y, ones); });
  } else if (name == "chain-scalar" && count == 2) {
    chain([](const mx::array& y) { return mx::add(y, mx::array(1.0f)); });
  } else if (name == "decode-step" && count == 7) {
    decode_step(arguments[2], {number(3), number(4), number(5), number(6), 1e-5f, 10'000.0f});
  } else {
    std::cerr << "usage: NAME [CHECKPOINT HIDDEN LAYERS HEADS KEY_VALUE_HEADS]" << std::endl;
    return 2;
  }
}
