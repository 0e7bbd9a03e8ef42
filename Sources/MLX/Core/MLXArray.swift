internal import CMLX

/// An n-dimensional array of one dtype: a node of the engine's lazy graph.
///
/// The handle, one shared pointer of the engine, lies inside the object. Operations make new arrays;
/// subscript assignment and operators like `+=` change which value this object refers to, as in Python.
///
/// Any thread may use an array. Two threads must not change the same object at once; evaluation is
/// serialised inside.
///
/// Source: `mlx.core.array`.
public final class MLXArray {
    /// The engine's handle. A null descriptor is the stand-in that a failed operation returned.
    @exclusivity(unchecked) var handle: cmlx_array

    /// Takes ownership of `handle` and reports the error of a stand-in.
    init(_ handle: cmlx_array) {
        self.handle = handle
        if handle.descriptor == nil {
            reportFailure(of: handle)
        }
    }

    deinit {
        cmlx_release(handle)
    }

    /// No array, for optional arguments of the engine.
    public static var mlxNone: MLXArray {
        MLXArray(cmlx_array(descriptor: nil, owner: nil))
    }

    /// A new object for the same value.
    func copyContext() -> MLXArray {
        withExtendedLifetime(self) { MLXArray(cmlx_retain(handle)) }
    }

    /// Makes this object refer to `array`'s value.
    public func _updateInternal(_ array: MLXArray) {
        replace(with: withExtendedLifetime(array) { cmlx_retain(array.handle) })
    }

    /// Takes ownership of `new` in place of the present handle.
    func replace(with new: cmlx_array) {
        let old = handle
        handle = new
        cmlx_release(old)
    }

    /// The same for objects that refer to the same value, as long as one of them does; nil for a stand-in.
    package var valueIdentity: UnsafeRawPointer? { UnsafeRawPointer(handle.descriptor) }

    /// True for the stand-in of a failed operation.
    var isStandIn: Bool { handle.descriptor == nil }
}

// MARK: - Properties

extension MLXArray {
    /// Bytes of one element.
    public var itemSize: Int { dtype.size }

    /// The number of all elements.
    public var size: Int { withExtendedLifetime(self) { cmlx_size(handle) } }

    /// The length of the first dimension; 1 for a 0-d array.
    public var count: Int { ndim == 0 ? 1 : dim(0) }

    /// Bytes of all elements.
    public var nbytes: Int { withExtendedLifetime(self) { cmlx_nbytes(handle) } }

    /// The number of dimensions.
    public var ndim: Int { withExtendedLifetime(self) { cmlx_ndim(handle) } }

    /// The type of the elements.
    public var dtype: DType { withExtendedLifetime(self) { DType(cmlx_dtype_of(handle)) } }

    /// The dimensions.
    public var shape: [Int] {
        withShape { shape in shape.map(Int.init) }
    }

    /// The dimensions of a 2-d array; an error and ones for another rank.
    public var shape2: (Int, Int) {
        hasRank(2) ? (dim(0), dim(1)) : (1, 1)
    }

    /// The dimensions of a 3-d array; an error and ones for another rank.
    public var shape3: (Int, Int, Int) {
        hasRank(3) ? (dim(0), dim(1), dim(2)) : (1, 1, 1)
    }

    /// The dimensions of a 4-d array; an error and ones for another rank.
    public var shape4: (Int, Int, Int, Int) {
        hasRank(4) ? (dim(0), dim(1), dim(2), dim(3)) : (1, 1, 1, 1)
    }

    /// The strides in elements of the array once it is evaluated.
    public var strides: [Int] {
        eval()
        return withExtendedLifetime(self) {
            guard let strides = cmlx_strides(handle) else { return [] }
            return (0..<ndim).map { Int(strides[$0]) }
        }
    }

    /// The length of one dimension; negative counts from the end.
    ///
    /// A dimension that does not exist is an error, and so that code that divides by it goes on, 1.
    public func dim(_ dim: Int) -> Int {
        withShape { shape in
            let axis = dim < 0 ? dim + shape.count : dim
            guard shape.indices.contains(axis) else {
                if !isStandIn {
                    record("dim", "dimension \(dim) does not exist in shape \(shape.map(Int.init))")
                }
                return 1
            }
            return Int(shape[axis])
        }
    }

    /// Calls `body` with the dimensions, uncopied.
    @inline(__always)
    func withShape<R>(_ body: (UnsafeBufferPointer<Int32>) -> R) -> R {
        withExtendedLifetime(self) {
            let shape = cmlx_shape(handle)
            return body(UnsafeBufferPointer(start: shape.values, count: shape.count))
        }
    }

    private func hasRank(_ rank: Int) -> Bool {
        if ndim != rank && !isStandIn {
            record("shape\(rank)", "the array has shape \(shape), not \(rank) dimensions")
        }
        return ndim == rank
    }
}

// MARK: - Conversion

extension MLXArray {
    /// The elements converted to `type`; the array itself if they have it already.
    ///
    /// Source: `mlx.core.array.astype`.
    public func asType(_ type: DType, stream: StreamOrDevice = .default) -> MLXArray {
        unary(self) { cmlx_astype($0, type.code, stream.code) }
    }

    /// The elements converted to the dtype of a Swift type.
    public func asType(_ type: (some HasDType).Type, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        asType(type.dtype, stream: stream)
    }

    /// A real array as the imaginary part of a complex one.
    public func asImaginary(stream: StreamOrDevice = .default) -> MLXArray {
        let i = MLXArray(real: 0, imaginary: 1)
        return binary(CMLX_BINARY_multiply, self, i, stream)
    }

    /// The real parts of a complex array.
    ///
    /// Source: `mlx.core.real`.
    public func realPart(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_real, self, stream)
    }

    /// The imaginary parts of a complex array.
    ///
    /// Source: `mlx.core.imag`.
    public func imaginaryPart(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_imag, self, stream)
    }
}

extension MLXArray: CustomStringConvertible {
    /// Python's printed form. Evaluates the array.
    public var description: String {
        var text = ""
        let error = withUnsafeMutablePointer(to: &text) { context in
            withExtendedLifetime(self) {
                cmlx_describe(handle, context) { context, text in
                    context?.assumingMemoryBound(to: String.self).pointee = String(cString: text)
                }
            }
        }
        if let error {
            return "array(failed: \(consume(error, reporting: false)))"
        }
        return text
    }
}

extension MLXArray: Updatable, Evaluatable {
    /// The array itself.
    public func innerState() -> [MLXArray] { [self] }
}
