import MLX
import MLXNN

/// `NamesInDecidedBranch`, names_in_decided_branch.py:8.
public final class CaseNamesInDecidedBranch: Module {
    let groups: Int
    let top: Int

    public init(_ config: CaseConfiguration) {
        groups = 2
        top = config.offset
    }

    /// `NamesInDecidedBranch.__call__`, names_in_decided_branch.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let k2 = groups + 1
        let x = x * k2
        let k = top + 2
        return x[.ellipsis, ..<k]
    }
}
