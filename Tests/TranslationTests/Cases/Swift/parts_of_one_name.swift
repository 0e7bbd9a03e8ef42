import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `OneNameEncoderConfig`, parts_of_one_name.py:8.
public struct CaseOneNameEncoderConfiguration: Codable, Sendable {
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 8)
    }
}

/// Configuration of the `case` family, as in `config.json`: `OneNameConfig`, parts_of_one_name.py:13.
public struct CaseOneNameConfiguration: BaseModelConfiguration {
    public var audio: CaseOneNameEncoderConfiguration
    public var hiddenSize: Int
    public var modelType: String

    enum CodingKeys: String, CodingKey {
        case audio
        case hiddenSize = "hidden_size"
        case modelType = "model_type"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        audio = try values.decode(CaseOneNameEncoderConfiguration.self, forKey: .audio)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        modelType = try values.decode(String.self, forKey: .modelType, default: "parts")
    }
}

/// `OneName`, parts_of_one_name.py:19.
public final class CaseOneName: Module {
    let config: CaseOneNameConfiguration
    let args: CaseOneNameEncoderConfiguration

    public init(_ config: CaseOneNameConfiguration) {
        self.config = config
        args = config.audio
    }

    /// `OneName.__call__`, parts_of_one_name.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        x * args.hiddenSize + config.hiddenSize
    }
}
