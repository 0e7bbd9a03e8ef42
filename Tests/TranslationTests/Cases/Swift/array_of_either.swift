import MLX
import MLXNN

/// `ArrayOfEither`, array_of_either.py:6.
public final class CaseArrayOfEither: Module {
    let isShifted: Bool

    public init(_ config: CaseConfiguration) {
        isShifted = config.useBias
    }

    /// `ArrayOfEither.shift`, array_of_either.py:11.
    public func shift(_ delta: MLXArray, rows: Int) -> MLXArray {
        var delta = isShifted ? (3 + delta)[.ellipsis] : MLXArray(0)
        if delta.ndim == 0 { delta = delta.expandedDimensions(axis: 0) }
        return tiled(delta, repetitions: [rows, 1])
    }

    /// `ArrayOfEither.__call__`, array_of_either.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        x + shift(stacked([[1]].map { MLXArray($0) }), rows: x.dim(0))
    }
}
