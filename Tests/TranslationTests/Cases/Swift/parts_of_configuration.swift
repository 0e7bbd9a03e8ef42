import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `EncoderConfig`, parts_of_configuration.py:8.
public struct CaseEncoderConfiguration: Codable, Sendable {
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 8)
    }
}

/// Configuration of the `case` family, as in `config.json`: `PartsConfig`, parts_of_configuration.py:13.
public struct CasePartsConfiguration: BaseModelConfiguration {
    public var audio: CaseEncoderConfiguration
    public var vision: CaseEncoderConfiguration
    public var modelType: String

    enum CodingKeys: String, CodingKey {
        case audio
        case vision
        case modelType = "model_type"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        audio = try values.decode(CaseEncoderConfiguration.self, forKey: .audio)
        vision = try values.decode(CaseEncoderConfiguration.self, forKey: .vision)
        modelType = try values.decode(String.self, forKey: .modelType, default: "parts")
    }
}

/// `Parts`, parts_of_configuration.py:19.
public final class CaseParts: Module {
    let audio: CaseEncoderConfiguration
    let vision: CaseEncoderConfiguration

    public init(_ config: CasePartsConfiguration) {
        audio = config.audio
        vision = config.vision
    }

    /// `Parts.__call__`, parts_of_configuration.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        x * audio.hiddenSize + vision.hiddenSize
    }
}
