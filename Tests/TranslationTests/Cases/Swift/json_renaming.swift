import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `RenamingConfig`, json_renaming.py:18.
public struct CaseRenamingConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var options: JSONValue?
    public var ropeScaling: RoPEScaling?
    public var extra: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case options
        case ropeScaling = "rope_scaling"
        case extra
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        options = try values.decodeIfPresent(JSONValue.self, forKey: .options)
        ropeScaling = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeScaling)
        extra = try values.decodeIfPresent(JSONValue.self, forKey: .extra)
        let options = self.options
        self.options = try caseRenamed(options)
    }
}

/// `JsonRenaming`, json_renaming.py:30.
public final class CaseJsonRenaming: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseRenamingConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `JsonRenaming.__call__`, json_renaming.py:35.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}

/// `renamed`, json_renaming.py:7.
public func caseRenamed(_ options: JSONValue?) throws -> JSONValue? {
    if options?.isDictionary != true { return options }
    func rename(_ key: String) -> String {
        key.hasPrefix("layers") ? "inner.\(key)" : key
    }
    return try JSONValue.object(required(options?.objectValue, "options").mapKeys { rename($0) })
}
