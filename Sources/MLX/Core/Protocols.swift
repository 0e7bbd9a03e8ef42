/// State that a compiled function may change: it lists the arrays that hold it.
public protocol Updatable {
    /// The arrays, whose values may be replaced.
    func innerState() -> [MLXArray]
}

/// Something that holds arrays which can be evaluated.
public protocol Evaluatable {
    /// The arrays.
    func innerState() -> [MLXArray]
}

extension [MLXArray]: Updatable, Evaluatable {
    /// The arrays themselves.
    public func innerState() -> [MLXArray] { self }
}
