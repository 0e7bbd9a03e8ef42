import Foundation

extension HTMLReport {
    /// The tensors of the first difference as heat maps: both sides, and how far they are apart.
    func heatMaps(_ comparison: Comparison, _ details: ReportDetails) -> String {
        guard let entry = comparison.firstDifference,
            let left = comparison.referenceRecord(entry),
            let right = comparison.candidateRecord(entry),
            let expected = details.referenceValues(left),
            let found = details.candidateValues(right), !expected.isEmpty, !found.isEmpty
        else { return "" }
        let largest = (expected + found).reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
        var figures = [
            figure("Reference", expected, left.shape, .values(largest)),
            figure("Candidate", found, right.shape, .values(largest)),
        ]
        if left.shape == right.shape {
            // Equal infinities have no difference.
            let distances = zip(expected, found).map {
                $0 == $1 || ($0.isNaN && $1.isNaN) ? 0 : abs($0 - $1)
            }
            let farthest = distances.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
            figures.append(
                figure("Absolute difference", distances, left.shape, .distances(farthest)))
        }
        return
            "<section><h2>Values</h2><div class=\"maps\">\(figures.joined(separator: "\n"))</div>"
            + "<p><small>Rows are all dimensions but the last. Magenta is not a number or infinite."
            + "</small></p></section>"
    }

    private func figure(
        _ title: String, _ values: [Double], _ shape: [Int], _ scale: HeatMap.Scale
    ) -> String {
        let map = HeatMap(values, width: shape.last ?? 1, scale: scale)
        let ends: (String, String) =
            switch scale {
            case .values(let largest): ((-largest).shortText, largest.shortText)
            case .distances(let farthest): ("0", farthest.shortText)
            }
        let name = if case .values = scale { "values" } else { "distances" }
        return """
            <figure><h3>\(title)</h3><img alt="\(title), \(shape)" \
            src="data:image/bmp;base64,\(map.bitmap.base64EncodedString())">
            <div class="scale \(name)"></div><div class="ends"><span>\(ends.0)</span>\
            <span>\(ends.1)</span></div><figcaption>\(shape)</figcaption></figure>
            """
    }
}

/// A tensor as a picture: a row for each position, a column for each element of the last dimension.
struct HeatMap {
    /// How values become colours.
    enum Scale {
        /// From minus to plus this: blue, white, red.
        case values(Double)
        /// From zero to this: white, orange, dark red.
        case distances(Double)
    }

    private let width: Int
    private let height: Int
    /// Places in the palette.
    private let pixels: [UInt8]
    private let scale: Scale

    private static let mostRows = 96
    private static let mostColumns = 160
    private static let nonFinite: UInt8 = 255

    /// A picture of values, `width` to a row; of several values in one place the largest shows.
    init(_ values: [Double], width: Int, scale: Scale) {
        let columns = max(1, width)
        let rows = max(1, values.count / columns)
        self.width = min(columns, Self.mostColumns)
        height = min(rows, Self.mostRows)
        self.scale = scale
        var cells = [Double](repeating: 0, count: self.width * height)
        var isSet = [Bool](repeating: false, count: cells.count)
        for (index, value) in values.enumerated() where index / columns < rows {
            let place =
                index / columns * height / rows * self.width
                + index % columns * self.width / columns
            if !isSet[place] || !value.isFinite || abs(value) > abs(cells[place]) {
                cells[place] = value
                isSet[place] = true
            }
        }
        pixels = cells.map { Self.place($0, scale) }
    }

    private static func place(_ value: Double, _ scale: Scale) -> UInt8 {
        guard value.isFinite else { return nonFinite }
        switch scale {
        case .values(let largest):
            return UInt8((largest > 0 ? value / largest + 1 : 1) * 127)
        case .distances(let farthest):
            return UInt8((farthest > 0 ? value / farthest : 0) * 254)
        }
    }

    /// The picture as a Windows bitmap with a palette, which browsers show and which needs no compression.
    var bitmap: Data {
        let stride = (width + 3) / 4 * 4
        let start = 54 + 4 * 256
        var data = Data("BM".utf8)
        func append(_ value: Int, bytes: Int) {
            for byte in 0..<bytes { data.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        append(start + stride * height, bytes: 4)
        append(0, bytes: 4)
        append(start, bytes: 4)
        append(40, bytes: 4)
        append(width, bytes: 4)
        append(height, bytes: 4)
        append(1, bytes: 2)
        append(8, bytes: 2)
        append(0, bytes: 4)
        append(stride * height, bytes: 4)
        append(2835, bytes: 4)
        append(2835, bytes: 4)
        append(256, bytes: 4)
        append(0, bytes: 4)
        for index in 0..<256 {
            let (red, green, blue) = colour(index)
            for part in [blue, green, red, 0] { append(part, bytes: 1) }
        }
        // From the last row to the first.
        for row in (0..<height).reversed() {
            data.append(contentsOf: pixels[(row * width)..<((row + 1) * width)])
            data.append(contentsOf: [UInt8](repeating: 0, count: stride - width))
        }
        return data
    }

    private func colour(_ index: Int) -> (Int, Int, Int) {
        guard index < Int(Self.nonFinite) else { return (255, 0, 255) }
        let stops: [(Double, Double, Double)] =
            switch scale {
            case .values: [(33, 102, 172), (247, 247, 247), (178, 24, 43)]
            case .distances: [(247, 247, 247), (253, 174, 97), (127, 0, 0)]
            }
        let place = Double(index) / 254 * 2
        let first = min(1, Int(place))
        let part = place - Double(first)
        func mixed(_ left: Double, _ right: Double) -> Int {
            Int((left + (right - left) * part).rounded())
        }
        let (from, to) = (stops[first], stops[first + 1])
        return (mixed(from.0, to.0), mixed(from.1, to.1), mixed(from.2, to.2))
    }
}
