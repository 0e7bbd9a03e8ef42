import MLX
import MLXNN

/// `AttributeByParameter`, attribute_by_parameter.py:6.
public final class CaseAttributeByParameter: Module {
    let nearScale: Double
    let farScale: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        nearScale = 2.0
        farScale = 3
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AttributeByParameter.scaled`, attribute_by_parameter.py:13.
    public func scaled(_ x: MLXArray, part: String) -> MLXArray {
        x * ["far": Double(farScale), "near": nearScale][part]!
    }

    /// `AttributeByParameter.__call__`, attribute_by_parameter.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        scaled(x, part: "near") + scaled(proj(x), part: "far")
    }
}
