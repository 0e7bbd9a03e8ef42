import MLX
import MLXNN
import ModelPorted

/// `AnyAll`, any_all.py:6.
public final class CaseAnyAll: Module {
    let allFull: Bool
    let anyFull: Bool

    public init(_ config: CaseConfiguration) throws {
        allFull = try required(config.labels, "labels").allSatisfy({ $0 == "full" })
        anyFull = try required(config.labels, "labels").contains(where: { $0.hasPrefix("full") })
    }

    /// `AnyAll.__call__`, any_all.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if allFull, !anyFull { return x }
        return x + 1
    }
}
