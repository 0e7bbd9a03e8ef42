import MLX
import MLXNN
import OrderedCollections

/// `DictionaryDisplay`, dictionary_display.py:6.
public final class CaseDictionaryDisplay: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `DictionaryDisplay.__call__`, dictionary_display.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let sizes: OrderedDictionary<String, Int> = ["a": 1, "b": 2]
        return x * sizes["a"]!
    }
}
