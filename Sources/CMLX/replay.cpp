#include "replay.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "mlx/primitives.h"

namespace cmlx {

// MARK: Calls

uint64_t Call::hash() const {
  uint64_t hash = count_;
  for (uint32_t i = 0; i < count_; ++i) {
    hash = (hash ^ static_cast<uint32_t>(words_[i])) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 29;
  }
  return hash;
}

bool Call::operator==(const Call& other) const {
  return count_ == other.count_ &&
      std::memcmp(words_.data(), other.words_.data(), count_ * sizeof(int32_t)) == 0;
}

namespace {

/// One slot of a direct-mapped cache: the newest call that fell there.
struct Slot {
  std::optional<Call> call;
  std::unique_ptr<Template> known;
};

constexpr size_t slot_count = 128;

// A plain pointer needs no guard at each access; the owner beside it frees the slots with the thread.
thread_local Slot* slots = nullptr;
thread_local std::unique_ptr<Slot[]> slots_owner;

} // namespace

std::unique_ptr<Template>& template_of(const Call& call) {
  if (!slots) [[unlikely]] {
    slots_owner = std::make_unique<Slot[]>(slot_count);
    slots = slots_owner.get();
  }
  Slot& slot = slots[call.hash() >> 32 & (slot_count - 1)];
  if (!slot.call || !(*slot.call == call)) {
    slot.call = call;
    slot.known = nullptr;
  }
  return slot.known;
}

// MARK: Templates

/// Walks from a result back to the inputs.
class Template::Maker {
 public:
  explicit Maker(Inputs inputs) {
    for (auto* input : inputs) {
      uint16_t index = static_cast<uint16_t>(input_count_++);
      if (input) {
        // Of two inputs that are the same array one could not tell which a node means.
        possible_ &= places_.insert({input->id(), {Operand::input, false, index}}).second;
      }
    }
  }

  std::unique_ptr<Template> make(const mx::array& result) {
    if (!possible_ || !depends(result) || place(result).kind != Operand::node || !possible_) {
      return nullptr;
    }
    mark_last_uses();
    return std::make_unique<Template>(std::move(made_));
  }

 private:
  /// What is shared stays in memory: tables of a prompt's length do not.
  static constexpr size_t shared_bytes = 64 << 10;

  /// Whether a node is computed from an input.
  bool depends(const mx::array& a) {
    if (auto known = depends_.find(a.id()); known != depends_.end()) {
      return known->second;
    }
    bool result = places_.count(a.id()) > 0;
    if (!result) {
      for (auto& operand : a.inputs()) {
        result |= depends(operand);
      }
    }
    depends_.insert({a.id(), result});
    return result;
  }

  Operand place(const mx::array& a) {
    if (auto known = places_.find(a.id()); known != places_.end()) {
      return known->second;
    }
    Operand place = depends(a) ? node(a) : shared(a);
    places_.insert({a.id(), place});
    return place;
  }

  Operand node(const mx::array& a) {
    // A primitive with several results makes nodes that know each other.
    possible_ &= a.siblings().empty() && made_.nodes_.size() < std::numeric_limits<uint16_t>::max();
    std::vector<Operand> operands;
    for (auto& operand : a.inputs()) {
      operands.push_back(place(operand));
    }
    made_.nodes_.push_back({a.primitive_ptr(), a.shape(), a.dtype(), std::move(operands)});
    return {Operand::node, false, static_cast<uint16_t>(made_.nodes_.size() - 1)};
  }

  Operand shared(const mx::array& a) {
    possible_ &= a.nbytes() <= shared_bytes;
    made_.shared_.push_back(a);
    return {Operand::shared, false, static_cast<uint16_t>(made_.shared_.size() - 1)};
  }

  void mark_last_uses() {
    std::vector<bool> used(made_.nodes_.size(), false);
    for (auto node = made_.nodes_.rbegin(); node != made_.nodes_.rend(); ++node) {
      for (auto operand = node->operands.rbegin(); operand != node->operands.rend(); ++operand) {
        if (operand->kind == Operand::node && !used[operand->index]) {
          operand->last_use = true;
          used[operand->index] = true;
        }
      }
    }
  }

  Template made_;
  std::unordered_map<uintptr_t, Operand> places_;
  std::unordered_map<uintptr_t, bool> depends_;
  size_t input_count_ = 0;
  bool possible_ = true;
};

std::unique_ptr<Template> Template::make(const mx::array& result, Inputs inputs) {
  return Maker(inputs).make(result);
}

mx::array Template::apply(Inputs inputs) const {
  std::vector<mx::array> values;
  values.reserve(nodes_.size());
  for (auto& node : nodes_) {
    std::vector<mx::array> operands;
    operands.reserve(node.operands.size());
    for (auto operand : node.operands) {
      switch (operand.kind) {
        case Operand::input:
          operands.push_back(*inputs.begin()[operand.index]);
          break;
        case Operand::shared:
          operands.push_back(shared_[operand.index]);
          break;
        case Operand::node:
          if (operand.last_use) {
            operands.push_back(std::move(values[operand.index]));
          } else {
            operands.push_back(values[operand.index]);
          }
      }
    }
    values.emplace_back(node.shape, node.dtype, node.primitive, std::move(operands));
  }
  return std::move(values.back());
}

} // namespace cmlx
