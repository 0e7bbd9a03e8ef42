import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `EntrySetConfig`, set_of_entries.py:9.
public struct CaseEntrySetConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var wide: JSONValue

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case wide
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        wide = try values.decode(JSONValue.self, forKey: .wide, default: "0, 2,")
    }
}

/// `SetOfEntries`, set_of_entries.py:15.
public final class CaseSetOfEntries: Module {
    let first: Bool
    let scales: [Double]
    @ModuleInfo var proj: Linear

    public init(_ config: CaseEntrySetConfiguration) throws {
        var wide = config.wide
        wide =
            if wide.isString {
                try JSONValue.array(
                    Set(
                        required(wide.stringValue, "wide").strippingWhitespace.split(
                            separator: ",", omittingEmptySubsequences: false
                        ).map(String.init).filter { !$0.strippingWhitespace.isEmpty }.map {
                            try $0.parsedInt()
                        }
                    ).map { .int($0) })
            } else { try wide.distinctElements() }
        first = wide.contains(0)
        scales = (0..<4).map { wide.contains($0) ? 2.0 : 0.5 }
        _proj.wrappedValue = Linear(config.hiddenSize, 4)
    }

    /// `SetOfEntries.__call__`, set_of_entries.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if first { x = x + 1 }
        return proj(x) * MLXArray(converting: scales)
    }
}
