// What Python's operators mean where Swift's mean something else.

// MARK: - `x or y`

extension Optional where Wrapped: Numeric {
    /// The number unless it is nil or 0: Python's `x or y` is `x.nonZero ?? y`.
    public var nonZero: Wrapped? { self == .some(.zero) ? nil : self }
}

extension Numeric {
    /// The number unless it is 0: Python's `x or y` is `x.nonZero ?? y`.
    public var nonZero: Self? { self == .zero ? nil : self }
}

extension Optional where Wrapped: Collection {
    /// The string, list or dictionary unless it is nil or empty: Python's `x or y` is
    /// `x.nonEmpty ?? y`.
    public var nonEmpty: Wrapped? { self?.isEmpty == true ? nil : self }
}

extension Collection {
    /// The string, list or dictionary unless it is empty: Python's `x or y` is `x.nonEmpty ?? y`.
    public var nonEmpty: Self? { isEmpty ? nil : self }
}

// MARK: - `//` and `%`

/// Errors of Python's built-in operations.
public enum PythonError: Error, Equatable, CustomStringConvertible {
    /// `ZeroDivisionError`.
    case zeroDivision
    /// `ValueError` of `list.index`.
    case notInList(String)
    /// `OverflowError` or `ValueError` of a conversion of infinity or NaN to a whole number.
    case notAnInteger(Double)
    /// `ValueError` of an operation for which a number must not be negative.
    case negative(Int)
    /// A whole number beyond 64 bits, which Python's integers have no end to.
    case beyondBits(String)
    /// `IndexError` of an element beyond a list's ends.
    case outOfRange(Int)

    public var description: String {
        switch self {
        case .zeroDivision: "division by zero"
        case .notInList(let value): "\(value) is not in list"
        case .notAnInteger(let value): "cannot convert \(value) to a whole number"
        case .negative(let value): "\(value) is negative"
        case .beyondBits(let expression): "\(expression) is beyond 64 bits"
        case .outOfRange(let index): "list index \(index) is out of range"
        }
    }
}

extension BinaryInteger {
    /// Python's `self // divisor`: rounded towards negative infinity.
    ///
    /// - Throws: `PythonError.zeroDivision`.
    public func floorDivided(by divisor: Self) throws -> Self {
        guard divisor != 0 else { throw PythonError.zeroDivision }
        return floorQuotient(divisor)
    }

    /// Python's `self % divisor`: it has the sign of the divisor.
    ///
    /// - Throws: `PythonError.zeroDivision`.
    public func floorModulo(_ divisor: Self) throws -> Self {
        guard divisor != 0 else { throw PythonError.zeroDivision }
        return floorRemainder(divisor)
    }
}

extension BinaryInteger {
    /// Python's `self // divisor` where the divisor cannot be 0, such as a shape's.
    ///
    /// - Precondition: `divisor` is not 0.
    public func floorQuotient(_ divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// Python's `self % divisor` where the divisor cannot be 0, such as a shape's.
    ///
    /// - Precondition: `divisor` is not 0.
    public func floorRemainder(_ divisor: Self) -> Self {
        let remainder = self % divisor
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? remainder + divisor : remainder
    }
}

extension Int {
    /// Python's `self << count`.
    ///
    /// - Throws: `PythonError.negative` if `count` is, `PythonError.beyondBits` if the number is too large for Swift's.
    public func shiftedLeft(by count: Int) throws -> Int {
        guard count >= 0 else { throw PythonError.negative(count) }
        let shifted = self << count
        guard shifted >> count == self else {
            throw PythonError.beyondBits("\(self) << \(count)")
        }
        return shifted
    }

    /// Python's `self >> count`: rounded towards negative infinity.
    ///
    /// - Throws: `PythonError.negative` if `count` is.
    public func shiftedRight(by count: Int) throws -> Int {
        guard count >= 0 else { throw PythonError.negative(count) }
        return self >> count
    }
}

extension Double {
    /// Python's `self // divisor`.
    ///
    /// - Throws: `PythonError.zeroDivision`.
    public func floorDivided(by divisor: Double) throws -> Double {
        guard divisor != 0 else { throw PythonError.zeroDivision }
        let remainder = truncatingRemainder(dividingBy: divisor)
        var quotient = (self - remainder) / divisor
        if remainder != 0, (remainder < 0) != (divisor < 0) { quotient -= 1 }
        guard quotient != 0 else { return Double(signOf: self / divisor, magnitudeOf: 0) }
        let floored = quotient.rounded(.down)
        return quotient - floored > 0.5 ? floored + 1 : floored
    }

    /// Python's `self % divisor`: it has the sign of the divisor.
    ///
    /// - Throws: `PythonError.zeroDivision`.
    public func floorModulo(_ divisor: Double) throws -> Double {
        guard divisor != 0 else { throw PythonError.zeroDivision }
        let remainder = truncatingRemainder(dividingBy: divisor)
        guard remainder != 0 else { return Double(signOf: divisor, magnitudeOf: 0) }
        return (remainder < 0) != (divisor < 0) ? remainder + divisor : remainder
    }

    /// Python's `int(self)`: rounded towards zero.
    ///
    /// - Throws: `PythonError.notAnInteger` if it is infinite, NaN or beyond 64 bits.
    public func truncatedToInt() throws -> Int {
        guard let integer = Int(exactly: rounded(.towardZero)) else {
            throw PythonError.notAnInteger(self)
        }
        return integer
    }
}

// MARK: - Built-in functions

/// Python's `math.isqrt(n)`: the largest integer whose square is not above `n`.
///
/// - Throws: `PythonError.negative` if `n` is.
public func integerSquareRoot(_ n: Int) throws -> Int {
    guard n >= 0 else { throw PythonError.negative(n) }
    var root = Int(Double(n).squareRoot())
    // A double has fewer digits than a large integer.
    func isTooLarge(_ root: Int) -> Bool {
        let (square, overflow) = root.multipliedReportingOverflow(by: root)
        return overflow || square > n
    }
    while isTooLarge(root) { root -= 1 }
    while !isTooLarge(root + 1) { root += 1 }
    return root
}

/// Python's `round(x)`: halves go to the even neighbour.
///
/// - Throws: `PythonError.notAnInteger` if `x` is infinite, NaN or beyond 64 bits.
public func pythonRound(_ x: Double) throws -> Int {
    try x.rounded(.toNearestOrEven).truncatedToInt()
}

extension Collection where Element: Equatable {
    /// Python's `list.index(element, start)`: how many elements are before the first equal one that is not before
    /// `start`, which counts from the end where it is negative.
    ///
    /// - Throws: `PythonError.notInList`.
    public func requiredIndex(of element: Element, from start: Int = 0) throws -> Int {
        let skipped = start < 0 ? Swift.max(0, count + start) : start
        guard let index = dropFirst(skipped).firstIndex(of: element) else {
            throw PythonError.notInList(
                (element as? String).map { "'\($0)'" } ?? String(describing: element))
        }
        return distance(from: startIndex, to: index)
    }
}

/// The layer if `isinstance` says so of a class that quantising or adapting a model replaces: what takes
/// its place is a subclass in Swift, and is none in Python.
public func instance<Layer: AnyObject>(_ value: Layer?, ofExactly type: Layer.Type) -> Layer? {
    value.flatMap { Swift.type(of: $0) == type ? $0 : nil }
}

/// `isinstance` of a layer whose class quantising or adapting a model replaces.
public func isInstance<Layer: AnyObject>(_ value: Layer?, ofExactly type: Layer.Type) -> Bool {
    instance(value, ofExactly: type) != nil
}
