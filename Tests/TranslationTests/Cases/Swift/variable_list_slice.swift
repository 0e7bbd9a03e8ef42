import MLX
import MLXNN
import ModelPorted

/// `VariableListSlice`, variable_list_slice.py:6.
public final class CaseVariableListSlice: Module {
    let last: [String]

    public init(_ config: CaseConfiguration) throws {
        last = try required(config.labels, "labels").slice(from: -config.numLayers)
    }

    /// `VariableListSlice.__call__`, variable_list_slice.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * last.count }
}
