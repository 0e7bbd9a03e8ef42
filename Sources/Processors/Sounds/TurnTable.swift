import Foundation

/// Cosines and sines of the parts of a circle, in the way of NumPy's transform: an angle is a coarse one
/// of a table and a fine one of another, multiplied. The products' rounding belongs to the result.
struct TurnTable {
    /// A point of the unit circle.
    typealias Turn = (cosine: Double, sine: Double)

    private let count: Int
    private let fineBits: Int
    private let fine: [Turn]
    private let coarse: [Turn]

    /// The parts of a circle that is cut into `count`.
    init(count: Int) {
        self.count = count
        let half = (count + 2) / 2
        var bits = 1
        while 1 << (2 * bits) < half { bits += 1 }
        fineBits = bits
        let size = 1 << bits
        fine = (0..<size).map { Self.turn($0, of: count) }
        coarse = (0..<(half + size - 1) / size).map { Self.turn($0 * size, of: count) }
    }

    /// The point after `index` parts.
    subscript(index: Int) -> Turn {
        let isBelow = 2 * index > count
        let index = isBelow ? count - index : index
        let a = fine[index & (1 << fineBits - 1)]
        let b = coarse[index >> fineBits]
        let sine = a.cosine * b.sine + a.sine * b.cosine
        return (a.cosine * b.cosine - a.sine * b.sine, isBelow ? -sine : sine)
    }

    /// The point, out of an angle of at most an eighth of the circle.
    private static func turn(_ index: Int, of count: Int) -> Turn {
        let unit = 0.25 * Double.pi / Double(count)
        let eighths = 8 * index
        func point(_ rest: Int) -> Turn { (cos(Double(rest) * unit), sin(Double(rest) * unit)) }
        switch eighths {
        case 0: return (1, 0)
        case ..<count: return point(eighths)
        case ..<(2 * count):
            let point = point(2 * count - eighths)
            return (point.sine, point.cosine)
        case ..<(3 * count):
            let point = point(eighths - 2 * count)
            return (-point.sine, point.cosine)
        default:
            // Half a circle is the most that the tables hold.
            let point = point(4 * count - eighths)
            return (-point.cosine, point.sine)
        }
    }
}
