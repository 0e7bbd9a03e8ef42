import Foundation
import MLX
import MLXNN

/// `StringMethods`, string_methods.py:6.
public final class CaseStringMethods: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StringMethods.__call__`, string_methods.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let name = config.activation.replacingOccurrences(of: "_", with: ".") + ".weight"
        if name.hasSuffix("weight"), name.unicodeScalars.count > 3 { return x }
        return proj(x)
    }
}
