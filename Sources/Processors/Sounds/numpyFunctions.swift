/// NumPy's `float32` cosine as it is on a processor with fused multiply-add: a polynomial in what is
/// left of the angle after whole quarters, which are taken off in three steps.
///
/// The C library's differs in the last bit for every sixth value.
///
/// - Parameter angle: of a moderate size; beyond some ten thousand NumPy asks the C library.
func numpyCosine(_ angle: Float) -> Float {
    let shift: Float = 0x1.8p23
    let quarters = shift.addingProduct(angle, 0x1.45f306p-1) - shift
    let rest = angle.addingProduct(quarters, -0x1.921fb0p+00)
        .addingProduct(quarters, -0x1.5110b4p-22)
        .addingProduct(quarters, -0x1.846988p-48)
    let square = rest * rest
    func polynomial(_ coefficients: Float...) -> Float {
        coefficients.dropFirst().reduce(coefficients[0]) { $1.addingProduct($0, square) }
    }
    let quarter = Int(quarters)
    let value =
        quarter.isMultiple(of: 2)
        ? polynomial(0x1.98e616p-16, -0x1.6c06dcp-10, 0x1.55553cp-05, -0x1p-01, 1)
        : rest.addingProduct(
            polynomial(0x1.7d3bbcp-19, -0x1.a06bbap-13, 0x1.11119ap-07, -0x1.555556p-03) * square,
            rest)
    return (quarter + 1) & 2 == 0 ? value : -value
}

/// NumPy's magnitude of a `complex64`, likewise.
@inline(__always)
func numpyMagnitude(_ real: Float, _ imaginary: Float) -> Float {
    let (a, b) = (abs(real), abs(imaginary))
    let larger = max(a, b)
    guard larger > 0 else { return 0 }
    let ratio = min(a, b) / larger
    return larger * Float(1).addingProduct(ratio, ratio).squareRoot()
}
