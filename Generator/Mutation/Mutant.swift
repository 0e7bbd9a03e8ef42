/// What is done to a piece of Swift to make it wrong.
public enum MutationKind: String, Sendable, Codable, CaseIterable {
    /// `a + b` becomes `a - b`, `if x` becomes `if !x`.
    case operatorSwapped = "operator swapped"
    /// Another axis, or two axes of a transposition exchanged.
    case axisChanged = "axis changed"
    /// Another number.
    case constantChanged = "constant changed"
    /// A factor left out, or a scale that is 1.
    case scaleDropped = "scale dropped"
    /// A mask left out, its comparison turned round, or its branches exchanged.
    case maskInverted = "mask inverted"
    /// A conversion of the element type left out.
    case castDropped = "dtype cast dropped"
    /// A result converted to another element type.
    case castAdded = "dtype cast added"
    /// A position in the cache off by one.
    case cacheOffset = "cache offset off by one"
    /// Another norm of the same module.
    case normOrderSwapped = "norm order swapped"
    /// The weights of two layers exchanged.
    case weightKeySwapped = "weight key swapped"
    /// The other form of rotary embedding.
    case ropeFlagFlipped = "rope flag flipped"
}

/// One fault that can be switched on in a program.
public struct Mutant: Sendable, Codable, Hashable {
    /// What the program is given to switch it on.
    public var id: Int
    /// What is done.
    public var kind: MutationKind
    /// The Swift file, below the folder that is mutated.
    public var file: String
    /// The line of the statement that is changed, counted from 1.
    public var line: Int
    /// The last line of that statement.
    public var lastLine: Int
    /// The last line of what a condition decides; of other statements their last line.
    public var bodyEnd: Int
    /// The type and function around it, `LlamaAttention.callAsFunction`.
    public var function: String
    /// What the code says.
    public var original: String
    /// What it says with the fault.
    public var changed: String
    /// The observed places of the statement, as instrumentation names them: what it assigns or returns,
    /// and for a condition all that the branches do.
    public var places: [String]
    /// The weight keys of the modules that the statement of an initialiser makes, or whose declaration is
    /// changed; else empty.
    public var keys: [String]
    /// Whether the program without faults says if the changed number makes a difference where it stands.
    public var isEffectTold = false

    /// Whether the code makes an object, as a layer is.
    public var makesLayer: Bool { original.contains(/\b[A-Z]\w*\(/) }
}

/// A Swift file in which faults can be switched on.
public struct MutatedSwift: Sendable {
    /// The text: every line is where it was.
    public let text: String
    /// The faults in the order of the text.
    public let mutants: [Mutant]
    /// The number of the last fault, left out or not; the one before the first where there is none.
    public let lastID: Int
}
