import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import OrderedCollections

/// `DictionaryOrder`, dictionary_order.py:6.
public final class CaseDictionaryOrder: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `DictionaryOrder.sanitize`, dictionary_order.py:11.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = weights
        let names: OrderedDictionary<String, String> = ["w1": "gate_proj", "w2": "down_proj"]
        for (old, new) in names {
            let key = "mlp.\(old).weight"
            if weights.keys.contains(key) {
                weights["mlp.\(new).weight"] = try required(weights.removeValue(forKey: key), key)
            }
        }
        return weights
    }

    /// `DictionaryOrder.__call__`, dictionary_order.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }
}
