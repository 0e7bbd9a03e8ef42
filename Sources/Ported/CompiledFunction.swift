import MLX
import Synchronization

/// What a compiled function takes: an array, or an array that may be missing.
public protocol CompiledInput {
    /// The array, if there is one.
    var input: MLXArray? { get }
    /// The same kind of input while the function is traced.
    static func traced(_ array: MLXArray?) -> Self
}

extension MLXArray: CompiledInput {
    public var input: MLXArray? { self }
    public static func traced(_ array: MLXArray?) -> MLXArray { array! }
}

extension Optional: CompiledInput where Wrapped == MLXArray {
    public var input: MLXArray? { self }
    public static func traced(_ array: MLXArray?) -> Self { array }
}

/// The result of a function of arrays that is compiled at its first call, as Python's `mx.compile`
/// does it with a decorator.
///
/// A function is known by the place of the call. As in Python, it is compiled once for each
/// combination of its constants and of missing arrays, which become part of the graph; besides its
/// arguments, `body` may use nothing but these constants.
///
/// - Parameters:
///   - inputs: the arrays
///   - constants: the numbers, strings and truth values that `body` uses
///   - shapeless: whether the function is not traced again for other shapes
///   - body: the function
public func compiled<each Input: CompiledInput, each Constant: Hashable & Sendable>(
    _ inputs: repeat each Input, by constants: repeat each Constant, shapeless: Bool = false,
    file: StaticString = #fileID, line: UInt = #line,
    _ body: @escaping (repeat each Input) -> MLXArray
) -> MLXArray {
    var call = CompiledCall(file: file, line: line)
    for input in repeat each inputs { call.add(input) }
    for constant in repeat each constants { call.key.constants.append(AnyHashable(constant)) }
    return call.results(1, shapeless: shapeless) { arrays in
        [body(repeat (each Input).traced(arrays.next()))]
    }[0]
}

/// The same for a function of two results.
public func compiled<each Input: CompiledInput, each Constant: Hashable & Sendable>(
    _ inputs: repeat each Input, by constants: repeat each Constant, shapeless: Bool = false,
    file: StaticString = #fileID, line: UInt = #line,
    _ body: @escaping (repeat each Input) -> (MLXArray, MLXArray)
) -> (MLXArray, MLXArray) {
    var call = CompiledCall(file: file, line: line)
    for input in repeat each inputs { call.add(input) }
    for constant in repeat each constants { call.key.constants.append(AnyHashable(constant)) }
    let results = call.results(2, shapeless: shapeless) { arrays in
        let (first, second) = body(repeat (each Input).traced(arrays.next()))
        return [first, second]
    }
    return (results[0], results[1])
}

/// The same for a function of three results.
public func compiled<each Input: CompiledInput, each Constant: Hashable & Sendable>(
    _ inputs: repeat each Input, by constants: repeat each Constant, shapeless: Bool = false,
    file: StaticString = #fileID, line: UInt = #line,
    _ body: @escaping (repeat each Input) -> (MLXArray, MLXArray, MLXArray)
) -> (MLXArray, MLXArray, MLXArray) {
    var call = CompiledCall(file: file, line: line)
    for input in repeat each inputs { call.add(input) }
    for constant in repeat each constants { call.key.constants.append(AnyHashable(constant)) }
    let results = call.results(3, shapeless: shapeless) { arrays in
        let (first, second, third) = body(repeat (each Input).traced(arrays.next()))
        return [first, second, third]
    }
    return (results[0], results[1], results[2])
}

/// One call of a compiled function.
private struct CompiledCall {
    /// What a compiled function is known by.
    struct Key: Hashable, @unchecked Sendable {
        let file: UnsafePointer<UInt8>
        let line: UInt
        /// Which of the inputs are there.
        var presence: [Bool] = []
        /// Hashable and Sendable values.
        var constants: [AnyHashable] = []
    }

    private static let functions = Mutex<[Key: @Sendable ([MLXArray]) -> [MLXArray]]>([:])

    var key: Key
    var arrays: [MLXArray] = []

    init(file: StaticString, line: UInt) {
        key = Key(file: file.utf8Start, line: line)
    }

    mutating func add(_ input: some CompiledInput) {
        key.presence.append(input.input != nil)
        if let array = input.input { arrays.append(array) }
    }

    /// The results, by the function that was compiled for the key or is now; stand-ins where the
    /// engine has reported an error.
    func results(
        _ count: Int, shapeless: Bool, _ body: @escaping (TracedArrays) -> [MLXArray]
    ) -> [MLXArray] {
        let function = Self.functions.withLock { functions in
            if let function = functions[key] { return function }
            let presence = key.presence
            let function = compile(shapeless: shapeless) { (arrays: [MLXArray]) in
                body(TracedArrays(arrays, presence))
            }
            functions[key] = function
            return function
        }
        let results = function(arrays)
        guard results.count == count else {
            let standIn = failure("compile", "the function has not been computed")
            return Array(repeating: standIn, count: count)
        }
        return results
    }
}

/// The arrays of a trace, handed out in the order of the inputs.
private final class TracedArrays {
    private var arrays: [MLXArray].Iterator
    private var presence: [Bool].Iterator

    init(_ arrays: [MLXArray], _ presence: [Bool]) {
        self.arrays = arrays.makeIterator()
        self.presence = presence.makeIterator()
    }

    func next() -> MLXArray? {
        presence.next() == true ? arrays.next() : nil
    }
}
