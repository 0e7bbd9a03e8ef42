import Foundation
import MLX
import MLXNN
import ModelPorted

/// `JsonOrder`, json_order.py:8.
public final class CaseJsonOrder: Module {
    var scale: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        scale = 1.0
        if let ropeScaling = config.ropeScaling {
            let spread = ropeScaling["spread"] ?? 0
            if spread.isTruthy {
                let factor = try required(ropeScaling["factor"], "factor")
                if try required(factor.doubleValue, "factor") > 1 {
                    scale =
                        try 0.1 * required(spread.doubleValue, "spread")
                        * Foundation.log(required(factor.doubleValue, "factor")) + 1.0
                }
            }
        }
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `JsonOrder.__call__`, json_order.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}
