import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CopiedContainers`, copied_containers.py:10.
public final class CaseCopiedContainers: Module {
    @ModuleInfo var proj: Linear
    let factor: Int

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        var sizes = [1, 2]
        var more = sizes
        more.append(3)
        sizes.removeAll()
        sizes.append(more.count)
        factor = sizes[0] + more.count
    }

    /// `CopiedContainers.__call__`, copied_containers.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * factor }

    /// `CopiedContainers.sanitize`, copied_containers.py:24.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = weights
        var copied = weights
        try caseDropEntry(&copied, name: "a")
        var others = weights
        try caseDropEntry(&others, name: "b")
        if !weights.keys.contains("a") || others.keys.contains("b") || !others.keys.contains("a") {
            throw PythonFailure.raised("ValueError", "copies change alone")
        }
        weights.removeAll()
        for (key, value) in copied {
            weights["new.\(key)"] = value * 2
        }
        return weights
    }
}

/// `drop_entry`, copied_containers.py:6.
public func caseDropEntry(_ weights: inout OrderedWeights, name: String) throws {
    try required(weights.removeValue(forKey: name), name)
}
