import MLX
import MLXNN

/// `ScalingPart`, method_of_other_class.py:6.
public final class CaseScalingPart: Module {
    let factor: Double

    public init(_ factor: Double) {
        self.factor = factor
    }

    /// `ScalingPart.__call__`, method_of_other_class.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x }

    /// `ScalingPart.scaled`, method_of_other_class.py:14.
    public func scaled(_ x: MLXArray, times: Int = 1) -> MLXArray { x * factor * times }
}

/// `ShiftingPart`, method_of_other_class.py:18.
public final class CaseShiftingPart: Module {
    let factor: Double

    public init(_ factor: Double) {
        self.factor = factor
    }

    /// `ShiftingPart.__call__`, method_of_other_class.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x + factor }

    /// `ShiftingPart.ScalingPart_scaled`, method_of_other_class.py:14.
    public func scalingPartScaled(_ x: MLXArray, times: Int = 1) -> MLXArray {
        x * factor * times
    }
}

/// `MethodOfOtherClass`, method_of_other_class.py:27.
public final class CaseMethodOfOtherClass: Module {
    @ModuleInfo var first: CaseScalingPart
    @ModuleInfo var second: CaseShiftingPart

    public init(_ config: CaseConfiguration) {
        _first.wrappedValue = CaseScalingPart(0.5)
        _second.wrappedValue = CaseShiftingPart(3)
    }

    /// `MethodOfOtherClass.__call__`, method_of_other_class.py:33.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = second(first(first.scaled(x)))
        return second.scalingPartScaled(x, times: 2)
    }
}
