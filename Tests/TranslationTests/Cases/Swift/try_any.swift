import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `TryAnyConfig`, try_any.py:10.
public struct CaseTryAnyConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var size: Int
    public var factor: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case size
        case factor
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self, entries: Self.entries)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        size = try values.decode(Int.self, forKey: .size, default: 3)
        factor = try values.decode(Int.self, forKey: .factor, default: 2)
    }

    /// `TryAnyConfig.from_dict`, try_any.py:17.
    public static func entries(_ params: JSONValue) throws -> JSONValue {
        func first(_ v: JSONValue) throws -> JSONValue {
            if v.isList {
                if try v.pythonCount() > 0 {
                    do {
                        return try JSONValue.int(required(v[0], "value").truncatedToInt())
                    } catch {
                        return try required(v[0], "value")
                    }
                }
            }
            do {
                return try JSONValue.int(v.truncatedToInt())
            } catch {
                return v
            }
        }
        var p = params
        if p.contains("size") { p["size"] = try first(required(p["size"], "size")) }
        if p.contains("factor") {
            p["factor"] = try first(required(p["factor"], "factor"))
        }
        return p
    }
}

/// `TryAny`, try_any.py:40.
public final class CaseTryAny: Module {
    @ModuleInfo var proj: Linear
    let factor: Int

    public init(_ config: CaseTryAnyConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.size)
        factor = config.factor
    }

    /// `TryAny.__call__`, try_any.py:46.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * factor }
}
