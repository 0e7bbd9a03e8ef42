import MLX

/// Scales the axes of positions by interpolation (`nn.Upsample`).
open class Upsample: Module, UnaryLayer {
    /// Where a new position's value comes from.
    public enum Mode: Sendable {
        /// The nearest position.
        case nearest
        /// The two nearest positions of each axis.
        ///
        /// `alignCorners`: whether the first and last positions stay where they are.
        case linear(alignCorners: Bool = false)
        /// The four nearest positions of each axis.
        ///
        /// `alignCorners`: whether the first and last positions stay where they are.
        case cubic(alignCorners: Bool = false)
    }

    /// By how much each axis grows, or all of them.
    public let scaleFactor: FloatOrArray
    /// How values are interpolated.
    public let mode: Mode
    /// Whether values are smoothed where an axis gets shorter.
    public let antialias: Bool
    /// The factors in Python's precision; one stands for all axes.
    private let factors: Factors

    private enum Factors {
        case same(Double)
        case perAxis([Double])
    }

    /// A layer with factors in single precision, taken for the shortest decimals that they are.
    public convenience init(
        scaleFactor: FloatOrArray, mode: Mode = .nearest, antialias: Bool = false
    ) {
        let factors: Factors =
            switch scaleFactor {
            case .float(let factor): .same(factor.asPythonDouble)
            case .array(let factors): .perAxis(factors.map(\.asPythonDouble))
            }
        self.init(scaleFactor, factors, mode, antialias)
    }

    /// A layer with one factor for all axes, in Python's precision.
    public convenience init(scaleFactor: Double, mode: Mode = .nearest, antialias: Bool = false) {
        self.init(.float(Float(scaleFactor)), .same(scaleFactor), mode, antialias)
    }

    /// A layer with a factor for each axis, in Python's precision.
    public convenience init(scaleFactor: [Double], mode: Mode = .nearest, antialias: Bool = false) {
        self.init(
            .array(scaleFactor.map { Float($0) }), .perAxis(scaleFactor), mode, antialias)
    }

    private init(_ scaleFactor: FloatOrArray, _ factors: Factors, _ mode: Mode, _ antialias: Bool) {
        self.scaleFactor = scaleFactor
        self.factors = factors
        self.mode = mode
        self.antialias = antialias
        super.init()
        if antialias, !mode.allowsAntialiasing {
            record(failure: "Upsample: \(mode) cannot be antialiased")
        }
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        "(scaleFactor=\(scaleFactor.asArray), mode=\(mode)\(antialias ? ", antialias" : ""))"
    }

    /// `[B, …, C]` with at least one axis of positions to the same with those axes scaled.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let axisCount = x.ndim - 2
            guard axisCount > 0 else {
                return failure("Upsample expects at least 3 dimensions but got \(x.ndim)")
            }
            let scales =
                switch factors {
                case .same(let factor): [Double](repeating: factor, count: axisCount)
                case .perAxis(let factors): factors
                }
            guard scales.count == axisCount,
                zip(x.shape.dropFirst(), scales).allSatisfy({
                    $1 > 0 && Double($0) * $1 < Double(Int32.max)
                })
            else {
                return failure(
                    "Upsample needs a positive scale for each of \(axisCount) axes, not \(scales)")
            }
            return switch mode {
            case .nearest:
                upsampledNearest(x, scales)
            case .linear(let alignCorners):
                antialias || !alignCorners
                    ? interpolatedAxisByAxis(
                        x, scales, antialias ? .antialiasedLinear : .linear(alignCorners: false))
                    : interpolated(x, scales, .linear(alignCorners: true))
            case .cubic(let alignCorners):
                antialias
                    ? interpolatedAxisByAxis(x, scales, .antialiasedCubic)
                    : interpolated(x, scales, .cubic(alignCorners: alignCorners))
            }
        }
    }
}

extension Upsample.Mode {
    fileprivate var allowsAntialiasing: Bool {
        switch self {
        case .nearest, .linear(alignCorners: true), .cubic(alignCorners: true): false
        case .linear, .cubic: true
        }
    }
}
