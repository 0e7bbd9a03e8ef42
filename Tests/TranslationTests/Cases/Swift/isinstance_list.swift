import MLX
import MLXNN

/// `IsinstanceList`, isinstance_list.py:6.
public final class CaseIsinstanceList: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `IsinstanceList.__call__`, isinstance_list.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if config.labels != nil { return x }
        return proj(x)
    }
}
