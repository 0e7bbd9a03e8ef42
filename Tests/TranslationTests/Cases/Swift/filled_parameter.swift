import MLX
import MLXNN
import ModelPorted

/// `FilledParameter`, filled_parameter.py:7.
public final class CaseFilledParameter: Module {
    @ModuleInfo var proj: Linear
    let ropeScaling: RoPEScaling?

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        ropeScaling = config.ropeScaling
    }

    /// `FilledParameter.filled`, filled_parameter.py:13.
    public func filled(_ state: MLXArray? = nil, source: MLXArray? = nil) -> MLXArray {
        let filledState: MLXArray
        if let state {
            filledState = state
        } else {
            guard let source else {
                return MLXArray.raised("ValueError", "neither is given")
            }
            let halves = source * 0.5
            filledState = proj(halves)
        }
        return filledState * filledState
    }

    /// `FilledParameter.scaled`, filled_parameter.py:23.
    public func scaled(_ x: MLXArray) -> MLXArray {
        guard let ropeScaling else { return x }
        guard let factor = ropeScaling.get("factor"), let extra = ropeScaling.get("extra") else {
            return x * 3.0
        }
        return x * Double(json: factor, named: "factor") + Double(json: extra, named: "extra")
    }

    /// `FilledParameter.sharpened`, filled_parameter.py:32.
    public func sharpened(_ x: MLXArray, top: MLXArray? = nil) -> MLXArray {
        var x = x
        if let top {
            let top = stopGradient(top)
            x = x + top * top
        }
        return x
    }

    /// `FilledParameter.__call__`, filled_parameter.py:38.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = filled(source: x) + filled(x)
        return sharpened(sharpened(scaled(x)), top: x)
    }
}
