// Ported from mlx_vlm/models/rope_utils.py (`apply_multimodal_rotary_pos_emb`, `apply_rotary_pos_emb_even_odd`,
// `rotate_half_even_odd`), mlx-vlm 0.7.10, MIT,
// sha256 6944f69a03c41cbb9613afbd2f1b54b71c504840aaeb0eade39c6109dbfdd25b.

import MLX

/// The features of the last axis by pairs: each second one, negated, in front of its neighbour
/// (`rotate_half_even_odd`).
public func rotateHalfEvenOdd(_ x: MLXArray) -> MLXArray {
    let x1 = x[.ellipsis, .stride(by: 2)]
    let x2 = x[.ellipsis, .stride(from: 1, by: 2)]
    return stacked([-x2, x1], axis: -1).flattened(start: -2, end: -1)
}

/// Queries and keys `[B, H, L, D]`, rotated by cosines and sines (`apply_multimodal_rotary_pos_emb`).
///
/// - Parameters:
///   - cos: `[B, L, R]`, or `[3, B, L, R]` for a sectioned style
///   - mropeSection: the number of frequencies of each axis, which a sectioned style needs
///   - unsqueezeDim: the axis of heads
///   - castOutput: whether the results have the element types of queries and keys
public func applyMultimodalRotaryPosEmb(
    _ q: MLXArray, _ k: MLXArray, cos: MLXArray, sin: MLXArray, mropeSection: [Int]? = nil,
    unsqueezeDim: Int = 1, style: MRoPEStyle = .interleaved, castOutput: Bool = true
) -> (MLXArray, MLXArray) {
    if style == .interleaved, unsqueezeDim == 1, castOutput {
        let rotated = compiledInterleavedRotary([q, k, cos, sin])
        return (rotated[0], rotated[1])
    }
    var (cos, sin) = (cos, sin)
    if style.isSectioned {
        guard let mropeSection, mropeSection.count == 3 else {
            let refused = failure(
                "apply_multimodal_rotary_pos_emb", "a sectioned style needs three sections")
            return (refused, refused)
        }
        cos = sectioned(cos, mropeSection)
        sin = sectioned(sin, mropeSection)
    } else {
        cos = cos.expandedDimensions(axis: unsqueezeDim)
        sin = sin.expandedDimensions(axis: unsqueezeDim)
    }
    if style.pairsNeighbours { (cos, sin) = (doubled(cos), doubled(sin)) }
    let rotate = style.pairsNeighbours ? rotateHalfEvenOdd : rotateHalf
    return rotated(q, k, cos, sin, by: rotate, castOutput: castOutput)
}

/// Queries and keys `[B, H, L, D]`, rotated pair by pair (`apply_rotary_pos_emb_even_odd`).
///
/// - Parameters:
///   - cos: `[B, L, R]`; only the first half of the last axis is read if `isHalf`
///   - isHalf: whether the frequencies stand there once, rather than twice side by side
public func applyRotaryPosEmbEvenOdd(
    _ q: MLXArray, _ k: MLXArray, cos: MLXArray, sin: MLXArray, isHalf: Bool = true
) -> (MLXArray, MLXArray) {
    var (cos, sin) = (cos[0..., .newAxis, 0..., 0...], sin[0..., .newAxis, 0..., 0...])
    if isHalf { (cos, sin) = (doubled(cos), doubled(sin)) }
    return rotated(q, k, cos, sin, by: rotateHalfEvenOdd, computeDType: .float32)
}

/// The first half of the last axis, each feature twice.
private func doubled(_ x: MLXArray) -> MLXArray {
    repeated(x[.ellipsis, ..<(x.dim(-1) / 2)], count: 2, axis: -1)
}

/// `_section_frequency_layout`
private func sectioned(_ values: MLXArray, _ section: [Int]) -> MLXArray {
    var indices: [Int] = []
    for length in (section + section).dropLast() { indices.append((indices.last ?? 0) + length) }
    let parts = split(values, indices: indices, axis: -1)
    return concatenated(parts.enumerated().map { $1[$0 % 3] }, axis: -1)[0..., .newAxis, 0..., 0...]
}

/// `_apply_rotary_embedding`
private func rotated(
    _ q: MLXArray, _ k: MLXArray, _ cos: MLXArray, _ sin: MLXArray,
    by rotate: (MLXArray) -> MLXArray, castOutput: Bool = true, computeDType: DType? = nil
) -> (MLXArray, MLXArray) {
    let rotaryDim = cos.dim(-1)
    var (qRot, kRot) = (q[.ellipsis, ..<rotaryDim], k[.ellipsis, ..<rotaryDim])
    let (qPass, kPass) = (q[.ellipsis, rotaryDim...], k[.ellipsis, rotaryDim...])
    if let computeDType { (qRot, kRot) = (qRot.asType(computeDType), kRot.asType(computeDType)) }
    var qEmbed = qRot * cos + rotate(qRot) * sin
    var kEmbed = kRot * cos + rotate(kRot) * sin
    if castOutput { (qEmbed, kEmbed) = (qEmbed.asType(q.dtype), kEmbed.asType(k.dtype)) }
    if qPass.dim(-1) == 0, kPass.dim(-1) == 0 { return (qEmbed, kEmbed) }
    return (concatenated([qEmbed, qPass], axis: -1), concatenated([kEmbed, kPass], axis: -1))
}

/// `_apply_interleaved_rotary_pos_emb_axis1` of queries, keys, cosines and sines.
private let compiledInterleavedRotary = compile { inputs in
    let (q, k) = (inputs[0], inputs[1])
    let cos = inputs[2].expandedDimensions(axis: 1)
    let sin = inputs[3].expandedDimensions(axis: 1)
    let rotaryDim = cos.dim(-1)
    return [q, k].map { x in
        let (rotary, pass) = (x[.ellipsis, ..<rotaryDim], x[.ellipsis, rotaryDim...])
        let embed = rotary * cos + rotateHalf(rotary) * sin
        return concatenated([embed.asType(x.dtype), pass], axis: -1)
    }
}
