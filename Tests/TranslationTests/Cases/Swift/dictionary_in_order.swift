import MLX
import MLXNN
import OrderedCollections

/// `DictionaryInOrder`, dictionary_in_order.py:6.
public final class CaseDictionaryInOrder: Module {
    var scale: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        scale = 1.0
        for (factor, shift)
            in ([3: 0.5, 1: 2.0, 7: -1.5, 2: 0.25] as OrderedDictionary<Int, Double>)
        {
            scale = scale * Double(factor) + shift
        }
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `DictionaryInOrder.__call__`, dictionary_in_order.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}
