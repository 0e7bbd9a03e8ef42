import MLX
import OrderedCollections

/// A checkpoint's tensors by name, in the order of the files.
public typealias OrderedWeights = OrderedDictionary<String, MLXArray>

extension OrderedDictionary where Key == String, Value == MLXArray {
    /// The same tensors under names that `transform` gives, in the same order.
    ///
    /// - Throws: ``ModelRuntimeError`` if two tensors would have one name: which of them wins must
    ///   not depend on the order of a file.
    public func mapKeys(_ transform: (String) throws -> String) throws -> OrderedWeights {
        var renamed = OrderedWeights(minimumCapacity: count)
        for (name, array) in self {
            let newName = try transform(name)
            guard renamed.updateValue(array, forKey: newName) == nil else {
                throw ModelRuntimeError.input(
                    "two tensors of the checkpoint become \"\(newName)\", one of them \"\(name)\"")
            }
        }
        return renamed
    }
}
