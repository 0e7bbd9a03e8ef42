import Foundation
import MLX
import MLXNN

/// Weights that a seed and a parameter's path determine, equal to the bit wherever the rule is
/// implemented: reference and candidate get the same model without a file between them.
///
/// Element i of the parameter `name` is made from the bits
/// `mix(fnv1a64(name) ^ seed · γ + (i + 1) · γ)`, γ = 0x9E3779B97F4A7C15, where `mix` is
/// SplitMix64's finaliser. The upper 24 bits are a number r in [-0.5, 0.5), exact in float32. A
/// matrix takes 2r · √(3 / fanIn), fanIn being the product of all dimensions but the first, so that
/// activations neither vanish nor grow; a vector named `weight`, which scales, takes 1 + 0.2r; any
/// other vector takes 0.2r. All of it is computed in float32.
public struct SeededWeights: Sendable {
    /// The seed.
    public let seed: UInt64

    private static let gamma: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The rule with a seed.
    public init(seed: UInt64) {
        self.seed = seed
    }

    /// The values of one parameter, in C order.
    public func values(name: String, shape: [Int]) -> [Float] {
        let count = shape.reduce(1, *)
        var state = Self.hash(name) ^ (seed &* Self.gamma)
        let fanIn = shape.dropFirst().reduce(1, *)
        let isMatrix = shape.count >= 2
        let isScale = shape.count == 1 && name.split(separator: ".").last == "weight"
        let bound = isMatrix ? (3 / Float(fanIn)).squareRoot() : 0
        return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                state &+= Self.gamma
                let r = Float(Self.mix(state) >> 40) / 16_777_216 - 0.5
                buffer[index] = isMatrix ? r * 2 * bound : isScale ? 1 + 0.2 * r : 0.2 * r
            }
            initialized = count
        }
    }

    /// One parameter as an array of type `dtype`.
    public func array(name: String, shape: [Int], dtype: DType) -> MLXArray {
        MLXArray(values(name: name, shape: shape), shape).asType(dtype)
    }

    /// Fills every floating-point parameter of a model.
    ///
    /// - Parameter dtype: the type of the parameters afterwards.
    /// - Throws: ``ModelRuntimeError`` if the parameters do not fit into memory, and what updating the
    ///   model throws.
    public func fill(_ model: Module, dtype: DType) throws {
        let size = model.parameters().flattened().reduce(0.0) { $0 + Double($1.1.size) }
        guard size * Double(dtype.size) < Double(ProcessInfo.processInfo.physicalMemory) else {
            throw ModelRuntimeError.engine("\(size) parameters do not fit into memory")
        }
        let parameters = model.parameters().flattened().compactMap { name, parameter in
            parameter.dtype.isReal
                ? (name, array(name: name, shape: parameter.shape, dtype: dtype)) : nil
        }
        try model.update(parameters: ModuleParameters.unflattened(parameters), verify: .none)
    }

    /// FNV-1a over the UTF-8 bytes.
    static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// SplitMix64's finaliser.
    static func mix(_ state: UInt64) -> UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
