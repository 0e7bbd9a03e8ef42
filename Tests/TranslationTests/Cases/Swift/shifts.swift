import MLX
import MLXNN

/// `Shifts`, shifts.py:19.
public final class CaseShifts: Module {
    @ModuleInfo var norm: RMSNorm

    public init(_ config: CaseConfiguration) {
        _norm.wrappedValue = RMSNorm(dimensions: 4)
    }

    /// `Shifts.__call__`, shifts.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let bits = (abs(norm(x)) * 100).asType(.uint32)
        let high = bits >> 4 & 15
        let packed = (high << 2) << 2 | bits & (1 << 4 - 1)
        let shifted = packed >> (bits & 3)
        return (caseTable[high] + shifted) * caseWeights
    }
}

/// `_make_table`, shifts.py:6.
public func caseMakeTable() -> MLXArray {
    var values: [Double] = []
    for byte in 0..<16 {
        let sign = byte >> 3 & 1
        let value = Double(byte & 7) / 8
        values.append(sign != 0 ? -value : value)
    }
    return MLXArray(converting: values).asType(.float32)
}

/// `_TABLE`, shifts.py:15.
var caseTable: MLXArray { caseMakeTable() }

/// `_WEIGHTS`, shifts.py:16.
var caseWeights: MLXArray { MLXArray(converting: [1.0, 0.5, 0.25, 2.0]) }
