import MLX
import MLXNN

/// `ModuleList`, module_list.py:10.
public final class CaseModuleList: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ModuleList.__call__`, module_list.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * caseSizesOFLIST[0] }
}

/// `SIZES_OF_LIST`, module_list.py:7.
let caseSizesOFLIST: [Int] = [1, 2]
