import Foundation

extension Double {
    /// Four significant digits, for tables.
    var shortText: String {
        if isNaN { return "nan" }
        if isInfinite { return self < 0 ? "-inf" : "inf" }
        return String(format: "%.4g", self)
    }
}
