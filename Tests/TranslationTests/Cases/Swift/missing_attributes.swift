import MLX
import MLXNN
import ModelPorted

/// `MissingAttributes`, missing_attributes.py:6.
public final class CaseMissingAttributes: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear
    @ParameterInfo var scale: MLXArray

    public init(_ config: CaseConfiguration) throws {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
        if let label = config.label {
            if label == "table" {
                throw PythonFailure.raised(
                    "AttributeError", "'ModelConfig' object has no attribute 'candidate_sizes'")
            } else {
                throw PythonFailure.raised("ValueError", "\(label) is no label")
            }
        } else {
            _scale.wrappedValue = MLXArray.ones([4])
        }
    }

    /// `MissingAttributes.tabled`, missing_attributes.py:19.
    public func tabled(_ x: MLXArray) -> MLXArray {
        if config.label == "table" {
            return MLXArray.raised(
                "AttributeError", "'MissingAttributes' object has no attribute 'table'")
        }
        return x
    }

    /// `MissingAttributes.__call__`, missing_attributes.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let kind = config.activation
        if kind == "module" {
            return MLXArray.raised(
                "AttributeError", "'MissingAttributes' object has no attribute 'projection'")
        } else if kind == "array" {
            return MLXArray.raised("AttributeError", "'array' object has no attribute 'device'")
        } else if kind == "number" {
            return MLXArray.raised("TypeError", "'int' object is not callable")
        } else if kind != "silu" {
            return MLXArray.raised(
                "AttributeError", "'MissingAttributes' object has no attribute 'kinds'")
        }
        return proj(tabled(x)) * scale
    }
}
