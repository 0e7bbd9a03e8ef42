import MLX
import MLXNN

/// `ChoiceByParameter`, choice_by_parameter.py:11.
public final class CaseChoiceByParameter: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(6, 4)
    }

    /// `ChoiceByParameter.__call__`, choice_by_parameter.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(casePadded(x, size: 6)) }
}

/// `padded`, choice_by_parameter.py:6.
public func casePadded(_ x: MLXArray, size: Int, value: Int = 0) -> MLXArray {
    let rest = Array(repeating: (0, 0), count: max(0, x.shape.count - 1)) + [(0, size - x.dim(-1))]
    return padded(x, widths: rest.map { IntOrPair($0) }, mode: .edge, value: value)
}
