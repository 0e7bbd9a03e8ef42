import Foundation

/// Triangles over frequencies that are equally far apart to the ear: transformers' `create_fb_matrix`
/// for Gemma 3n.
struct MelFilters: Sendable {
    /// A triangle: the first frequency with a weight, and the weights from there on.
    private struct Triangle: Sendable {
        let start: Int
        let weights: [Double]
    }

    private let triangles: [Triangle]

    /// How many there are.
    var count: Int { triangles.count }

    /// - Parameters:
    ///   - count: how many filters.
    ///   - frequencies: how many frequencies a spectrum has.
    ///   - spacing: how far apart they are, in hertz.
    ///   - range: where the first triangle begins and the last one ends, in hertz.
    init(count: Int, frequencies: Int, spacing: Double, range: ClosedRange<Double>) {
        func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }
        let (low, high) = (mel(range.lowerBound), mel(range.upperBound))
        let step = (high - low) / Double(count + 1)
        let corners = (0..<count + 2).map { index -> Double in
            let place = index == count + 1 ? high : Double(index) * step + low
            return 700 * (pow(10, place / 2595) - 1)
        }
        triangles = (0..<count).map { filter in
            let weights = (0..<frequencies).map { index -> Double in
                // NumPy has these in `float32`.
                let frequency = Double(Float(index) * Float(spacing))
                let down =
                    -(corners[filter] - frequency) / (corners[filter + 1] - corners[filter])
                let up =
                    (corners[filter + 2] - frequency) / (corners[filter + 2] - corners[filter + 1])
                return max(0, min(down, up))
            }
            let start = weights.firstIndex { $0 != 0 } ?? 0
            let end = (weights.lastIndex { $0 != 0 } ?? -1) + 1
            return Triangle(start: start, weights: Array(weights[start..<max(start, end)]))
        }
    }

    /// A filter's sum over a spectrum.
    func sum(_ filter: Int, _ spectrum: [Float]) -> Double {
        let triangle = triangles[filter]
        var sum = 0.0
        for (offset, weight) in triangle.weights.enumerated() {
            sum += Double(spectrum[triangle.start + offset]) * weight
        }
        return sum
    }
}
