import MLX
import MLXNN
import ModelPorted

/// `FunctionValues`, function_values.py:23.
public final class CaseFunctionValues: Module {
    @ModuleInfo var experts: SwitchGLU
    @ModuleInfo var others: SwitchMLP
    let _scales: MLXArray
    let eps: Double
    let soften: (MLXArray) -> MLXArray
    let act: (MLXArray) -> MLXArray

    public init(_ config: CaseConfiguration) {
        _experts.wrappedValue = SwitchGLU(4, 8, 3, activation: GatedFunction(caseGated))
        _others.wrappedValue = SwitchMLP(4, 8, 3, activation: FunctionLayer({ silu($0) }))
        (_scales, eps) = caseFrequencies(config, count: 4)
        soften = config.useBias ? { caseSoftened($0) } : { silu($0) }
        act = { (x: MLXArray) in x * sigmoid(x) }
    }

    /// `FunctionValues.__call__`, function_values.py:33.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let indices = MLXArray.zeros(Array(x.shape.dropLast(1)) + [2], dtype: .uint32)
        let y = sum(experts(x, indices), axis: -2) + sum(others(x, indices), axis: -2)
        return soften(act(y)) * _scales + eps
    }
}

/// `gated`, function_values.py:11.
public func caseGated(_ x: MLXArray, gate: MLXArray) -> MLXArray {
    compiled(x, gate, shapeless: true) { x, gate in
        clip(gate * sigmoid(gate), min: -1, max: 1) * x
    }
}

/// `softened`, function_values.py:15.
public func caseSoftened(_ x: MLXArray, slope: Double = 0.5) -> MLXArray {
    maximum(x, x * slope)
}

/// `frequencies`, function_values.py:19.
public func caseFrequencies(_ config: CaseConfiguration, count: Int) -> (MLXArray, Double) {
    (MLXArray.arange(count, dtype: .int32) / config.hiddenSize, config.eps)
}
