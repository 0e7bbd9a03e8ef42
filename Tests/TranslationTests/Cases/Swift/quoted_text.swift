import MLX
import MLXNN

/// `QuotedText`, quoted_text.py:10.
public final class CaseQuotedText: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `QuotedText.__call__`, quoted_text.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if config.activation == "a\"b\\c\n\t{x}" + "{n}\"\(config.activation)" {
            return x
        }
        return proj(x)
    }
}
