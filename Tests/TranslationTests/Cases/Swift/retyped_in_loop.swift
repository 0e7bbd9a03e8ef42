import MLX
import MLXNN
import ModelPorted

/// `RetypedInLoop`, retyped_in_loop.py:6.
public final class CaseRetypedInLoop: Module {
    let size: Int
    let step: Int

    public init(_ config: CaseConfiguration) {
        size = config.hiddenSize
        step = config.numLayers
    }

    /// `RetypedInLoop.__call__`, retyped_in_loop.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var blocks: [MLXArray] = []
        for row in pythonRange(0, x.dim(0) - 1, step: step) {
            for column in stride(from: x.dim(1) - 1, to: 0, by: -1) {
                var block: [MLXArray] = []
                for offset in 0..<max(0, size) {
                    block.append(x[row, column - 1] * offset)
                }
                var block2 = stacked(block)
                block2 = block2.transposed()
                blocks.append(block2)
            }
        }
        return stacked(blocks, axis: -1)
    }
}
