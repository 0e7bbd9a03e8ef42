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
            ?? Array(
                repeating: ["sliding", "full"], count: max(0, config.numLayers.floorQuotient(2))
            ).flatMap { $0 }
        self.kinds = kinds
        first = try kinds.requiredIndex(of: "full")
    }

    /// `RepeatedList.__call__`, repeated_list.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        kinds[0] == "full" ? x + first : x
    }
}
