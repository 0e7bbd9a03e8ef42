import MLX
import MLXNN
import ModelPorted
import ModelShared

/// A part of the configuration of the `case` family: `DenseConfig`, entry_of_some.py:8.
public struct CaseDenseConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var ffDim: Int
    public var bias: Bool

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case ffDim = "ff_dim"
        case bias
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        ffDim = try values.decode(Int.self, forKey: .ffDim, default: 6)
        bias = try values.decode(Bool.self, forKey: .bias, default: true)
    }
}

/// What code that takes `CaseDenseConfiguration`, `CasePlainConfiguration` and `CaseSparseConfiguration` reads.
public protocol CaseDenseConfigurationProtocol {
    var bias: Bool { get }
    var hiddenSize: Int { get }
}

extension CaseDenseConfiguration: CaseDenseConfigurationProtocol {}

extension CasePlainConfiguration: CaseDenseConfigurationProtocol {}

extension CaseSparseConfiguration: CaseDenseConfigurationProtocol {
    public var bias: Bool { false }
}

/// What code that takes `CaseDenseConfiguration` and `CasePlainConfiguration` reads.
public protocol CaseMakeBlockConfigurationProtocol: CaseDenseConfigurationProtocol {
    var ffDim: Int { get }
}

extension CaseDenseConfiguration: CaseMakeBlockConfigurationProtocol {}

extension CasePlainConfiguration: CaseMakeBlockConfigurationProtocol {}

/// A part of the configuration of the `case` family: `SparseConfig`, entry_of_some.py:15.
public struct CaseSparseConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var numExperts: Int
    public var expertSize: Int

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case numExperts = "num_experts"
        case expertSize = "expert_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        numExperts = try values.decode(Int.self, forKey: .numExperts, default: 2)
        expertSize = try values.decode(Int.self, forKey: .expertSize, default: 3)
    }
}

/// A part of the configuration of the `case` family: `PlainConfig`, entry_of_some.py:22.
public struct CasePlainConfiguration: Codable, Sendable {
    public var hiddenSize: Int
    public var ffDim: Int
    public var bias: Bool

    enum CodingKeys: String, CodingKey {
        case hiddenSize = "hidden_size"
        case ffDim = "ff_dim"
        case bias
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        ffDim = try values.decode(Int.self, forKey: .ffDim, default: 5)
        bias = try values.decode(Bool.self, forKey: .bias, default: false)
    }
}

/// Configuration of the `case` family, as in `config.json`: `SomeConfig`, entry_of_some.py:29.
public struct CaseSomeConfiguration: BaseModelConfiguration {
    public var dense: CaseDenseConfiguration
    public var sparse: CaseSparseConfiguration
    public var plain: CasePlainConfiguration
    public var modelType: String

    enum CodingKeys: String, CodingKey {
        case dense
        case sparse
        case plain
        case modelType = "model_type"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        dense = try values.decode(CaseDenseConfiguration.self, forKey: .dense)
        sparse = try values.decode(CaseSparseConfiguration.self, forKey: .sparse)
        plain = try values.decode(CasePlainConfiguration.self, forKey: .plain)
        modelType = try values.decode(String.self, forKey: .modelType, default: "some")
    }
}

/// `ExpertBlock`, entry_of_some.py:36.
public final class CaseExpertBlock: Module, UnaryLayer {
    @ModuleInfo var proj: Linear
    let count: Int

    public init(_ config: CaseSparseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        count = config.numExperts
    }

    /// `ExpertBlock.__call__`, entry_of_some.py:42.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * count }
}

/// `DenseBlock`, entry_of_some.py:46.
public final class CaseDenseBlock: Module, UnaryLayer {
    @ModuleInfo var up: Linear
    @ModuleInfo var down: Linear

    public init(_ size: Int, inner: Int, bias: Bool) {
        _up.wrappedValue = Linear(size, inner, bias: bias)
        _down.wrappedValue = Linear(inner, size, bias: bias)
    }

    /// `DenseBlock.__call__`, entry_of_some.py:52.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { down(up(x)) }
}

/// `EntryLayer`, entry_of_some.py:64.
public final class CaseEntryLayer: Module {
    @ModuleInfo var block: any UnaryLayer
    let doubled: Bool

    public init(_ config: any CaseDenseConfigurationProtocol, index: Int) throws {
        _block.wrappedValue = try caseMakeBlock(config, index: index)
        doubled = config.bias
    }

    /// `EntryLayer.__call__`, entry_of_some.py:70.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = block(x)
        return doubled ? x * 2 : x
    }
}

/// `EntryOfSome`, entry_of_some.py:75.
public final class CaseEntryOfSome: Module {
    @ModuleInfo var dense: CaseEntryLayer
    @ModuleInfo var sparse: [CaseEntryLayer]
    @ModuleInfo var plain: CaseEntryLayer

    public init(_ config: CaseSomeConfiguration) throws {
        _dense.wrappedValue = try CaseEntryLayer(config.dense, index: 0)
        _sparse.wrappedValue = try (0..<2).map { index in
            try CaseEntryLayer(config.sparse, index: index)
        }
        _plain.wrappedValue = try CaseEntryLayer(config.plain, index: 0)
    }

    /// `EntryOfSome.__call__`, entry_of_some.py:82.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = plain(dense(x))
        for layer in sparse {
            x = layer(x)
        }
        return x
    }
}

/// `make_block`, entry_of_some.py:56.
public func caseMakeBlock(_ config: any CaseDenseConfigurationProtocol, index: Int) throws
    -> any UnaryLayer
{
    if let config = config as? CaseSparseConfiguration, config.numExperts != 0 {
        if index < config.expertSize {
            return CaseDenseBlock(config.hiddenSize, inner: config.expertSize, bias: false)
        }
        return CaseExpertBlock(config)
    }
    let config = try required(
        config as? any CaseMakeBlockConfigurationProtocol, "CaseMakeBlockConfigurationProtocol")
    return CaseDenseBlock(config.hiddenSize, inner: config.ffDim, bias: config.bias)
}
