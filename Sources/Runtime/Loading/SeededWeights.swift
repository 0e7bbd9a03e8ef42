import Foundation
import MLX
import MLXNN
import TraceDiff

/// Weights by the rule of ``SeededValues``: reference and candidate get the same model without a file
/// between them.
public struct SeededWeights: Sendable {
    private let rule: SeededValues

    /// The rule with a seed.
    public init(seed: UInt64) {
        rule = SeededValues(seed: seed)
    }

    /// The values of one parameter, in C order.
    public func values(name: String, shape: [Int]) -> [Float] {
        rule.weight(name: name, shape: shape)
    }

    /// One parameter as an array of type `dtype`.
    public func array(name: String, shape: [Int], dtype: DType) -> MLXArray {
        MLXArray(values(name: name, shape: shape), shape).asType(dtype)
    }

    /// Fills every floating-point parameter of a model.
    ///
    /// - Parameter dtype: the type of the parameters afterwards.
    /// - Throws: ``ModelRuntimeError`` if the parameters do not fit into memory, and what updating the
    ///   model throws.
    public func fill(_ model: Module, dtype: DType) throws {
        let size = model.parameters().flattened().reduce(0.0) { $0 + Double($1.1.size) }
        guard size * Double(dtype.size) < Double(ProcessInfo.processInfo.physicalMemory) else {
            throw ModelRuntimeError.engine("\(size) parameters do not fit into memory")
        }
        let parameters = model.parameters().flattened().compactMap { name, parameter in
            parameter.dtype.isReal
                ? (name, array(name: name, shape: parameter.shape, dtype: dtype)) : nil
        }
        try model.update(parameters: ModuleParameters.unflattened(parameters), verify: .none)
    }
}
