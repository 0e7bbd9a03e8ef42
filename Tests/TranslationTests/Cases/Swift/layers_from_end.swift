import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `ChosenLayersConfig`, layers_from_end.py:9.
public struct CaseChosenLayersConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var layer: Int
    public var joined: [Int]?
    public var others: [Int]?
    public var state: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case layer
        case joined
        case others
        case state
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        layer = try values.decode(Int.self, forKey: .layer, default: -1)
        joined = try values.decodeIfPresent([Int].self, forKey: .joined)
        others = try values.decodeIfPresent([Int].self, forKey: .others)
        state = try values.decode(Int.self, forKey: .state, default: -2)
    }
}

/// `ChosenState`, layers_from_end.py:18.
public final class CaseChosenState: Module {
    let place: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseChosenLayersConfiguration) {
        place = config.state
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ChosenState.__call__`, layers_from_end.py:24.
    public func callAsFunction(_ states: [MLXArray]) -> MLXArray {
        proj(states.reportedElement(at: place))
    }
}

/// `LayersFromEnd`, layers_from_end.py:28.
public final class CaseLayersFromEnd: Module {
    let config: CaseChosenLayersConfiguration
    @ModuleInfo var layers: [Linear]
    @ModuleInfo var picked: CaseChosenState

    public init(_ config: CaseChosenLayersConfiguration) {
        self.config = config
        _layers.wrappedValue = (0..<3).map { _ in Linear(4, 4) }
        _picked.wrappedValue = CaseChosenState(config)
    }

    /// `LayersFromEnd.chosen`, layers_from_end.py:35.
    public func chosen(_ states: [MLXArray]) -> MLXArray {
        let layer = config.layer
        let joined = config.joined
        if joined == nil { return states.reportedElement(at: layer) }
        return concatenated(joined!.map { states.reportedElement(at: $0) }, axis: -1)
    }

    /// `LayersFromEnd.added`, layers_from_end.py:42.
    public func added(_ states: [MLXArray]) -> MLXArray {
        let cfg = config
        guard let others = cfg.others else { return states.last! }
        var found: [MLXArray] = []
        for layer in others {
            found.append(states.reportedElement(at: layer))
        }
        return concatenated(found, axis: -1)
    }

    /// `LayersFromEnd.__call__`, layers_from_end.py:51.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var states: [MLXArray] = []
        for layer in layers {
            x = layer(x)
            states.append(x)
        }
        return sum(chosen(states)) + sum(added(states)) + picked(states)
    }
}
