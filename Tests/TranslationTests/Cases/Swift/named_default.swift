import MLX
import MLXNN
import ModelPorted

/// `NamedDefault`, named_default.py:14.
public final class CaseNamedDefault: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NamedDefault.__call__`, named_default.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        proj(caseInBlocks(x)) + caseInBlocks(x, block: 4)
    }
}

/// `in_blocks`, named_default.py:8.
public func caseInBlocks(_ x: MLXArray, block: Int = 2) -> MLXArray {
    let (rows, columns) = (x.dim(0), x.dim(1))
    let x = x.reshaped(rows.floorQuotient(block), block, columns)
    return sum(x * block, axis: 1)
}
