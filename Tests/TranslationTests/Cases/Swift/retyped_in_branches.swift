import MLX
import MLXNN
import ModelPorted

/// `RetypedInBranches`, retyped_in_branches.py:6.
public final class CaseRetypedInBranches: Module {
    @ModuleInfo var layers: [Linear]
    var order: [Int]

    public init(_ config: CaseConfiguration) {
        let layers = (0..<2).map { _ in Linear(4, 4) }
        _layers.wrappedValue = layers
        let order = Array(0..<layers.count)
        self.order = order
        for i in 0..<1 {
            self.order[i] = 1
        }
    }

    /// `RetypedInBranches.shared`, retyped_in_branches.py:15.
    public func shared(_ x: MLXArray, extra: MLXArray? = nil) -> MLXArray {
        var x = x
        var extra = extra
        extra = extra.map { $0 + 1 }
        let extra2: [MLXArray?] =
            if let extra { layers.enumerated().map { (i, _) in extra[.ellipsis, i] } } else {
                Array(repeating: nil, count: layers.count)
            }
        for (position, part) in zip(order, extra2) {
            x = layers[position](x)
            if let part { x = x + part[.ellipsis, .newAxis] }
        }
        return x
    }

    /// `RetypedInBranches.__call__`, retyped_in_branches.py:28.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        shared(x, extra: x) + shared(x)
    }
}
