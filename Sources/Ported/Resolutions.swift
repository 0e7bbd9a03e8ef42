/// The resolution, of several to choose from, in which a picture keeps most of its points, and of those the one with
/// the least area beside it; all of them as heights and widths.
///
/// Source: `transformers.image_processing_utils.select_best_resolution`.
///
/// - Throws: `PythonFailure` where Python cannot take the size or a resolution apart, and where there is none.
public func bestResolution(for size: [Int], among resolutions: [[Int]]) throws -> (Int, Int) {
    let size = try size.unpacked(2)
    let (height, width) = (Double(size[0]), Double(size[1]))
    guard resolutions.isEmpty || height != 0 && width != 0 else {
        throw PythonFailure.raised("ZeroDivisionError", "division by zero")
    }
    var best: (size: (Int, Int), kept: Int, wasted: Int)?
    for resolution in resolutions {
        let resolution = try resolution.unpacked(2)
        let scale = min(Double(resolution[1]) / width, Double(resolution[0]) / height)
        let kept = try min(
            (width * scale).truncatedToInt() * (height * scale).truncatedToInt(),
            size[0] * size[1])
        let wasted = resolution[0] * resolution[1] - kept
        let isBetter = best.map { kept > $0.kept || kept == $0.kept && wasted < $0.wasted }
        if isBetter ?? (kept >= 0) { best = ((resolution[0], resolution[1]), kept, wasted) }
    }
    guard let best else {
        throw PythonFailure.raised("TypeError", "cannot unpack non-iterable NoneType object")
    }
    return best.size
}
