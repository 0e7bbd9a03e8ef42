import MLX
import Synchronization

/// An activation compiled without shapes, as `mx.compile(shapeless=True)` makes those of `mlx.nn`.
///
/// Compiled kernels may round differently than the same operations one by one, so equality with
/// Python needs the same functions compiled.
func activation(
    _ body: @escaping @Sendable (MLXArray) -> MLXArray
) -> @Sendable (MLXArray) -> MLXArray {
    compile(shapeless: true, body)
}

/// An activation with constants, compiled once for each value of them: like Python's compiler,
/// which makes numbers part of the graph.
final class ParameterizedActivation<Constants: Hashable & Sendable>: Sendable {
    private let body: @Sendable (MLXArray, Constants) -> MLXArray
    private let compiled = Mutex<[Constants: @Sendable (MLXArray) -> MLXArray]>([:])

    init(_ body: @escaping @Sendable (MLXArray, Constants) -> MLXArray) {
        self.body = body
    }

    func callAsFunction(_ x: MLXArray, _ constants: Constants) -> MLXArray {
        let function = compiled.withLock { compiled in
            if let function = compiled[constants] { return function }
            let body = body
            let function = activation { body($0, constants) }
            compiled[constants] = function
            return function
        }
        return function(x)
    }
}
