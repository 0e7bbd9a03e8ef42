import MLX
import ModelPorted
import OrderedCollections
import Testing

@Suite("A tree of weights")
struct WeightTreeTests {
    private let weights: OrderedDictionary<String, MLXArray> = [
        "model.tower.0.weight": MLXArray(1), "model.layers.0.weight": MLXArray(2),
        "model.layers.0.bias": MLXArray(3), "head.weight": MLXArray(4),
    ]

    @Test("Flattening gives back the tensors under their names")
    func flattened() {
        #expect(WeightTree(weights).flattened.keys.sorted() == weights.keys.sorted())
        #expect(WeightTree(weights).flattened["model.layers.0.bias"]?.item(Int.self) == 3)
    }

    @Test("What is removed from a branch is gone from the tree; what is not there may be removed")
    func removing() {
        let tree = WeightTree(weights)
        tree["model"].remove("tower")
        tree["model"].remove("missing")
        #expect(
            Array(tree.flattened.keys) == [
                "model.layers.0.weight", "model.layers.0.bias", "head.weight",
            ])
    }

    @Test("A branch is a tree of its own and may be replaced")
    func branches() {
        let tree = WeightTree(weights)
        #expect(Array(tree["head"].flattened.keys) == ["weight"])
        tree["head"] = WeightTree(["a.b": MLXArray(5)] as OrderedDictionary)
        #expect(tree.flattened.keys.contains("head.a.b"))
        #expect(!tree.flattened.keys.contains("head.weight"))
    }

    @Test("A branch by name is nil if there is none; a tree without tensors is empty")
    func truth() {
        let tree = WeightTree(weights)
        #expect(tree.get("missing") == nil)
        #expect(tree.get("head").nonEmpty != nil)
        #expect(tree["missing"].isEmpty)
        tree["model"].remove("layers")
        tree["model"].remove("tower")
        #expect(tree.get("model") != nil && tree.get("model").nonEmpty == nil)
    }

    @Test("A tree of branches shares them")
    func display() {
        let tree = WeightTree(weights)
        let renamed: WeightTree = ["language_model": ["head": tree["head"]]]
        #expect(Array(renamed.flattened.keys) == ["language_model.head.weight"])
    }
}
