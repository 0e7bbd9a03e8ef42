import MLX

/// Sets values to zero at random and scales the others up, in training only (`nn.Dropout`).
open class Dropout: Module, UnaryLayer {
    /// The share of the values that stay.
    public let p1: Float

    /// A layer that drops each value with the probability `p`, at least 0 and below 1.
    public init(p: Float = 0.5) {
        p1 = 1 - p
        super.init()
        requireProbability(p)
    }

    /// `x` of any shape.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            guard training, p1 != 1 else { return x }
            return dropped(x, keeping: p1, maskShape: x.shape)
        }
    }
}

/// Sets whole channels of images or sequences to zero at random (`nn.Dropout2d`).
open class Dropout2d: Module, UnaryLayer {
    /// The share of the channels that stay.
    public let p1: Float

    /// A layer that drops each channel with the probability `p`, at least 0 and below 1.
    public init(p: Float = 0.5) {
        p1 = 1 - p
        super.init()
        requireProbability(p)
    }

    /// `[B, H, W, C]` or `[H, W, C]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            guard (3...4).contains(x.ndim) else {
                return failure("Dropout2d expects 3 or 4 dimensions but got \(x.ndim)")
            }
            guard training, p1 != 1 else { return x }
            return dropped(x, keeping: p1, maskShape: x.shape.withOnes(beforeLast: 2))
        }
    }
}

/// Sets whole channels of volumes to zero at random (`nn.Dropout3d`).
open class Dropout3d: Module, UnaryLayer {
    /// The share of the channels that stay.
    public let p1: Float

    /// A layer that drops each channel with the probability `p`, at least 0 and below 1.
    public init(p: Float = 0.5) {
        p1 = 1 - p
        super.init()
        requireProbability(p)
    }

    /// `[B, D, H, W, C]` or `[D, H, W, C]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            guard (4...5).contains(x.ndim) else {
                return failure("Dropout3d expects 4 or 5 dimensions but got \(x.ndim)")
            }
            guard training, p1 != 1 else { return x }
            return dropped(x, keeping: p1, maskShape: x.shape.withOnes(beforeLast: 3))
        }
    }
}

private func dropped(_ x: MLXArray, keeping share: Float, maskShape: [Int]) -> MLXArray {
    let mask = MLXRandom.bernoulli(share, maskShape)
    return (mask * x) * (1 / share.asPythonDouble)
}

extension Module {
    fileprivate func requireProbability(_ p: Float) {
        if !(0..<1).contains(p) {
            record(failure: "\(type(of: self)): the probability \(p) is not in [0, 1)")
        }
    }
}

extension [Int] {
    /// The shape with the given number of axes before the last one made 1.
    fileprivate func withOnes(beforeLast count: Int) -> [Int] {
        enumerated().map { self.count - 1 - count <= $0 && $0 < self.count - 1 ? 1 : $1 }
    }
}
