import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `JsonListOrOwnConfig`, json_list_or_own.py:24.
public struct CaseJsonListOrOwnConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var layers: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case layers
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        modelType = try values.decode(String.self, forKey: .modelType, default: "json_list_or_own")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        layers = try values.decodeIfPresent(JSONValue.self, forKey: .layers)
    }

    /// `JsonListOrOwnConfig.from_dict`, json_list_or_own.py:30.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        var params = params
        params["layers"] = try JSONValue.array(caseSteps(params.get("layers")).map { .int($0) })
        return params
    }
}

/// `JsonListOrOwn`, json_list_or_own.py:35.
public final class CaseJsonListOrOwn: Module {
    @ModuleInfo var projections: [Linear]
    let count: Int

    public init(_ config: CaseJsonListOrOwnConfiguration) throws {
        _projections.wrappedValue = try required(config.layers, "layers").pythonElements().map {
            _ in Linear(4, 4)
        }
        count = try required(config.layers, "layers").pythonCount()
    }

    /// `JsonListOrOwn.__call__`, json_list_or_own.py:41.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for projection in projections {
            x = projection(x)
        }
        return x * count
    }
}

/// `steps`, json_list_or_own.py:11.
public func caseSteps(_ value: JSONValue?) throws -> [Int] {
    var found: [Int]
    if let value {
        found =
            if value.isInteger { try [required(value.intValue, "value")] } else {
                try required(value.intValues, "value")
            }
    } else {
        found = []
    }
    if !found.contains(3) { found.append(3) }
    return found
}
