extension DType {
    /// The largest finite value as a 0-d array of this dtype; an error for a dtype that is no
    /// floating-point type.
    public var greatestFiniteMagnitudeArray: MLXArray {
        guard let finfo else {
            return .failed("greatestFiniteMagnitudeArray", "\(self) is no floating-point type")
        }
        return MLXArray(finfo.max, dtype: self)
    }

    /// The limits of a floating-point type; nil for other types.
    ///
    /// Source: `mlx.core.finfo`.
    public var finfo: FInfo? { isFloatingPoint ? FInfo(dtype: self) : nil }

    /// Limits of a floating-point type. `complex64` has those of `float32`.
    ///
    /// Source: `mlx.core.finfo`.
    public struct FInfo: Sendable {
        /// The type.
        public let dtype: DType

        /// The limits of a floating-point type; an error for other types, and the limits of `float32`.
        public init(dtype: DType) {
            self.dtype = dtype
            if !dtype.isFloatingPoint {
                record("finfo", "\(dtype) is no floating-point type")
            }
        }

        /// The distance from 1 to the next larger value.
        public var eps: Double {
            switch dtype {
            case .float16: 0x1p-10
            case .bfloat16: 0x1p-7
            case .float64: .ulpOfOne
            default: Double(Float.ulpOfOne)
            }
        }

        /// The most negative finite value.
        public var min: Double { -max }

        /// The largest finite value.
        public var max: Double {
            switch dtype {
            case .float16: 0x1.FFCp15
            case .bfloat16: 0x1.FEp127
            case .float64: .greatestFiniteMagnitude
            default: Double(Float.greatestFiniteMagnitude)
            }
        }

        /// The smallest positive normal value.
        public var smallestNormal: Double {
            switch dtype {
            case .float16: 0x1p-14
            case .float64: .leastNormalMagnitude
            default: Double(Float.leastNormalMagnitude)
            }
        }

        /// The smallest positive value.
        public var smallestSubnormal: Double {
            switch dtype {
            case .float16: 0x1p-24
            case .bfloat16: 0x1p-133
            case .float64: .leastNonzeroMagnitude
            default: Double(Float.leastNonzeroMagnitude)
            }
        }
    }
}

extension MLXArray {
    /// The most negative finite value of a floating-point `dtype`, 0-d, to fill masked scores with;
    /// an error for other types.
    public static func maskFill(for dtype: DType) -> MLXArray {
        guard let finfo = dtype.finfo else {
            return .failed("maskFill", "\(dtype) is no floating-point type")
        }
        return MLXArray(finfo.min, dtype: dtype)
    }
}
