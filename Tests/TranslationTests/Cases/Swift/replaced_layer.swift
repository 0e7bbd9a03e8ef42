import MLX
import MLXNN
import ModelPorted

/// `ReplacedLayer`, replaced_layer.py:5.
public final class CaseReplacedLayer: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var head: Linear?

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        _head.wrappedValue = config.useBias ? Linear(4, 4) : nil
    }

    /// `ReplacedLayer.project`, replaced_layer.py:11.
    public func project(_ x: MLXArray) -> MLXArray {
        if !isInstance(proj, ofExactly: Linear.self) { return proj(x) }
        return matmul(x, proj.weight.T)
    }

    /// `ReplacedLayer.__call__`, replaced_layer.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = project(x)
        if let head = instance(head, ofExactly: Linear.self), x.dim(-1) == 4 {
            x = matmul(x, head.weight)
        }
        return x
    }
}
