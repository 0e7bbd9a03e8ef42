/// The configuration of a model, as in its `config.json`.
public protocol BaseModelConfiguration: Codable, Sendable {
    /// `model_type`, which says which family the model is of.
    var modelType: String { get }
}

/// A configuration of which some layers attend to the last tokens only.
public protocol SlidingWindowConfiguration {
    /// How many tokens such a layer sees; nil if there are none.
    var slidingWindow: Int? { get }
}
