import Foundation
import MLX

/// Sines and cosines of positions (`nn.SinusoidalPositionalEncoding`).
open class SinusoidalPositionalEncoding: Module, UnaryLayer {
    let _sigmas: MLXArray
    /// By which the encoding is multiplied.
    public let scale: Float
    /// Whether cosines come first.
    public let cosineFirst: Bool
    private let exactScale: Double

    /// A layer.
    ///
    /// - Parameters:
    ///   - dimensions: length of an encoding, even and positive
    ///   - minFrequency: the least frequency
    ///   - maxFrequency: the greatest frequency
    ///   - scale: by which the encoding is multiplied; `√(2 / dimensions)` by default
    ///   - cosineFirst: whether cosines come first
    ///   - fullTurns: whether frequencies count turns instead of radians
    public init(
        dimensions: Int, minFrequency: Float = 0.0001, maxFrequency: Float = 1,
        scale: Float? = nil, cosineFirst: Bool = false, fullTurns: Bool = false
    ) {
        _sigmas = Self.sigmas(
            dimensions: dimensions, minFrequency: minFrequency.asPythonDouble,
            maxFrequency: maxFrequency.asPythonDouble, fullTurns: fullTurns)
        exactScale = scale?.asPythonDouble ?? (2 / Double(max(dimensions, 1))).squareRoot()
        self.scale = Float(exactScale)
        self.cosineFirst = cosineFirst
    }

    /// Positions `[…]` to encodings `[…, dimensions]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let angles = x.expandedDimensions(axis: -1) * _sigmas
            let cosines = MLX.cos(angles)
            let sines = MLX.sin(angles)
            let y = concatenated(cosineFirst ? [cosines, sines] : [sines, cosines], axis: -1)
            return exactScale == 1 ? y : y * exactScale
        }
    }

    private static func sigmas(
        dimensions: Int, minFrequency: Double, maxFrequency: Double, fullTurns: Bool
    ) -> MLXArray {
        guard dimensions > 0, dimensions % 2 == 0 else {
            return failure(
                "SinusoidalPositionalEncoding: dimensions must be positive and even, not \(dimensions)"
            )
        }
        let half = dimensions / 2
        let falling =
            half == 1 ? MLXArray([1 as Float]) : 1 - arange(0, half, dtype: .int32) / (half - 1)
        let (low, high) = (Foundation.log(minFrequency), Foundation.log(maxFrequency))
        let sigmas = MLX.exp(falling * (high - low) + low)
        return fullTurns ? sigmas * (2 * Double.pi) : sigmas
    }
}

/// Attention with linear biases (`nn.ALiBi`).
public final class ALiBi: Module {
    /// Attention scores `[B, H, L, S]` plus a bias that falls with the distance of the positions.
    ///
    /// - Parameters:
    ///   - attentionScores: the scores
    ///   - offset: how many positions come before the queries
    ///   - mask: added to the bias
    public func callAsFunction(
        attentionScores: MLXArray, offset: Int = 0, mask: MLXArray? = nil
    ) -> MLXArray {
        observe {
            let shape = attentionScores.shape
            guard shape.count >= 3 else {
                return failure("ALiBi expects scores of 4 dimensions but got \(shape.count)")
            }
            var bias = Self.matrix(
                queries: shape[shape.count - 2] + offset, keys: shape[shape.count - 1],
                heads: shape[1], offset: offset, dtype: attentionScores.dtype)
            if let mask {
                bias = bias + mask
            }
            return attentionScores + bias
        }
    }

    /// `[1, H, L, S]`.
    private static func matrix(
        queries: Int, keys: Int, heads: Int, offset: Int, dtype: DType
    ) -> MLXArray {
        let x1 = arange(offset, queries, dtype: .int32)
        let x2 = arange(0, keys, dtype: .int32)
        let distances = -MLX.abs(
            (x1.expandedDimensions(axis: 1) - x2.expandedDimensions(axis: 0))
                .expandedDimensions(axes: [0, 1]))
        let slopes = MLXArray(slopes(heads).map { Float($0) }).asType(dtype)
            .expandedDimensions(axes: [-1, -2])
        return (distances * slopes).asType(dtype)
    }

    /// A geometric series where the number of heads is a power of two, else two of them mixed.
    private static func slopes(_ heads: Int) -> [Double] {
        guard heads > 0 else { return [] }
        let power = 1 << (Int.bitWidth - 1 - heads.leadingZeroBitCount)
        if power == heads {
            let start = pow(2, -pow(2, -(log2(Double(heads)) - 3)))
            return (0..<heads).map { start * pow(start, Double($0)) }
        }
        let between = slopes(2 * power).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        return slopes(power) + between.prefix(heads - power)
    }
}
