import MLX
import MLXNN
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `CountedKeysConfig`, dictionary_of_counted_keys.py:8.
public struct CaseCountedKeysConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var taps: OrderedDictionary<Int, [Int]>

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case taps
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        taps = try values.decode(OrderedDictionary<Int, [Int]>.self, forKey: .taps, default: [:])
    }
}

/// `CountedKeys`, dictionary_of_counted_keys.py:20.
public final class CaseCountedKeys: Module {
    let taps: OrderedDictionary<Int, [Int]>
    @ModuleInfo var proj: Linear

    public init(_ config: CaseCountedKeysConfiguration) {
        taps = config.taps
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `CountedKeys.__call__`, dictionary_of_counted_keys.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for i in 0..<3 {
            if taps.keys.contains(i) { x = proj(x) * taps[i]!.count }
        }
        return x
    }
}
