import MLX
import MLXNN
import ModelPorted

/// `SetUnderTest`, set_under_test.py:12.
public final class CaseSetUnderTest: Module {
    @ModuleInfo var proj: Linear
    let window: Int?

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        window = config.window
    }

    /// `SetUnderTest.__call__`, set_under_test.py:18.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let sorts = x.dim(1) > 3
        var inverse: MLXArray? = nil
        if sorts {
            let order = argSort(x[0, 0..., 0], axis: -1)
            inverse = argSort(order, axis: -1)
            x = x[0..., order]
        }
        var shift: MLXArray? = nil
        if window != nil, sorts { shift = sum(x) }
        x = proj(x)
        if sorts { x = caseRestored(x, inverse: inverse!) }
        if let shift { x = x + shift }
        return x
    }
}

/// `restored`, set_under_test.py:8.
public func caseRestored(_ x: MLXArray, inverse: MLXArray) -> MLXArray {
    compiled(x, inverse) { x, inverse in
        x[0..., inverse]
    }
}
