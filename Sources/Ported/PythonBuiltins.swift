import Foundation

// Python's built-in functions where Swift has none of the same meaning.

/// Python's `zip` of three sequences, as long as the shortest.
public func zip<A: Sequence, B: Sequence, C: Sequence>(
    _ a: A, _ b: B, _ c: C
) -> some Sequence<(A.Element, B.Element, C.Element)> {
    zip(zip(a, b), c).lazy.map { ($0.0, $0.1, $1) }
}

/// Python's `zip` of four sequences, as long as the shortest.
public func zip<A: Sequence, B: Sequence, C: Sequence, D: Sequence>(
    _ a: A, _ b: B, _ c: C, _ d: D
) -> some Sequence<(A.Element, B.Element, C.Element, D.Element)> {
    zip(zip(a, b), zip(c, d)).lazy.map { ($0.0, $0.1, $1.0, $1.1) }
}

/// Python's `zip` of five sequences, as long as the shortest.
public func zip<A: Sequence, B: Sequence, C: Sequence, D: Sequence, E: Sequence>(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E
) -> some Sequence<(A.Element, B.Element, C.Element, D.Element, E.Element)> {
    zip(zip(a, b), zip(c, d, e)).lazy.map { ($0.0, $0.1, $1.0, $1.1, $1.2) }
}

/// Python's `round(value, digits)`: the nearest number of so many decimals, of two the one that ends evenly.
public func pythonRound(_ value: Double, digits: Int) -> Double {
    guard value.isFinite, digits >= 0 else {
        guard value.isFinite else { return value }
        let unit = Foundation.pow(10, Double(-digits))
        return (value / unit).rounded(.toNearestOrEven) * unit
    }
    // Far beyond the digits that a number has, it is itself.
    return digits > 400 ? value : Double(String(format: "%.\(digits)f", value)) ?? value
}

/// Python's `range(start, end, step)`; a failure of the engine, and nothing, for a step of 0.
public func pythonRange(_ start: Int, _ end: Int, step: Int) -> StrideTo<Int> {
    guard step != 0 else {
        _ = failure("range", "the step is 0")
        return stride(from: 0, to: 0, by: 1)
    }
    return stride(from: start, to: end, by: step)
}

extension Int {
    /// Python's `self ** exponent` where that is a whole number.
    ///
    /// - Throws: `PythonError.notAnInteger` for a negative exponent or a power beyond 64 bits.
    public func power(_ exponent: Int) throws -> Int {
        var (result, base, rest) = (1, self, exponent)
        guard rest >= 0 else { throw PythonError.notAnInteger(pow(Double(self), Double(exponent))) }
        func product(_ a: Int, _ b: Int) throws -> Int {
            let (value, isTooLarge) = a.multipliedReportingOverflow(by: b)
            if isTooLarge { throw PythonError.notAnInteger(pow(Double(self), Double(exponent))) }
            return value
        }
        while rest > 0 {
            if rest & 1 == 1 { result = try product(result, base) }
            rest >>= 1
            if rest > 0 { base = try product(base, base) }
        }
        return result
    }
}

extension RandomAccessCollection {
    /// Python's `list[start:end:step]`: bounds may count from the end and lie beyond it.
    ///
    /// - Precondition: `step` is positive.
    public func slice(from start: Int = 0, to end: Int? = nil, by step: Int = 1) -> [Element] {
        precondition(step > 0, "A slice's step has to be positive")
        func position(_ bound: Int) -> Int {
            Swift.min(Swift.max(bound < 0 ? bound + count : bound, 0), count)
        }
        return stride(from: position(start), to: position(end ?? count), by: step).map {
            self[index(startIndex, offsetBy: $0)]
        }
    }
}

extension Double {
    /// Python's `x.is_integer()`.
    public var isWhole: Bool { isFinite && self == rounded(.towardZero) }
}

extension String {
    /// Python's `text.isdigit()`.
    public var isDigits: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy {
                [.decimal, .digit].contains($0.properties.numericType)
            }
    }

    /// Python's `text.removeprefix(prefix)`.
    public func removingPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }

    /// Python's `text.removesuffix(suffix)`.
    public func removingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }

    /// Python's `text[index]`.
    ///
    /// - Precondition: `index` is not negative and less than the length.
    public func character(at index: Int) -> String {
        String(self[self.index(startIndex, offsetBy: index)])
    }
}

/// A warning of the source, which Python prints: on standard error, as results go to standard output.
public func warn(_ parts: any CustomStringConvertible...) {
    let text = parts.map { "\($0)" }.joined(separator: " ")
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
