// Ported from mlx_vlm/models/rope_utils.py (`MRoPERotaryEmbedding`, `mrope_position_selector`,
// `compute_mrope_frequencies`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX
import MLXNN

/// How a rotary embedding of several axes lays out the frequencies of each axis, and which features it
/// rotates together.
public enum MRoPEStyle: String, Sendable {
    /// The axes' frequencies one after another.
    case chunked
    /// The axes' frequencies by turns.
    case interleaved
    /// As ``chunked``, with neighbours rotated together.
    case splitSelect = "split_select"
    /// Sines and cosines of all axes, from which the application takes sections.
    case sectionedHalfSplit = "sectioned_half_split"
    /// As ``sectionedHalfSplit``, with neighbours rotated together.
    case sectionedEvenOdd = "sectioned_even_odd"

    /// Whether each frequency belongs to one axis from the start.
    var selectsFrequencies: Bool { [.chunked, .interleaved, .splitSelect].contains(self) }
    var isSectioned: Bool { !selectsFrequencies }
    var pairsNeighbours: Bool { [.splitSelect, .sectionedEvenOdd].contains(self) }
}

/// Rotary embedding of positions along several axes (time, height, width), of which each has a section of
/// the frequencies.
///
/// Stands for `MRoPERotaryEmbedding`, as it is without Metal.
open class MRoPERotaryEmbedding: Module {
    /// The number of frequencies of each axis.
    public let mropeSection: [Int]
    /// The factor on sines and cosines.
    public var attentionScaling: Double
    /// Whether a kernel rotates with the positions themselves: on Metal only.
    public let fusedApply = false
    let style: MRoPEStyle
    let castOutput: Bool
    /// float32 `[dim / 2]`.
    let _inverseFrequencies: MLXArray
    /// The axis of each frequency, int32 `[dim / 2]`.
    let _positionSelector: MLXArray?

    /// - Parameters:
    ///   - dim: how many features are rotated
    ///   - ropeScaling: has `mrope_section`, unless `ropeParameters` or `mropeSection` does
    ///   - castOutput: whether sines and cosines get the input's element type
    public init(
        dim: Int, maxPositionEmbeddings: Int? = 2048, base: Double = 10000,
        ropeScaling: RoPEScaling? = nil, ropeParameters: RoPEScaling? = nil,
        mropeSection: [Int]? = nil, attentionScaling: Double = 1, castOutput: Bool = true,
        style: MRoPEStyle = .interleaved
    ) {
        let section =
            mropeSection
            ?? multiAxisSection(ropeScaling: ropeScaling, ropeParameters: ropeParameters)
        self.mropeSection = section
        self.attentionScaling = attentionScaling
        self.castOutput = castOutput
        self.style = style
        _inverseFrequencies =
            1.0 / (base ** (arange(0, dim, step: 2).asType(.float32) / dim))
        _positionSelector = mropePositionSelector(style, section, _inverseFrequencies.dim(0))
        super.init()
        eval(_inverseFrequencies)
        if let _positionSelector { eval(_positionSelector) }
    }

    /// Cosines and sines of positions, `[B, L, dim]`, or `[3, B, L, dim]` for a sectioned style.
    ///
    /// - Parameters:
    ///   - x: an array of the element type that the result gets
    ///   - positionIds: `[B, L]`, or `[3, B, L]` for positions that differ by axis
    public func callAsFunction(_ x: MLXArray, positionIds: MLXArray) -> (MLXArray, MLXArray) {
        observe {
            let freqs = computeMRoPEFrequencies(
                positionIds, _inverseFrequencies, mropeSection, style: style,
                positionSelector: _positionSelector)
            let emb = concatenated([freqs, freqs], axis: -1)
            let cos = MLX.cos(emb) * attentionScaling
            let sin = MLX.sin(emb) * attentionScaling
            return castOutput ? (cos.asType(x.dtype), sin.asType(x.dtype)) : (cos, sin)
        }
    }

    /// Queries and keys `[B, H, L, D]`, rotated by their positions.
    public func applyRotary(
        _ q: MLXArray, _ k: MLXArray, positionIds: MLXArray, unsqueezeDim: Int = 1,
        castOutput: Bool = true
    ) -> (MLXArray, MLXArray) {
        let (cos, sin) = self(k, positionIds: positionIds)
        return applyMultimodalRotaryPosEmb(
            q, k, cos: cos, sin: sin, mropeSection: mropeSection, unsqueezeDim: unsqueezeDim,
            style: style, castOutput: castOutput)
    }
}

/// `get_mrope_section`
private func multiAxisSection(
    ropeScaling: RoPEScaling?, ropeParameters: RoPEScaling?
) -> [Int] {
    let stated =
        ropeParameters?["mrope_section"]?.truthy ?? ropeScaling?["mrope_section"]?.truthy
    return stated?.intValues ?? [24, 20, 20]
}

/// The axis of each frequency, int32 `[frequencies]` (`mrope_position_selector`).
///
/// - Parameter section: the number of frequencies of each axis
public func mropePositionSelector(
    _ style: MRoPEStyle, _ section: [Int], _ frequencies: Int
) -> MLXArray {
    var selector = [Int32](repeating: 0, count: frequencies)
    var offset = section.first ?? 0
    for (axis, length) in section.enumerated().dropFirst() {
        let indices =
            style == .interleaved
            ? Array(stride(from: axis, to: min(length * 3, frequencies), by: 3))
            : Array(stride(from: offset, to: min(offset + length, frequencies), by: 1))
        for index in indices { selector[index] = Int32(axis) }
        offset += length
    }
    return MLXArray(selector)
}

/// Positions times frequencies, float32 `[B, L, F]`, each frequency with the position along its axis
/// (`compute_mrope_frequencies`); `[3, B, L, F]` for a sectioned style.
///
/// - Parameters:
///   - positionIds: `[B, L]`, or `[3, B, L]` for positions that differ by axis
///   - inverseFrequencies: `[F]`
///   - mropeSection: the number of frequencies of each axis
///   - positionSelector: the axis of each frequency, if it is known already
public func computeMRoPEFrequencies(
    _ positionIds: MLXArray, _ inverseFrequencies: MLXArray, _ mropeSection: [Int],
    style: MRoPEStyle = .interleaved, positionSelector: MLXArray? = nil
) -> MLXArray {
    guard positionIds.ndim != 2, style.selectsFrequencies else {
        return positionIds.asType(.float32)[.ellipsis, .newAxis] * inverseFrequencies
    }
    let selector =
        positionSelector
        ?? mropePositionSelector(style, mropeSection, inverseFrequencies.dim(0))
    return compiledSelectedFrequencies([positionIds, inverseFrequencies, selector])[0]
}

/// `_selected_mrope_freqs` of positions, inverse frequencies and the axis of each.
private let compiledSelectedFrequencies = compile { inputs in
    let positions = take(inputs[0], inputs[2], axis: 0).transposed(1, 2, 0)
    return [positions.asType(.float32) * inputs[1]]
}
