import MLX
import MLXNN

/// `SplitAtOptional`, split_at_optional.py:6.
public final class CaseSplitAtOptional: Module {
    let headDimensions: Int?
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        headDimensions = config.headDimensions
        _proj.wrappedValue = Linear(config.hiddenSize, 8)
    }

    /// `SplitAtOptional.__call__`, split_at_optional.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let parts = split(proj(x), indices: [headDimensions!], axis: -1)
        var gate = parts[0]
        x = parts[1]
        gate = broadcast(gate[.ellipsis, ..<1], to: Array(x.shape.dropLast(1)) + [headDimensions!])
        return concatenated([silu(x), gate], axis: -1)
    }
}
