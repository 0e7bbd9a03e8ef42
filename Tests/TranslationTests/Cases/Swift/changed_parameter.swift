import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChangedParameter`, changed_parameter.py:32.
public final class CaseChangedParameter: Module {
    @ModuleInfo var proj: Linear
    let total: Int
    let count: Int
    var sizes: [Int]

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        var sizes = [3]
        for size in 0..<4 {
            _ = caseCollectSizes(&sizes, size: size, atMost: 2)
        }
        total = sizes.reduce(0, +)
        count = caseCollectSizes(&sizes, size: 1, atMost: 5)
        self.sizes = [5]
        Self.add(&self.sizes, size: sizes.count)
    }

    /// `ChangedParameter.add`, changed_parameter.py:45.
    public static func add(_ sizes: inout [Int], size: Int) { sizes.append(size) }

    /// `ChangedParameter.__call__`, changed_parameter.py:48.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        proj(x) * total + count + sizes[1]
    }

    /// `ChangedParameter.sanitize`, changed_parameter.py:51.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var sanitized: OrderedWeights = [:]
        for (key, value) in weights {
            sanitized[key] = value
        }
        try caseRenameThrough(&sanitized, count: 2)
        sanitized = caseDropUnseen(sanitized, name: "unused")
        func double(_ entries: inout OrderedWeights, key: String) throws {
            entries[key] = try required(entries[key], key) * 2
        }
        try double(&sanitized, key: "lm_head.0")
        return sanitized
    }
}

/// `rename_seen`, changed_parameter.py:6.
public func caseRenameSeen(_ weights: inout OrderedWeights, count: Int) throws {
    for i in 0..<max(0, count) {
        weights["lm_head.\(i)"] = try required(weights.removeValue(forKey: "old.\(i)"), "old.\(i)")
    }
}

/// `rename_through`, changed_parameter.py:11.
public func caseRenameThrough(_ weights: inout OrderedWeights, count: Int) throws {
    try caseRenameSeen(&weights, count: count)
    _ = try caseRenamePlain(&weights)
}

/// `rename_plain`, changed_parameter.py:16.
public func caseRenamePlain(_ weights: inout OrderedWeights) throws -> OrderedWeights {
    weights["lm_head.bias"] = try required(weights.removeValue(forKey: "bias"), "bias")
    return weights
}

/// `collect_sizes`, changed_parameter.py:21.
public func caseCollectSizes(_ sizes: inout [Int], size: Int, atMost: Int) -> Int {
    if size <= atMost { sizes.append(size) }
    return sizes.count
}

/// `drop_unseen`, changed_parameter.py:27.
public func caseDropUnseen(_ weights: OrderedWeights, name: String) -> OrderedWeights {
    var weights = weights
    weights.removeValue(forKey: name)
    return weights
}
