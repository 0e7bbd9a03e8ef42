import MLX
import MLXNN

/// `HoistedDeclaration`, hoisted_declaration.py:6.
public final class CaseHoistedDeclaration: Module {
    let window: Int?
    let scale: Double

    public init(_ config: CaseConfiguration) {
        window = config.window
        scale = config.scale
    }

    /// `HoistedDeclaration.__call__`, hoisted_declaration.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y: MLXArray
        let z: MLXArray
        if let window {
            y = x * window
            z = y + 1
        } else {
            y = x
            z = x * scale
        }
        return y + z
    }
}
