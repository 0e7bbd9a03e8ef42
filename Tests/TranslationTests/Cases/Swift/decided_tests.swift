import MLX
import MLXNN

/// `DecidedTests`, decided_tests.py:19.
public final class CaseDecidedTests: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `DecidedTests.part`, decided_tests.py:15.
    public var part: [Linear] { layers }

    /// `DecidedTests.__call__`, decided_tests.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in part {
            x = layer(x)
        }
        return x
    }
}
