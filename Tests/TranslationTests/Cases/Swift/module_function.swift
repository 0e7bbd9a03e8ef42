import MLX
import MLXNN

/// `ModuleFunction`, module_function.py:10.
public final class CaseModuleFunction: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ModuleFunction.__call__`, module_function.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        caseScaled(proj(x)) + caseScaled(x, factor: 0.5)
    }
}

/// `scaled`, module_function.py:6.
public func caseScaled(_ x: MLXArray, factor: Double = 2.0) -> MLXArray { x * factor }
