import MLX

/// A layer that can give its quantised form.
public protocol Quantizable {
    /// The layer with its weight in groups of `groupSize` values of `bits` bits.
    func toQuantized(groupSize: Int, bits: Int, mode: QuantizationMode) -> Module
}

extension Quantizable {
    /// The layer quantised with ``QuantizationMode/affine``.
    public func toQuantized(groupSize: Int, bits: Int) -> Module {
        toQuantized(groupSize: groupSize, bits: bits, mode: .affine)
    }
}

/// A layer whose weight is quantised.
public protocol Quantized: Module {
    /// How many values share a scale.
    var groupSize: Int { get }
    /// How many bits a value has.
    var bits: Int { get }
    /// How values are coded.
    var mode: QuantizationMode { get }
}

extension QuantizationMode {
    /// Group size and bits where none are given (`_defaults_for_mode`).
    public var defaults: (groupSize: Int, bits: Int) {
        switch self {
        case .affine: (64, 4)
        case .mxfp4: (32, 4)
        case .nvfp4: (16, 4)
        case .mxfp8: (32, 8)
        }
    }
}

/// The quantised form of a layer; nil if it has none or is quantised.
public func quantizeSingle(
    layer: Module, groupSize: Int = 64, bits: Int = 4, mode: QuantizationMode = .affine
) -> Quantized? {
    guard !(layer is Quantized) else { return nil }
    return (layer as? Quantizable)?
        .toQuantized(groupSize: groupSize, bits: bits, mode: mode) as? Quantized
}

/// Replaces the layers of a model by their quantised forms (`nn.quantize`).
///
/// A layer can be replaced where its property is a ``ModuleInfo``; another one is an MLX error of
/// the current scope. Weights are quantised when they are first evaluated.
///
/// - Parameters:
///   - model: the model, which is changed
///   - groupSize: how many values share a scale; the mode's own number by default
///   - bits: how many bits a value has; the mode's own number by default
///   - mode: how values are coded
///   - filter: whether to quantise the layer of a path
///   - apply: gives the quantised form of a layer; nil leaves it as it is
public func quantize(
    model: Module,
    groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine,
    filter: (String, Module) -> Bool = { _, _ in true },
    apply: (Module, Int, Int, QuantizationMode) -> Module? = quantizeSingle(
        layer:groupSize:bits:mode:)
) {
    let (groupSize, bits) = (groupSize ?? mode.defaults.groupSize, bits ?? mode.defaults.bits)
    quantize(
        model: model, filter: { filter($0, $1) ? (groupSize, bits, mode) : nil }, apply: apply)
}

/// Replaces the layers of a model by their quantised forms, each in a way of its own.
///
/// - Parameters:
///   - model: the model, which is changed
///   - filter: how to quantise the layer of a path; nil leaves it as it is
///   - apply: gives the quantised form of a layer; nil leaves it as it is
public func quantize(
    model: Module,
    filter: (String, Module) -> (groupSize: Int, bits: Int, mode: QuantizationMode)?,
    apply: (Module, Int, Int, QuantizationMode) -> Module? = quantizeSingle(
        layer:groupSize:bits:mode:)
) {
    let updates = model.leafModules().flattened().compactMap { path, layer in
        filter(path, layer).flatMap { apply(layer, $0.groupSize, $0.bits, $0.mode) }
            .map { (path, $0) }
    }
    model.update(modules: ModuleChildren.unflattened(updates))
}
