import MLX
import MLXNN

/// Networks of experts of which each token takes some: a library's, or a family's own.
public protocol SwitchLayer: Module {
    /// The outputs `[…, K, D]` of each token's experts.
    ///
    /// - Parameters:
    ///   - x: the tokens `[…, D]`
    ///   - indices: the experts of each token, `[…, K]`
    func callAsFunction(_ x: MLXArray, indices: MLXArray) -> MLXArray
}

extension SwitchGLU: SwitchLayer {
    public func callAsFunction(_ x: MLXArray, indices: MLXArray) -> MLXArray { self(x, indices) }
}

extension SwitchMLP: SwitchLayer {
    public func callAsFunction(_ x: MLXArray, indices: MLXArray) -> MLXArray { self(x, indices) }
}

extension MLXLM.SwitchGLU: SwitchLayer {
    public func callAsFunction(_ x: MLXArray, indices: MLXArray) -> MLXArray { self(x, indices) }
}
