import Foundation
import MLX
import MLXNN
import ModelPorted

/// `AxisFrequencies`, axis_frequencies.py:7.
public final class CaseAxisFrequencies: Module {
    let section: [Int]
    let _frequencies: MLXArray
    let _selector: MLXArray

    public init(_ config: CaseConfiguration) {
        let section = [2, 1, 1]
        self.section = section
        _frequencies = 1.0 / pow(100.0, MLXArray.arange(0, 8, step: 2, dtype: .int32) / 8)
        _selector = mropePositionSelector(.splitSelect, section, 4)
    }

    /// `AxisFrequencies.__call__`, axis_frequencies.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let positions = MLXArray.arange(6, dtype: .int32).reshaped(1, -1)
        let plain = computeMRoPEFrequencies(positions, _frequencies, section)
        let axes = stacked([positions, positions * 2, positions + 3])
        let turns = computeMRoPEFrequencies(axes, _frequencies, section)
        let parts = computeMRoPEFrequencies(
            axes, _frequencies, section, style: .splitSelect, positionSelector: _selector)
        let whole = computeMRoPEFrequencies(axes, _frequencies, section, style: .sectionedHalfSplit)
        return x + sum(cos(plain + turns * parts)) + sum(whole)
    }
}
