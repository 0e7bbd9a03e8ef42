/// A kind of dtype. mlx-swift has no spelling for it.
///
/// Source: `mlx.core.DtypeCategory`.
public enum DTypeCategory: String, Hashable, Sendable, CaseIterable {
    case generic, number, inexact, floating, complexFloating, integer, signedInteger,
        unsignedInteger

    /// Whether the category holds a dtype.
    public func contains(_ dtype: DType) -> Bool {
        switch self {
        case .generic: true
        case .number: dtype != .bool
        case .inexact: dtype.isFloatingPoint
        case .floating: dtype.isFloatingPoint && !dtype.isComplex
        case .complexFloating: dtype.isComplex
        case .integer: dtype.isInteger
        case .signedInteger: dtype.isSignedInteger
        case .unsignedInteger: dtype.isUnsignedInteger
        }
    }
}

/// Whether a dtype is of a category.
///
/// Source: `mlx.core.issubdtype`.
public func isSubtype(_ dtype: DType, of category: DTypeCategory) -> Bool {
    category.contains(dtype)
}

/// Whether two dtypes are the same: a dtype has no other subtypes.
///
/// Source: `mlx.core.issubdtype`.
public func isSubtype(_ dtype: DType, of other: DType) -> Bool { dtype == other }
