import MLX
import MLXNN
import ModelShared

/// A part of the configuration of the `case` family: `WordsConfig`, shared_configurations.py:9.
public struct CaseWordsConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var window: Int?
    public var bias: Bool

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case window
        case bias
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        window = try values.decodeIfPresent(Int.self, forKey: .window)
        bias = try values.decode(Bool.self, forKey: .bias, default: false)
    }
}

/// What code that takes `CasePictureConfiguration`, `CaseSoundConfiguration` and `CaseWordsConfiguration` reads.
public protocol CaseSharedProjectionConfigurationProtocol {
    var hiddenSize: Int { get }
}

extension CasePictureConfiguration: CaseSharedProjectionConfigurationProtocol {}

extension CaseSoundConfiguration: CaseSharedProjectionConfigurationProtocol {}

extension CaseWordsConfiguration: CaseSharedProjectionConfigurationProtocol {}

/// What code that takes `CaseSoundConfiguration` and `CaseWordsConfiguration` reads.
public protocol CaseWordsConfigurationProtocol: CaseSharedProjectionConfigurationProtocol {
    var bias: Bool { get }
    var window: Int? { get }
}

extension CaseSoundConfiguration: CaseWordsConfigurationProtocol {}

extension CaseWordsConfiguration: CaseWordsConfigurationProtocol {}

/// A part of the configuration of the `case` family: `SoundConfig`, shared_configurations.py:16.
public struct CaseSoundConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var window: Int?
    public var rate: Double

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case window
        case rate
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        window = try values.decodeIfPresent(Int.self, forKey: .window, absent: 2)
        rate = try values.decode(Double.self, forKey: .rate, default: 0.5)
    }

    /// `SoundConfig.bias`, shared_configurations.py:22.
    public var bias: Bool { rate > 1 }
}

/// A part of the configuration of the `case` family: `PictureConfig`, shared_configurations.py:27.
public struct CasePictureConfiguration: Codable, Sendable {
    public var hiddenSize: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
    }
}

/// Configuration of the `case` family, as in `config.json`: `SharedConfig`, shared_configurations.py:32.
public struct CaseSharedConfiguration: BaseModelConfiguration {
    public var textConfig: CaseWordsConfiguration
    public var audioConfig: CaseSoundConfiguration
    public var visionConfig: CasePictureConfiguration
    public var modelType: String

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case audioConfig = "audio_config"
        case visionConfig = "vision_config"
        case modelType = "model_type"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        textConfig = try values.decode(CaseWordsConfiguration.self, forKey: .textConfig)
        audioConfig = try values.decode(CaseSoundConfiguration.self, forKey: .audioConfig)
        visionConfig = try values.decode(CasePictureConfiguration.self, forKey: .visionConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "shared")
    }
}

/// `SharedProjection`, shared_configurations.py:39.
public final class CaseSharedProjection: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: any CaseSharedProjectionConfigurationProtocol) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `SharedProjection.__call__`, shared_configurations.py:45.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}

/// `SharedEncoder`, shared_configurations.py:49.
public final class CaseSharedEncoder: Module {
    let config: any CaseWordsConfigurationProtocol
    @ModuleInfo var first: CaseSharedProjection
    @ModuleInfo var second: Linear

    public init(_ config: any CaseWordsConfigurationProtocol) {
        self.config = config
        _first.wrappedValue = CaseSharedProjection(config)
        _second.wrappedValue = Linear(config.hiddenSize, config.hiddenSize, bias: config.bias)
    }

    /// `SharedEncoder.__call__`, shared_configurations.py:56.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = second(first(x))
        if let window = config.window { x = x * window }
        return x
    }
}

/// `SharedConfigurations`, shared_configurations.py:63.
public final class CaseSharedConfigurations: Module {
    @ModuleInfo var text: CaseSharedEncoder
    @ModuleInfo var audio: CaseSharedEncoder
    @ModuleInfo var vision: CaseSharedProjection

    public init(_ config: CaseSharedConfiguration) {
        _text.wrappedValue = CaseSharedEncoder(config.textConfig)
        _audio.wrappedValue = CaseSharedEncoder(config.audioConfig)
        _vision.wrappedValue = CaseSharedProjection(config.visionConfig)
    }

    /// `SharedConfigurations.__call__`, shared_configurations.py:70.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { vision(audio(text(x))) }
}
