import MLX
import MLXNN

/// `Guards`, guards.py:6.
public final class CaseGuards: Module {
    let factor: Double?
    @ModuleInfo var head: Linear?

    public init(_ config: CaseConfiguration) {
        factor = config.factor
        _head.wrappedValue = nil
        if !config.tied { _head.wrappedValue = Linear(4, 4) }
    }

    /// `Guards.weighted`, guards.py:15.
    public func weighted(_ x: MLXArray, left: MLXArray? = nil, right: MLXArray? = nil) -> MLXArray {
        guard let left, let right else { return x }
        return x * left + right
    }

    /// `Guards.averaged`, guards.py:20.
    public func averaged(_ x: MLXArray, mask: MLXArray? = nil) -> (MLXArray, MLXArray) {
        guard let mask else { return (x, x) }
        let kept = x * mask
        return (kept, kept * mask)
    }

    /// `Guards.__call__`, guards.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = weighted(x)
        x = weighted(x, left: x)
        x = weighted(x, left: x, right: x)
        let (first, second) = averaged(x)
        let (third, fourth) = averaged(x, mask: second)
        x = first + second + third + fourth
        guard let factor else { return x }
        x = x * factor
        guard let head else { return x }
        return head(x)
    }
}
