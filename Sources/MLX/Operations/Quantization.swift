internal import CMLX

/// How weights are quantized. The raw value is the engine's name.
public enum QuantizationMode: String, Codable, Sendable {
    /// Integers with a scale and a bias for each group.
    case affine
    /// 4-bit floating point with a shared power of two for each 32 elements.
    case mxfp4
    /// 8-bit floating point with a shared power of two for each 32 elements.
    case mxfp8
    /// 4-bit floating point with a shared 8-bit floating-point scale for each 16 elements.
    case nvfp4
}

/// Weights `[…, K]` quantized along the last axis. Group size and bits are those of the mode unless
/// given; only `affine` has biases.
///
/// Source: `mlx.core.quantize`.
public func quantized(
    _ w: MLXArray, groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
    globalScale: MLXArray? = nil, stream: StreamOrDevice = .default
) -> (wq: MLXArray, scales: MLXArray, biases: MLXArray?) {
    let results = withQuantization(groupSize, bits, mode) { quantization in
        withHandle(globalScale) { globalScale in
            withExtendedLifetime(w) {
                list(count: 3) {
                    cmlx_quantize(&$0, w.handle, quantization, globalScale, stream.code)
                }
            }
        }
    }
    return (results[0], results[1], results.count > 2 ? results[2] : nil)
}

/// The weights that `quantized` made, as numbers of `dtype` or that of the scales.
///
/// Source: `mlx.core.dequantize`.
public func dequantized(
    _ w: MLXArray, scales: MLXArray, biases: MLXArray?, groupSize: Int? = nil, bits: Int? = nil,
    mode: QuantizationMode = .affine, globalScale: MLXArray? = nil, dtype: DType? = nil,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withQuantization(groupSize, bits, mode) { quantization in
        withHandle(biases) { biases in
            withHandle(globalScale) { globalScale in
                binary(w, scales) {
                    cmlx_dequantize(
                        $0, $1, biases, quantization, globalScale, dtype.code, stream.code)
                }
            }
        }
    }
}

/// The matrix product with quantized weights; `transpose`: with their transpose.
///
/// Source: `mlx.core.quantized_matmul`.
public func quantizedMM(
    _ x: MLXArray, _ w: MLXArray, scales: MLXArray, biases: MLXArray?, transpose: Bool = true,
    groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
    stream: StreamOrDevice = .default
) -> MLXArray {
    withQuantization(groupSize, bits, mode) { quantization in
        withHandle(biases) { biases in
            ternary(x, w, scales) {
                cmlx_quantized_matmul($0, $1, $2, biases, transpose, quantization, stream.code)
            }
        }
    }
}

/// The matrix product with quantized weights; `transpose`: with their transpose.
///
/// Source: `mlx.core.quantized_matmul`.
public func quantizedMatmul(
    _ x: MLXArray, _ w: MLXArray, scales: MLXArray, biases: MLXArray?, transpose: Bool = true,
    groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
    stream: StreamOrDevice = .default
) -> MLXArray {
    quantizedMM(
        x, w, scales: scales, biases: biases, transpose: transpose, groupSize: groupSize,
        bits: bits, mode: mode, stream: stream)
}

/// Products with quantized matrices that indices choose from the leading axes.
///
/// Source: `mlx.core.gather_qmm`.
public func gatherQuantizedMM(
    _ x: MLXArray, _ w: MLXArray, scales: MLXArray, biases: MLXArray?,
    lhsIndices: MLXArray? = nil, rhsIndices: MLXArray? = nil, transpose: Bool = true,
    groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
    sortedIndices: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    withQuantization(groupSize, bits, mode) { quantization in
        withHandle(biases) { biases in
            withHandle(lhsIndices) { left in
                withHandle(rhsIndices) { right in
                    ternary(x, w, scales) {
                        cmlx_gather_qmm(
                            $0, $1, $2, biases, left, right, transpose, quantization,
                            sortedIndices, stream.code)
                    }
                }
            }
        }
    }
}

/// Products with quantized matrices that indices choose from the leading axes.
///
/// Source: `mlx.core.gather_qmm`.
public func gatherQuantizedMatmul(
    _ x: MLXArray, _ w: MLXArray, scales: MLXArray, biases: MLXArray?,
    lhsIndices: MLXArray? = nil, rhsIndices: MLXArray? = nil, transpose: Bool = true,
    groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
    sortedIndices: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    gatherQuantizedMM(
        x, w, scales: scales, biases: biases, lhsIndices: lhsIndices, rhsIndices: rhsIndices,
        transpose: transpose, groupSize: groupSize, bits: bits, mode: mode,
        sortedIndices: sortedIndices, stream: stream)
}

/// The matrix product where the input is quantized too.
///
/// Source: `mlx.core.qqmm`.
public func quantizedQuantizedMM(
    _ x: MLXArray, _ w: MLXArray, scales: MLXArray?, groupSize: Int? = nil, bits: Int? = nil,
    mode: QuantizationMode = .nvfp4, globalScaleX: MLXArray? = nil,
    globalScaleW: MLXArray? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    withQuantization(groupSize, bits, mode) { quantization in
        withHandle(scales) { scales in
            withHandle(globalScaleX) { scaleX in
                withHandle(globalScaleW) { scaleW in
                    binary(x, w) {
                        cmlx_qqmm($0, $1, scales, quantization, scaleX, scaleW, stream.code)
                    }
                }
            }
        }
    }
}

/// Numbers as 8-bit floating point (E4M3), in `uint8`.
///
/// Source: `mlx.core.to_fp8`.
public func toFP8(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(array) { cmlx_to_fp8($0, stream.code) }
}

/// 8-bit floating point (E4M3) in `uint8` as numbers of `dtype`.
///
/// Source: `mlx.core.from_fp8`.
public func fromFP8(
    _ array: MLXArray, dtype: DType = .bfloat16, stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_from_fp8($0, dtype.code, stream.code) }
}

@inline(__always)
private func withQuantization<R>(
    _ groupSize: Int?, _ bits: Int?, _ mode: QuantizationMode, _ body: (cmlx_quantization) -> R
) -> R {
    body(cmlx_quantization(group_size: groupSize.code, bits: bits.code, mode: mode.code))
}

extension QuantizationMode {
    /// For parameters of the engine.
    fileprivate var code: cmlx_quantization_mode {
        switch self {
        case .affine: CMLX_AFFINE
        case .mxfp4: CMLX_MXFP4
        case .mxfp8: CMLX_MXFP8
        case .nvfp4: CMLX_NVFP4
        }
    }
}
