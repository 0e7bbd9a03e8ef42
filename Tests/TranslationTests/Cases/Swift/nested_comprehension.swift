import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedComprehension`, nested_comprehension.py:8.
public final class CaseNestedComprehension: Module {
    let scale: Double

    public init(_ config: CaseConfiguration) throws {
        let indices = (0..<3).flatMap { i in (0..<max(0, i)).filter { $0 > 0 }.map { i * $0 } }
        let layers = try Set(
            " 1, 2 ".strippingWhitespace.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init).map { try $0.parsedInt() })
        scale = Double(indices.count + layers.count)
    }

    /// `NestedComprehension.__call__`, nested_comprehension.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * scale }

    /// `NestedComprehension.sanitize`, nested_comprehension.py:18.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        let renames = [(".gate.", ".router."), (".up.", ".proj.")]
        let isPlain = weights.keys.contains(where: { k in
            renames.contains(where: { (old, new) in k.contains(old) && !k.contains(new) })
        })
        if isPlain, weights.keys.filter({ !$0.contains(".") }).allSatisfy({ $0.isDigits }) {
            return [:]
        }
        return weights
    }
}
