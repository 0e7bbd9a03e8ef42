import MLX
import MLXNN
import ModelPorted

/// `InnerListSlice`, inner_list_slice.py:6.
public final class CaseInnerListSlice: Module {
    let inner: [String]

    public init(_ config: CaseConfiguration) throws {
        inner = try Array(required(config.labels, "labels").dropLast(1).dropFirst(1))
    }

    /// `InnerListSlice.__call__`, inner_list_slice.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * inner.count }
}
