import MLX
import MLXNN

/// `HiddenAttribute`, hidden_attribute.py:8.
public final class CaseHiddenAttribute: Module {
    var _deltas: MLXArray?

    public init(_ config: CaseConfiguration) {
        _deltas = nil
    }

    /// `HiddenAttribute.moved`, hidden_attribute.py:13.
    public func moved(_ x: MLXArray, deltas: MLXArray? = nil) -> MLXArray {
        if let deltas { _deltas = deltas }
        guard let _deltas else { return x }
        return x + _deltas
    }

    /// `HiddenAttribute.__call__`, hidden_attribute.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        moved(x) + moved(x, deltas: x * 2) + moved(x)
    }
}
