import MLX

/// Layers one behind the other (`nn.Sequential`).
open class Sequential: Module, UnaryLayer {
    /// The layers in the order in which they are called.
    @ModuleInfo public var layers: [UnaryLayer]

    /// The given layers.
    public init(layers: [UnaryLayer]) {
        self.layers = layers
    }

    /// The given layers.
    public init(layers: UnaryLayer...) {
        self.layers = layers
    }

    /// The layers that a block lists.
    public init(@SequentialBuilder layers: () -> [UnaryLayer]) {
        self.layers = layers()
    }

    /// The last layer's output.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { layers.reduce(x) { $1($0) } }
    }
}

/// Lists the layers of a ``Sequential``.
@resultBuilder
public struct SequentialBuilder {
    /// A layer.
    public static func buildExpression(_ value: UnaryLayer) -> [UnaryLayer] { [value] }
    /// The first entry.
    public static func buildPartialBlock(first: [UnaryLayer]) -> [UnaryLayer] { first }
    /// A further entry.
    public static func buildPartialBlock(
        accumulated: [UnaryLayer], next: [UnaryLayer]
    ) -> [UnaryLayer] { accumulated + next }
    /// The entries of a loop.
    public static func buildArray(_ value: [[UnaryLayer]]) -> [UnaryLayer] { value.flatMap { $0 } }
    /// The entries of an `if`.
    public static func buildEither(first: [UnaryLayer]) -> [UnaryLayer] { first }
    /// The entries of an `else`.
    public static func buildEither(second: [UnaryLayer]) -> [UnaryLayer] { second }
    /// The entries of an `if` without `else`; an ``Identity`` keeps the places of what follows.
    public static func buildOptional(_ component: [UnaryLayer]?) -> [UnaryLayer] {
        component ?? [Identity()]
    }
}
