import MLX
import MLXNN

/// `ItemKinds`, item_kinds.py:6.
public final class CaseItemKinds: Module {
    let mark: Int

    public init(_ config: CaseConfiguration) {
        mark = config.hiddenSize
    }

    /// `ItemKinds.__call__`, item_kinds.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let places = x[0] .== mark
        let count = sum(places).item(Int.self)
        var parts: [MLXArray] = []
        for index in 0..<x.dim(1) {
            if places[index].item(Bool.self) {
                parts.append(x[0..., index] * count)
            } else {
                parts.append(x[0..., index])
            }
        }
        if sum(x).item(Int.self) == 0 { return stacked(parts, axis: 1) + 1 }
        if any(x .> 90).item(Bool.self) {
            return stacked(parts, axis: 1) - max(x.asType(.int32)).item(Int.self)
        }
        return stacked(parts, axis: 1)
    }
}
