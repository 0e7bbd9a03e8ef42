/// The values of a tensor as float64, in C order: what causes are found in.
public struct DenseTensor: Sendable, Equatable {
    /// The extent of each dimension.
    public var shape: [Int]
    /// As many values as the extents say.
    public var values: [Double]

    /// Creates a tensor; nil if there are more or fewer values than the extents say.
    public init?(shape: [Int], values: [Double]) {
        guard shape.reduce(1, *) == values.count else { return nil }
        self.shape = shape
        self.values = values
    }

    private init(_ shape: [Int], _ values: [Double]) {
        self.shape = shape
        self.values = values
    }

    /// The number of values.
    var count: Int { values.count }

    /// The same values under other extents, whose product must be the same.
    func reshaped(_ shape: [Int]) -> DenseTensor { DenseTensor(shape, values) }

    /// The tensor with its axes in another order, as `transpose` gives it.
    func transposed(_ axes: [Int]) -> DenseTensor {
        let steps = strides
        let target = axes.map { shape[$0] }
        var result: [Double] = []
        result.reserveCapacity(count)
        var place = [Int](repeating: 0, count: axes.count)
        var offset = 0
        for _ in 0..<count {
            result.append(values[offset])
            for axis in axes.indices.reversed() {
                place[axis] += 1
                offset += steps[axes[axis]]
                if place[axis] < target[axis] { break }
                offset -= steps[axes[axis]] * target[axis]
                place[axis] = 0
            }
        }
        return DenseTensor(target, result)
    }

    /// The part of an axis that a range says.
    func sliced(_ axis: Int, _ range: Range<Int>) -> DenseTensor {
        let inner = shape[(axis + 1)...].reduce(1, *)
        let outer = shape[..<axis].reduce(1, *)
        var result: [Double] = []
        result.reserveCapacity(outer * range.count * inner)
        for index in 0..<outer {
            let start = index * shape[axis] * inner
            result +=
                values[(start + range.lowerBound * inner)..<(start + range.upperBound * inner)]
        }
        var extents = shape
        extents[axis] = range.count
        return DenseTensor(extents, result)
    }

    /// How far apart neighbours of each axis lie.
    var strides: [Int] {
        var strides: [Int] = []
        var stride = 1
        for extent in shape.reversed() {
            strides.append(stride)
            stride *= extent
        }
        return strides.reversed()
    }

    /// The largest magnitude of a finite value.
    var magnitude: Double {
        values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    }
}

/// How exactly values have to agree to count as the same.
struct Closeness: Sendable {
    /// The difference that is granted, relative to the larger magnitude.
    let relative: Double

    /// What some roundings of an element type allow.
    init(dtype: String) {
        relative =
            switch dtype {
            case "float16": 4e-3
            case "bfloat16": 3e-2
            case "float64", "number": 1e-12
            default: 2e-5
            }
    }

    func same(_ left: Double, _ right: Double, scale: Double = 0) -> Bool {
        if left == right || (left.isNaN && right.isNaN) { return true }
        return abs(left - right) <= relative * max(abs(left), abs(right), scale)
    }

    func same(_ left: some Sequence<Double>, _ right: some Sequence<Double>, scale: Double = 0)
        -> Bool
    {
        zip(left, right).allSatisfy { same($0, $1, scale: scale) }
    }

    /// Whether shapes and values agree; what is small beside the largest value may differ a little.
    func same(_ left: DenseTensor, _ right: DenseTensor) -> Bool {
        left.shape == right.shape
            && same(left.values, right.values, scale: 1e-2 * left.magnitude)
    }
}
