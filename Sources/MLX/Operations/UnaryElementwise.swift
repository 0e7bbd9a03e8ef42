internal import CMLX

// Operations on each element of one array.

/// The absolute value of each element.
///
/// Source: `mlx.core.abs`.
public func abs(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_abs, array, stream)
}

/// The inverse cosine of each element.
///
/// Source: `mlx.core.arccos`.
public func acos(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_arccos, array, stream)
}

/// The inverse hyperbolic cosine of each element.
///
/// Source: `mlx.core.arccosh`.
public func acosh(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_arccosh, array, stream)
}

/// The inverse sine of each element.
///
/// Source: `mlx.core.arcsin`.
public func asin(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_arcsin, array, stream)
}

/// The inverse hyperbolic sine of each element.
///
/// Source: `mlx.core.arcsinh`.
public func asinh(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_arcsinh, array, stream)
}

/// The inverse tangent of each element.
///
/// Source: `mlx.core.arctan`.
public func atan(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_arctan, array, stream)
}

/// The inverse hyperbolic tangent of each element.
///
/// Source: `mlx.core.arctanh`.
public func atanh(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_arctanh, array, stream)
}

/// Each element with its bits inverted.
///
/// Source: `mlx.core.bitwise_invert`.
public func bitwiseInvert(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_bitwise_invert, array, stream)
}

/// Each element rounded up.
///
/// Source: `mlx.core.ceil`.
public func ceil(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_ceil, array, stream)
}

/// The complex conjugate of each element.
///
/// Source: `mlx.core.conjugate`.
public func conjugate(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_conjugate, array, stream)
}

/// The cosine of each element.
///
/// Source: `mlx.core.cos`.
public func cos(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_cos, array, stream)
}

/// The hyperbolic cosine of each element.
///
/// Source: `mlx.core.cosh`.
public func cosh(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_cosh, array, stream)
}

/// Each angle in radians as degrees.
///
/// Source: `mlx.core.degrees`.
public func degrees(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_degrees, array, stream)
}

/// The error function of each element.
///
/// Source: `mlx.core.erf`.
public func erf(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_erf, array, stream)
}

/// The inverse of the error function of each element.
///
/// Source: `mlx.core.erfinv`.
public func erfInverse(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_erfinv, array, stream)
}

/// The exponential of each element.
///
/// Source: `mlx.core.exp`.
public func exp(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_exp, array, stream)
}

/// The exponential of each element, less 1.
///
/// Source: `mlx.core.expm1`.
public func expm1(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_expm1, array, stream)
}

/// Each element rounded down.
///
/// Source: `mlx.core.floor`.
public func floor(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_floor, array, stream)
}

/// Which elements are not a number: `bool`.
///
/// Source: `mlx.core.isnan`.
public func isNaN(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_isnan, array, stream)
}

/// Which elements are infinite: `bool`.
///
/// Source: `mlx.core.isinf`.
public func isInf(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_isinf, array, stream)
}

/// Which elements are finite: `bool`.
///
/// Source: `mlx.core.isfinite`.
public func isFinite(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_isfinite, array, stream)
}

/// Which elements are negative infinity: `bool`.
///
/// Source: `mlx.core.isneginf`.
public func isNegInf(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_isneginf, array, stream)
}

/// Which elements are positive infinity: `bool`.
///
/// Source: `mlx.core.isposinf`.
public func isPosInf(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_isposinf, array, stream)
}

/// The natural logarithm of each element.
///
/// Source: `mlx.core.log`.
public func log(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_log, array, stream)
}

/// The logarithm to base 2 of each element.
///
/// Source: `mlx.core.log2`.
public func log2(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_log2, array, stream)
}

/// The logarithm to base 10 of each element.
///
/// Source: `mlx.core.log10`.
public func log10(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_log10, array, stream)
}

/// The natural logarithm of 1 plus each element.
///
/// Source: `mlx.core.log1p`.
public func log1p(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_log1p, array, stream)
}

/// Which elements are 0: `bool`.
///
/// Source: `mlx.core.logical_not`.
public func logicalNot(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_logical_not, array, stream)
}

/// Each element negated.
///
/// Source: `mlx.core.negative`.
public func negative(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_negative, array, stream)
}

/// Each angle in degrees as radians.
///
/// Source: `mlx.core.radians`.
public func radians(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_radians, array, stream)
}

/// 1 over each element.
///
/// Source: `mlx.core.reciprocal`.
public func reciprocal(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_reciprocal, array, stream)
}

/// 1 over the square root of each element.
///
/// Source: `mlx.core.rsqrt`.
public func rsqrt(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_rsqrt, array, stream)
}

/// The logistic sigmoid of each element.
///
/// Source: `mlx.core.sigmoid`.
public func sigmoid(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_sigmoid, array, stream)
}

/// The sign of each element: -1, 0 or 1.
///
/// Source: `mlx.core.sign`.
public func sign(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_sign, array, stream)
}

/// The sine of each element.
///
/// Source: `mlx.core.sin`.
public func sin(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_sin, array, stream)
}

/// The hyperbolic sine of each element.
///
/// Source: `mlx.core.sinh`.
public func sinh(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_sinh, array, stream)
}

/// The square root of each element.
///
/// Source: `mlx.core.sqrt`.
public func sqrt(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_sqrt, array, stream)
}

/// The square of each element.
///
/// Source: `mlx.core.square`.
public func square(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_square, array, stream)
}

/// The array as a constant for differentiation.
///
/// Source: `mlx.core.stop_gradient`.
public func stopGradient(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_stop_gradient, array, stream)
}

/// The tangent of each element.
///
/// Source: `mlx.core.tan`.
public func tan(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_tan, array, stream)
}

/// The hyperbolic tangent of each element.
///
/// Source: `mlx.core.tanh`.
public func tanh(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    unary(CMLX_UNARY_tanh, array, stream)
}

extension MLXArray {
    /// The absolute value of each element.
    ///
    /// Source: `mlx.core.abs`.
    public func abs(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_abs, self, stream)
    }

    /// The complex conjugate of each element.
    ///
    /// Source: `mlx.core.conjugate`.
    public func conjugate(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_conjugate, self, stream)
    }

    /// The cosine of each element.
    ///
    /// Source: `mlx.core.cos`.
    public func cos(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_cos, self, stream)
    }

    /// The exponential of each element.
    ///
    /// Source: `mlx.core.exp`.
    public func exp(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_exp, self, stream)
    }

    /// Each element rounded down.
    ///
    /// Source: `mlx.core.floor`.
    public func floor(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_floor, self, stream)
    }

    /// The natural logarithm of each element.
    ///
    /// Source: `mlx.core.log`.
    public func log(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_log, self, stream)
    }

    /// The logarithm to base 2 of each element.
    ///
    /// Source: `mlx.core.log2`.
    public func log2(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_log2, self, stream)
    }

    /// The logarithm to base 10 of each element.
    ///
    /// Source: `mlx.core.log10`.
    public func log10(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_log10, self, stream)
    }

    /// The natural logarithm of 1 plus each element.
    ///
    /// Source: `mlx.core.log1p`.
    public func log1p(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_log1p, self, stream)
    }

    /// 1 over each element.
    ///
    /// Source: `mlx.core.reciprocal`.
    public func reciprocal(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_reciprocal, self, stream)
    }

    /// 1 over the square root of each element.
    ///
    /// Source: `mlx.core.rsqrt`.
    public func rsqrt(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_rsqrt, self, stream)
    }

    /// The sine of each element.
    ///
    /// Source: `mlx.core.sin`.
    public func sin(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_sin, self, stream)
    }

    /// The square root of each element.
    ///
    /// Source: `mlx.core.sqrt`.
    public func sqrt(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_sqrt, self, stream)
    }

    /// The square of each element.
    ///
    /// Source: `mlx.core.square`.
    public func square(stream: StreamOrDevice = .default) -> MLXArray {
        unary(CMLX_UNARY_square, self, stream)
    }
}
