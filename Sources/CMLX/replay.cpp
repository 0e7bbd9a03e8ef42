#include "replay.hpp"

#include <algorithm>

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
  Memory memory;
};

constexpr size_t slot_count = 128;

// A plain pointer needs no guard at each access; the owner beside it frees the slots with the thread.
thread_local Slot* slots = nullptr;
thread_local std::unique_ptr<Slot[]> slots_owner;

/// Changes when templates are to be forgotten; slots of another age are.
std::atomic<uint64_t> age{0};
thread_local uint64_t slots_age = 0;

} // namespace

Memory& memory_of(const Call& call) {
  uint64_t now = age.load(std::memory_order_acquire);
  if (!slots || slots_age != now) [[unlikely]] {
    slots_age = now;
    slots_owner = std::make_unique<Slot[]>(slot_count);
    slots = slots_owner.get();
  }
  Slot& slot = slots[call.hash() >> 32 & (slot_count - 1)];
  if (!slot.call || !(*slot.call == call)) {
    slot.call = call;
    slot.memory = Memory();
  }
  return slot.memory;
}

void forget_templates() noexcept {
  age.fetch_add(1, std::memory_order_release);
}

// MARK: Templates

/// Walks from a result back to the inputs.
class Template::Maker {
 public:
  explicit Maker(Inputs inputs) {
    known_.reserve(limit);
    made_.nodes_.reserve(limit / 2);
    made_.operands_.reserve(limit);
    uint16_t index = 0;
    for (auto* input : inputs) {
      if (input) {
        // Of two inputs that are the same array one could not tell which a node means.
        possible_ &= !find(input->id());
        known_.push_back({input->id(), true, {Operand::input, false, index}});
      }
      ++index;
    }
  }

  std::unique_ptr<Template> make(const mx::array& result) {
    if (!possible_) {
      return nullptr;
    }
    Known known = visit(result);
    if (!possible_ || !known.depends || known.place.kind != Operand::node) {
      return nullptr;
    }
    mark_last_uses();
    return std::make_unique<Template>(std::move(made_));
  }

 private:
  /// Larger graphs are not worth the search.
  static constexpr size_t limit = 128;
  /// What is shared stays in memory: tables of a prompt's length do not.
  static constexpr size_t shared_bytes = 64 << 10;

  struct Known {
    uintptr_t id;
    /// Whether it is computed from an input.
    bool depends;
    Operand place;
  };

  const Known* find(uintptr_t id) const {
    for (auto& known : known_) {
      if (known.id == id) {
        return &known;
      }
    }
    return nullptr;
  }

  Known visit(const mx::array& a) {
    if (auto* known = find(a.id())) {
      return *known;
    }
    size_t base = stack_.size();
    bool depends = false;
    for (auto& operand : a.inputs()) {
      Known known = visit(operand);
      depends |= known.depends;
      stack_.push_back(known);
    }
    Known known{a.id(), depends, {Operand::shared, false, unplaced}};
    if (depends) {
      known.place = node(a, base);
    }
    stack_.erase(stack_.begin() + base, stack_.end());
    if (known_.size() < limit) {
      known_.push_back(known);
    } else {
      possible_ = false;
    }
    return known;
  }

  Operand node(const mx::array& a, size_t base) {
    // A primitive with several results makes nodes that know each other.
    possible_ &= a.siblings().empty();
    for (size_t i = 0; i < a.inputs().size(); ++i) {
      const Known& known = stack_[base + i];
      made_.operands_.push_back(known.depends ? known.place : shared(a.inputs()[i]));
    }
    made_.nodes_.push_back(
        {a.primitive_ptr(), a.shape(), a.dtype(), static_cast<uint32_t>(a.inputs().size())});
    return {Operand::node, false, static_cast<uint16_t>(made_.nodes_.size() - 1)};
  }

  Operand shared(const mx::array& a) {
    possible_ &= a.nbytes() <= shared_bytes;
    auto& all = made_.shared_;
    auto same = std::find_if(all.begin(), all.end(), [&](auto& b) { return b.id() == a.id(); });
    auto index = static_cast<uint16_t>(same - all.begin());
    if (same == all.end()) {
      all.push_back(a);
    }
    return {Operand::shared, false, index};
  }

  void mark_last_uses() {
    std::vector<bool> used(made_.nodes_.size(), false);
    for (auto operand = made_.operands_.rbegin(); operand != made_.operands_.rend(); ++operand) {
      if (operand->kind == Operand::node && !used[operand->index]) {
        operand->last_use = true;
        used[operand->index] = true;
      }
    }
  }

  static constexpr uint16_t unplaced = 0xffff;

  Template made_;
  std::vector<Known> known_;
  std::vector<Known> stack_;
  bool possible_ = true;
};

std::unique_ptr<Template> Template::make(const mx::array& result, Inputs inputs) {
  return Maker(inputs).make(result);
}

mx::array Template::apply(Inputs inputs) const {
  std::vector<mx::array> values;
  values.reserve(nodes_.size());
  const Operand* operand = operands_.data();
  for (auto& node : nodes_) {
    std::vector<mx::array> operands;
    operands.reserve(node.operand_count);
    for (uint32_t i = 0; i < node.operand_count; ++i, ++operand) {
      switch (operand->kind) {
        case Operand::input:
          operands.push_back(*inputs.begin()[operand->index]);
          break;
        case Operand::shared:
          operands.push_back(shared_[operand->index]);
          break;
        case Operand::node:
          if (operand->last_use) {
            operands.push_back(std::move(values[operand->index]));
          } else {
            operands.push_back(values[operand->index]);
          }
      }
    }
    values.emplace_back(node.shape, node.dtype, node.primitive, std::move(operands));
  }
  return std::move(values.back());
}

} // namespace cmlx
