import MLX
import MLXNN
import ModelPorted

/// `UnpackedArray`, unpacked_array.py:6.
public final class CaseUnpackedArray: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `UnpackedArray.tiles`, unpacked_array.py:11.
    public func tiles(_ x: MLXArray, crops: MLXArray) -> MLXArray {
        var start = 0
        var parts: [MLXArray] = []
        for row in 0..<crops.dim(0) {
            let parts2 = crops[row, 0].unpackedParts(2)
            let width = parts2[0]
            let height = parts2[1]
            if (width .== 0).item(Bool.self) || (height .== 0).item(Bool.self) { break }
            let count = (width * height).item(Int.self)
            parts.append(sum(x[.stride(from: start, to: start + count)], axis: 0) * width)
            start += count
        }
        return stacked(parts)
    }

    /// `UnpackedArray.__call__`, unpacked_array.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let parts = proj(x).unpackedParts(2)
        let first = parts[0]
        let second = parts[1]
        let crops = stacked([[1, 2], [1, 1], [0, 3]].map { MLXArray($0) }).reshaped(3, 1, 2)
        return tiles(x, crops: crops) + first * second
    }
}
