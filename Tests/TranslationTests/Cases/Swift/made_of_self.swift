import MLX
import MLXNN
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `MadeOfSelfConfig`, made_of_self.py:8.
public struct CaseMadeOfSelfConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var picks: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case picks
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        picks = try values.decode(Int.self, forKey: .picks, default: 2)
    }
}

/// `Picker`, made_of_self.py:14.
public final class CasePicker {
    unowned let layer: CaseMadeOfSelf
    let count: Int

    public init(_ layer: CaseMadeOfSelf) {
        self.layer = layer
        count = layer.count
    }

    /// `Picker.__call__`, made_of_self.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let layer = self.layer
        let scores = layer.scores!(x)
        return which(scores .> mean(scores, axis: -1, keepDims: true), x * count, x)
    }
}

/// `MadeOfSelf`, made_of_self.py:25.
public final class CaseMadeOfSelf: Module {
    let count: Int
    @ModuleInfo var scores: Linear?
    var picker: CasePicker?
    @ModuleInfo var out: Linear

    public init(_ config: CaseMadeOfSelfConfiguration) {
        count = config.picks
        let hasPicker = config.picks > 1
        if hasPicker {
            _scores.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        }
        _out.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        super.init()
        if hasPicker { picker = CasePicker(self) }
    }

    /// `MadeOfSelf.__call__`, made_of_self.py:37.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let picker { x = picker(x) }
        return out(x)
    }
}
