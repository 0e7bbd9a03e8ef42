import MLX
import MLXNN
import ModelPorted

/// `RepeatedList`, repeated_list.py:6.
public final class CaseRepeatedList: Module {
    let kinds: [String]
    let first: Int

    public init(_ config: CaseConfiguration) throws {
        let kinds =
            config.labels.nonEmpty
            ?? repeatedList(["sliding", "full"], count: config.numLayers.floorQuotient(2))
        self.kinds = kinds
        first = try kinds.requiredIndex(of: "full")
    }

    /// `RepeatedList.__call__`, repeated_list.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        kinds[0] == "full" ? x + first : x
    }
}
