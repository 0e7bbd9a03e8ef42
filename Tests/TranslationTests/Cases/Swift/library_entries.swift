import MLX
import MLXNN
import ModelPorted
import ModelShared

/// A part of the configuration of the `case` family: `LibraryEntriesTextConfig`, library_entries.py:9.
public struct CaseLibraryEntriesTextConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var intermediateSize: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case intermediateSize = "intermediate_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        intermediateSize = try values.decode(Int.self, forKey: .intermediateSize, default: 6)
    }
}

/// What code that takes `CaseLibraryEntriesSoundConfiguration` and `CaseLibraryEntriesTextConfiguration` reads.
public protocol CaseLibraryEntriesTextConfigurationProtocol {
    var hiddenSize: Int { get }
    var intermediateSize: Int { get }
}

extension CaseLibraryEntriesSoundConfiguration: CaseLibraryEntriesTextConfigurationProtocol {}

extension CaseLibraryEntriesTextConfiguration: CaseLibraryEntriesTextConfigurationProtocol {}

/// A part of the configuration of the `case` family: `LibraryEntriesSoundConfig`, library_entries.py:15.
public struct CaseLibraryEntriesSoundConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var intermediateSize: Int
    public var rate: Double

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case intermediateSize = "intermediate_size"
        case rate
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        intermediateSize = try values.decode(Int.self, forKey: .intermediateSize, default: 5)
        rate = try values.decode(Double.self, forKey: .rate, default: 0.5)
    }
}

/// Configuration of the `case` family, as in `config.json`: `LibraryEntriesConfig`, library_entries.py:22.
public struct CaseLibraryEntriesConfiguration: BaseModelConfiguration {
    public var textConfig: CaseLibraryEntriesTextConfiguration
    public var audioConfig: CaseLibraryEntriesSoundConfiguration
    public var modelType: String

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case audioConfig = "audio_config"
        case modelType = "model_type"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        textConfig = try values.decode(
            CaseLibraryEntriesTextConfiguration.self, forKey: .textConfig)
        audioConfig = try values.decode(
            CaseLibraryEntriesSoundConfiguration.self, forKey: .audioConfig)
        modelType = try values.decode(String.self, forKey: .modelType, default: "library_entries")
    }
}

/// `LibraryEntriesBlock`, library_entries.py:28.
public final class CaseLibraryEntriesBlock: Module {
    let size: Int
    @ModuleInfo var wide: DeepseekMLP
    @ModuleInfo var narrow: DeepseekMLP
    @ModuleInfo var mlp: GELUMLP

    public init(_ config: any CaseLibraryEntriesTextConfigurationProtocol) {
        size = config.hiddenSize
        _wide.wrappedValue = DeepseekMLP(
            hiddenSize: config.hiddenSize, intermediateSize: config.intermediateSize)
        _narrow.wrappedValue = DeepseekMLP(hiddenSize: config.hiddenSize, intermediateSize: 3)
        _mlp.wrappedValue = GELUMLP(
            hiddenSize: config.hiddenSize, intermediateSize: config.intermediateSize)
    }

    /// `LibraryEntriesBlock.__call__`, library_entries.py:36.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { mlp(narrow(wide(x))) * size }
}

/// `LibraryEntries`, library_entries.py:40.
public final class CaseLibraryEntries: Module {
    @ModuleInfo var text: CaseLibraryEntriesBlock
    @ModuleInfo var audio: CaseLibraryEntriesBlock

    public init(_ config: CaseLibraryEntriesConfiguration) {
        _text.wrappedValue = CaseLibraryEntriesBlock(config.textConfig)
        _audio.wrappedValue = CaseLibraryEntriesBlock(config.audioConfig)
    }

    /// `LibraryEntries.__call__`, library_entries.py:46.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { audio(text(x)) }
}
