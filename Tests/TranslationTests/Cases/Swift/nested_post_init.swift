import MLX
import MLXNN
import ModelPorted
import ModelShared

/// A part of the configuration of the `case` family: `NestedPostInitWidth`, nested_post_init.py:10.
public struct CaseNestedPostInitWidth: BaseModelConfiguration {
    public var modelType: String
    public var width: Int
    public var usual: Int
    public var scale: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case width
        case usual
        case scale
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "width")
        usual = try values.decode(Int.self, forKey: .usual, default: 4)
        width = try values.decodeIfPresent(Int.self, forKey: .width) ?? usual
        scale = try values.decodeIfPresent(Int.self, forKey: .scale, absent: 7) ?? usual
        if width < 0 { throw PythonFailure.raised("ValueError", "a width is above 0") }
    }
}

/// Configuration of the `case` family, as in `config.json`: `NestedPostInitConfig`, nested_post_init.py:26.
public struct CaseNestedPostInitConfiguration: BaseModelConfiguration {
    public var part: CaseNestedPostInitWidth
    public var modelType: String
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case part
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        part = try values.decode(CaseNestedPostInitWidth.self, forKey: .part)
        modelType = try values.decode(String.self, forKey: .modelType, default: "nested")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
    }
}

/// `NestedPostInit`, nested_post_init.py:36.
public final class CaseNestedPostInit: Module {
    let width: Int
    let scale: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseNestedPostInitConfiguration) {
        width = config.part.width
        scale = config.part.scale
        _proj.wrappedValue = Linear(config.hiddenSize, config.part.width)
    }

    /// `NestedPostInit.__call__`, nested_post_init.py:43.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * width * scale }
}
