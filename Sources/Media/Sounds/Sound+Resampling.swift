import Foundation

extension Sound {
    /// The recording at another rate, as `scipy.signal.resample_poly(…, padtype="edge")` makes it of
    /// `float32`: through a low-pass filter of 20 periods with a Kaiser window (β = 5).
    ///
    /// - Precondition: there is one channel, and a sample.
    public func resampled(to newRate: Int) -> Sound {
        precondition(channels == 1 && !samples.isEmpty && newRate > 0)
        let divisor = greatestCommonDivisor(rate, newRate)
        let (up, down) = (newRate / divisor, rate / divisor)
        if up == down { return self }
        let filter = PolyphaseFilter(up: up, down: down)
        return Sound(rate: newRate, samples: filter.resample(samples))
    }

    /// How many samples there will be at another rate.
    public func sampleCount(at newRate: Int) -> Int {
        let divisor = greatestCommonDivisor(rate, newRate)
        let (up, down) = (newRate / divisor, rate / divisor)
        return (samples.count / channels * up + down - 1) / down
    }
}

/// A filter between the samples of two rates whose ratio is `up / down`.
private struct PolyphaseFilter {
    let up: Int
    let down: Int
    /// Coefficients a phase, the last first: `[up, length]`.
    let coefficients: [Float]
    let length: Int
    /// Results to leave out at the beginning, so that the filter's middle lies on the first sample.
    let skipped: Int

    init(up: Int, down: Int) {
        self.up = up
        self.down = down
        let half = 10 * max(up, down)
        let padding = down - half % down
        skipped = (half + padding) / down
        let taps =
            [Float](repeating: 0, count: padding)
            + lowPass(half: half, cutoff: 1 / Double(max(up, down))).map { Float($0) * Float(up) }
        let length = (taps.count + up - 1) / up
        self.length = length
        coefficients = (0..<up).flatMap { phase in
            (0..<length).map { place in
                let tap = (length - 1 - place) * up + phase
                return tap < taps.count ? taps[tap] : 0
            }
        }
    }

    /// Each result is summed up in `float32`, from the earliest sample on; the first and the last sample
    /// stand for those beyond.
    func resample(_ samples: [Float]) -> [Float] {
        let count = (samples.count * up + down - 1) / down
        let last = samples.count - 1
        return samples.withUnsafeBufferPointer { samples in
            coefficients.withUnsafeBufferPointer { coefficients in
                (skipped..<skipped + count).map { result in
                    let first = result * down / up - length + 1
                    let phase = coefficients.baseAddress! + result * down % up * length
                    var sum: Float = 0
                    if first >= 0, first + length <= samples.count {
                        for i in 0..<length { sum += samples[first + i] * phase[i] }
                    } else {
                        for i in 0..<length {
                            sum += samples[min(max(first + i, 0), last)] * phase[i]
                        }
                    }
                    return sum
                }
            }
        }
    }
}

/// A windowed sinc of `2 * half + 1` taps that lets a constant through unchanged: `scipy.signal.firwin`.
private func lowPass(half: Int, cutoff: Double) -> [Double] {
    let center = Double(half)
    let beta = 5.0
    let taps = (0...2 * half).map { index -> Double in
        let place = Double(index) - center
        let angle = .pi * (cutoff * place)
        let sinc = place == 0 ? 1 : sin(angle) / angle
        let ratio = place / center
        let window = besselI0(beta * (1 - ratio * ratio).squareRoot()) / besselI0(beta)
        return cutoff * sinc * window
    }
    let sum = taps.reduce(0, +)
    return taps.map { $0 / sum }
}

/// The modified Bessel function of order zero, by its series.
private func besselI0(_ x: Double) -> Double {
    let quarter = x * x / 4
    var term = 1.0
    var sum = 1.0
    var order = 1.0
    while term > sum * 1e-18 {
        term *= quarter / (order * order)
        sum += term
        order += 1
    }
    return sum
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
}
