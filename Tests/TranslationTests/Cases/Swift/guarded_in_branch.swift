import MLX
import MLXNN

/// `CountedRows`, guarded_in_branch.py:7.
public final class CaseCountedRows: Module {
    let scale: Double

    public init(_ config: CaseConfiguration) {
        scale = config.eps
    }

    /// `CountedRows.__call__`, guarded_in_branch.py:12.
    public func callAsFunction(_ x: MLXArray, counts: [Int]) -> MLXArray {
        let rows: MLXArray
        if x.dim(0) == 0 {
            return x
        } else {
            let counts2 = MLXArray(counts).asType(.int32)
            rows = concatenated(
                (0..<counts2.dim(0)).map { i in repeated(x[i], count: counts2[i].item(Int.self)) })
        }
        return rows + scale
    }
}

/// `GuardedInBranch`, guarded_in_branch.py:24.
public final class CaseGuardedInBranch: Module {
    @ModuleInfo var rows: CaseCountedRows

    public init(_ config: CaseConfiguration) {
        _rows.wrappedValue = CaseCountedRows(config)
    }

    /// `GuardedInBranch.__call__`, guarded_in_branch.py:29.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let counts = (0..<x.dim(0)).map { $0 + 1 }
        return rows(x, counts: counts)
    }
}
