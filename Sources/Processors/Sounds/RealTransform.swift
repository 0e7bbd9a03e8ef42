/// The Fourier transform of real values whose number is a power of two, with the order of operations of
/// FFTPACK, which NumPy's `rfft` has, too. It computes in `float64` whatever it is given.
struct RealTransform: Sendable {
    /// How many values there are.
    let count: Int

    private let passes: [Pass]

    /// One pass over all values, in groups of `radix`.
    private struct Pass: Sendable {
        let radix: Int
        /// Values of a group's part.
        let inner: Int
        /// Groups.
        let outer: Int
        /// Cosine and sine by turns, `[radix - 1, inner - 1]`.
        let turns: [Double]
    }

    /// - Precondition: `count` is a power of two, and at least 4.
    init(count: Int) {
        precondition(count >= 4 && count & (count - 1) == 0)
        self.count = count
        var radices = [Int](repeating: 4, count: count.trailingZeroBitCount / 2)
        // A two goes to the front.
        if count.trailingZeroBitCount % 2 == 1 { radices.insert(2, at: 0) }
        let table = TurnTable(count: count)
        var outer = 1
        var passes: [Pass] = []
        for radix in radices {
            let inner = count / (outer * radix)
            var turns: [Double] = []
            for part in 1..<radix {
                for i in stride(from: 1, through: (inner - 1) / 2, by: 1) {
                    let turn = table[part * outer * i]
                    turns += [turn.cosine, turn.sine]
                }
                // Rows have `inner - 1` places; of an even number one is not used.
                if inner > 1, inner.isMultiple(of: 2) { turns.append(0) }
            }
            passes.append(Pass(radix: radix, inner: inner, outer: outer, turns: turns))
            outer *= radix
        }
        self.passes = passes
    }

    /// Transforms values in place: the real part of frequency 0, then real and imaginary parts by turns,
    /// last the real part of the highest.
    ///
    /// - Parameter scratch: room for as many values.
    func forward(_ values: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>) {
        var (from, to) = (values, scratch)
        for pass in passes.reversed() {
            pass.turns.withUnsafeBufferPointer { turns in
                switch pass.radix {
                case 2: Self.halves(pass, from, to, turns)
                default: Self.quarters(pass, from, to, turns)
                }
            }
            swap(&from, &to)
        }
        if from != values { values.update(from: from, count: count) }
    }

    private typealias Values = UnsafeMutablePointer<Double>

    private static func halves(
        _ pass: Pass, _ from: Values, _ to: Values, _ turns: UnsafeBufferPointer<Double>
    ) {
        let (inner, outer) = (pass.inner, pass.outer)
        for group in 0..<outer {
            let a = from + inner * group
            let b = from + inner * (group + outer)
            let even = to + inner * 2 * group
            let odd = even + inner
            even[0] = a[0] + b[0]
            odd[inner - 1] = a[0] - b[0]
            if inner.isMultiple(of: 2) {
                odd[0] = -b[inner - 1]
                even[inner - 1] = a[inner - 1]
            }
            for i in stride(from: 2, to: inner, by: 2) {
                let mirrored = inner - i
                let (re, im) = turned(b, i, turns, at: i - 2)
                even[i - 1] = a[i - 1] + re
                odd[mirrored - 1] = a[i - 1] - re
                even[i] = im + a[i]
                odd[mirrored] = im - a[i]
            }
        }
    }

    private static func quarters(
        _ pass: Pass, _ from: Values, _ to: Values, _ turns: UnsafeBufferPointer<Double>
    ) {
        let (inner, outer) = (pass.inner, pass.outer)
        let root = 0.5.squareRoot()
        for group in 0..<outer {
            let a = from + inner * group
            let b = a + inner * outer
            let c = b + inner * outer
            let d = c + inner * outer
            let first = to + inner * 4 * group
            let second = first + inner
            let third = second + inner
            let fourth = third + inner
            let odd = d[0] + b[0]
            let even = a[0] + c[0]
            third[0] = d[0] - b[0]
            second[inner - 1] = a[0] - c[0]
            first[0] = even + odd
            fourth[inner - 1] = even - odd
            if inner.isMultiple(of: 2) {
                let last = inner - 1
                let im = -root * (b[last] + d[last])
                let re = root * (b[last] - d[last])
                first[last] = a[last] + re
                third[last] = a[last] - re
                fourth[0] = im + c[last]
                second[0] = im - c[last]
            }
            for i in stride(from: 2, to: inner, by: 2) {
                let mirrored = inner - i
                let (re2, im2) = turned(b, i, turns, at: i - 2)
                let (re3, im3) = turned(c, i, turns, at: i - 2 + (inner - 1))
                let (re4, im4) = turned(d, i, turns, at: i - 2 + 2 * (inner - 1))
                let (tr1, tr4) = (re4 + re2, re4 - re2)
                let (ti1, ti4) = (im2 + im4, im2 - im4)
                let (tr2, tr3) = (a[i - 1] + re3, a[i - 1] - re3)
                let (ti2, ti3) = (a[i] + im3, a[i] - im3)
                first[i - 1] = tr2 + tr1
                fourth[mirrored - 1] = tr2 - tr1
                first[i] = ti1 + ti2
                fourth[mirrored] = ti1 - ti2
                third[i - 1] = tr3 + ti4
                second[mirrored - 1] = tr3 - ti4
                third[i] = tr4 + ti3
                second[mirrored] = tr4 - ti3
            }
        }
    }

    /// A complex value turned back by an angle.
    @inline(__always)
    private static func turned(
        _ values: Values, _ i: Int, _ turns: UnsafeBufferPointer<Double>, at place: Int
    ) -> (Double, Double) {
        let (cosine, sine) = (turns[place], turns[place + 1])
        return (
            cosine * values[i - 1] + sine * values[i], cosine * values[i] - sine * values[i - 1]
        )
    }
}
