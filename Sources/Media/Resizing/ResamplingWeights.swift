/// What each pixel of a row or column of the result is made of, in Pillow's fixed-point numbers.
struct ResamplingWeights {
    /// Binary digits after the point: 8 are the pixel's, 2 are left for sums that overshoot.
    static let precision: Int32 = 32 - 8 - 2

    /// The first pixel of the original that counts, for each pixel of the result.
    let starts: [Int]
    /// How many count.
    let counts: [Int]
    /// Their weights, `[result, stride]`.
    let values: [Int32]
    /// The most that count.
    let stride: Int

    /// The weights that take `original` pixels to `result` pixels.
    init(from original: Int, to result: Int, _ filter: ResamplingFilter) {
        let scale = Double(original) / Double(result)
        // Where the picture grows the filter keeps its size, else it covers all pixels that fall together.
        let spread = max(scale, 1)
        let support = filter.support * spread
        let step = 1 / spread
        stride = Int(support.rounded(.up)) * 2 + 1
        var starts: [Int] = []
        var counts: [Int] = []
        var values = [Int32](repeating: 0, count: result * stride)
        var weights = [Double](repeating: 0, count: stride)
        for pixel in 0..<result {
            let center = (Double(pixel) + 0.5) * scale
            let start = max(Int(center - support + 0.5), 0)
            let count = min(Int(center + support + 0.5), original) - start
            var sum = 0.0
            for i in 0..<count {
                weights[i] = filter.weight(at: (Double(i + start) - center + 0.5) * step)
                sum += weights[i]
            }
            for i in 0..<count {
                let weight = sum == 0 ? weights[i] : weights[i] / sum
                values[pixel * stride + i] = Self.fixed(weight)
            }
            starts.append(start)
            counts.append(count)
        }
        self.starts = starts
        self.counts = counts
        self.values = values
    }

    /// A weight as a fixed-point number, halves away from zero.
    private static func fixed(_ weight: Double) -> Int32 {
        let scaled = weight * Double(1 << precision)
        return Int32(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    }

    /// A sum of weighted pixels, begun with ``half``, as a pixel.
    @inline(__always)
    static func pixel(_ sum: Int32) -> UInt8 {
        UInt8(clamping: sum >> precision)
    }

    /// One half: what sums begin with, so that cutting off rounds.
    static let half: Int32 = 1 << (precision - 1)
}
