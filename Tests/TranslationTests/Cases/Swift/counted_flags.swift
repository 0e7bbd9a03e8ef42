import MLX
import MLXNN
import ModelPorted

/// `CountedFlags`, counted_flags.py:6.
public final class CaseCountedFlags: Module {
    let flags: [Int]
    let width: Int
    let levels: Int
    let count: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        flags = (0..<max(0, config.numLayers)).map { ($0 + 1).floorRemainder(2) != 0 ? 1 : 0 }
        width =
            try 256
            * pythonRound(Double((Double(8 * config.hiddenSize) / 3).truncatedToInt()) / 256)
        levels = try 2.power(config.numLayers)
        var count = config.hiddenSize
        count = count.floorQuotient(2)
        self.count = count
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `CountedFlags.__call__`, counted_flags.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        proj(x) * flags.count + width + levels + count
    }
}
