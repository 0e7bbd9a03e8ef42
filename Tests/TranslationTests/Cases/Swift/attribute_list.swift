import MLX
import MLXNN
import ModelPorted

/// `AttributeList`, attribute_list.py:8.
public final class CaseAttributeList: Module {
    var positions: [Int]
    let pattern: [String]
    var _scale: MLXArray?

    public init(_ config: CaseConfiguration) {
        positions = []
        for i in 0..<4 {
            if i.floorRemainder(2) == 0 { positions.append(i) }
        }
        pattern = repeatedList(["full", "sliding"], count: 2)
        if config.eps > 0.1 { _scale = erfInverse(MLXArray(Float(config.eps))) }
    }

    /// `AttributeList.__call__`, attribute_list.py:19.
    public func callAsFunction(_ x: MLXArray, ids: MLXArray? = nil) -> MLXArray {
        var x = x
        let mask = ids! .< 3
        for position in positions {
            if ["l", "g"].contains(where: pattern[position].hasSuffix) {
                x = x + position
            }
        }
        return which(mask, x, 0.0)
    }
}
