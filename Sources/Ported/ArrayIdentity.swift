import MLX

/// An array as an element of Python's sets, where only the same object is equal.
public struct ArrayIdentity: Hashable {
    // Held, so that no other array gets its place in memory.
    private let array: MLXArray

    public init(_ array: MLXArray) { self.array = array }

    public static func == (left: Self, right: Self) -> Bool { left.array === right.array }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(array)) }
}
