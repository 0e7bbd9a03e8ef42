import MLX
import MLXNN
import ModelPorted

/// `ActivatedNorm`, extended_initializer.py:6.
public final class CaseActivatedNorm: RMSNorm {
    let shape: [Int]
    @ModuleInfo var act: any UnaryLayer

    public init(_ numChannels: Int, eps: Double = 1e-06, activate: Bool = true) {
        shape = [numChannels]
        _act.wrappedValue = activate ? GELU() as any UnaryLayer : Identity()
        super.init(dimensions: numChannels, eps: Float(eps))
    }

    /// `ActivatedNorm.__call__`, extended_initializer.py:12.
    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        guard shape.count == 1 else {
            return MLXArray.raised("AssertionError", "len(self.shape) == 1")
        }
        return act(x * rsqrt(mean(x * x, axis: -1, keepDims: true) + doubleEps) * weight)
    }
}

/// `SameConv`, extended_initializer.py:17.
public final class CaseSameConv: Conv1d {
    var kernelSize: Int { weight.dim(1) }

    /// `SameConv.__call__`, extended_initializer.py:22.
    public override func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = padded(x, widths: [[0, 0], [kernelSize - 1, 0], [0, 0]])
        var y = conv1d(x, weight)
        if let bias { y = y + bias }
        return y
    }
}

/// `ExtendedInitializer`, extended_initializer.py:30.
public final class CaseExtendedInitializer: Module {
    @ModuleInfo var conv: CaseSameConv
    @ModuleInfo var norm: CaseActivatedNorm
    @ModuleInfo var plain: CaseActivatedNorm

    public init(_ config: CaseConfiguration) {
        _conv.wrappedValue = CaseSameConv(
            inputChannels: 4, outputChannels: 4, kernelSize: 3, bias: config.useBias)
        _norm.wrappedValue = CaseActivatedNorm(4, eps: config.eps)
        _plain.wrappedValue = CaseActivatedNorm(4, activate: false)
    }

    /// `ExtendedInitializer.__call__`, extended_initializer.py:37.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { plain(norm(conv(x))) }
}
