import MLX
import MLXNN

/// `ScaledWeight`, identity_of_arrays.py:6.
public final class CaseScaledWeight: Module {
    @ParameterInfo var weight: MLXArray
    let offset: Double
    var _scale: MLXArray?
    var _scaleWeight: MLXArray?

    public init(_ offset: Double) {
        _weight.wrappedValue = MLXArray.zeros([4])
        self.offset = offset
        _scale = nil
        _scaleWeight = nil
    }

    /// `ScaledWeight.scale`, identity_of_arrays.py:15.
    public var scale: MLXArray {
        if offset == 0 { return weight }
        if _scale == nil || _scaleWeight !== weight {
            _scale = weight + offset
            _scaleWeight = weight
        }
        return _scale!
    }

    /// `ScaledWeight.__call__`, identity_of_arrays.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        MLXFast.rmsNorm(x, weight: scale, eps: 1e-05)
    }
}

/// `IdentityOfArrays`, identity_of_arrays.py:27.
public final class CaseIdentityOfArrays: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var plain: CaseScaledWeight
    @ModuleInfo var moved: CaseScaledWeight

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
        _plain.wrappedValue = CaseScaledWeight(0)
        _moved.wrappedValue = CaseScaledWeight(1.5)
    }

    /// `IdentityOfArrays.__call__`, identity_of_arrays.py:34.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = moved(x) + plain(x)
        y = moved(y)
        let z = x.dim(0) > 3 ? y : proj(y)
        if z === y { return z * 2 }
        return z
    }
}
