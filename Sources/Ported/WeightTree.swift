import MLX
import OrderedCollections

/// A checkpoint's tensors as a tree by the parts of their names, as `mlx.utils.tree_unflatten` makes
/// it. As with Python's dictionaries, a branch is shared: what is removed from it is gone from the
/// whole tree.
public final class WeightTree: ExpressibleByDictionaryLiteral {
    private var array: MLXArray?
    private var branches: OrderedDictionary<String, WeightTree> = [:]

    private init() {}

    /// The tree of tensors whose names have their parts between dots.
    public init(_ weights: some Sequence<(key: String, value: MLXArray)>) {
        for (name, value) in weights {
            let leaf = name.split(separator: ".").reduce(self) { tree, part in
                if let branch = tree.branches[String(part)] { return branch }
                let branch = WeightTree()
                tree.branches[String(part)] = branch
                return branch
            }
            leaf.array = value
        }
    }

    /// The tree with one branch for each tensor, by its whole name: a dictionary that is put into a tree.
    public init(undivided weights: OrderedDictionary<String, MLXArray>) {
        for (name, value) in weights {
            let leaf = WeightTree()
            leaf.array = value
            branches[name] = leaf
        }
    }

    /// The tree of these branches, which it shares with the trees that they are from.
    public init(dictionaryLiteral branches: (String, WeightTree)...) {
        self.branches = OrderedDictionary(branches) { _, last in last }
    }

    /// The branch of that name; an empty one that belongs to no tree if there is none.
    public subscript(name: String) -> WeightTree {
        get { branches[name] ?? WeightTree() }
        set { branches[name] = newValue }
    }

    /// The branch of that name; nil if there is none.
    public func get(_ name: String) -> WeightTree? { branches[name] }

    /// Whether there is neither a tensor nor a branch.
    public var isEmpty: Bool { array == nil && branches.isEmpty }

    /// Whether there is a branch of that name.
    public func contains(_ name: String) -> Bool { branches[name] != nil }

    /// Removes the branch of that name, if there is one.
    public func remove(_ name: String) { branches[name] = nil }

    /// The tensors by name, in the order of the tree (`tree_flatten`).
    public var flattened: OrderedDictionary<String, MLXArray> {
        var weights: OrderedDictionary<String, MLXArray> = [:]
        add(to: &weights, prefix: "")
        return weights
    }

    private func add(to weights: inout OrderedDictionary<String, MLXArray>, prefix: String) {
        for (name, branch) in branches {
            if let array = branch.array { weights[prefix + name] = array }
            branch.add(to: &weights, prefix: "\(prefix)\(name).")
        }
    }
}

extension Optional where Wrapped == WeightTree {
    /// The tree unless it is nil or empty: Python's truth.
    public var nonEmpty: WeightTree? { flatMap { $0.isEmpty ? nil : $0 } }
}
