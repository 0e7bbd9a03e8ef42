import FileFormats

/// A size in pixels, rows first, as configurations have it.
struct PixelSize: Equatable, Sendable {
    var height: Int
    var width: Int
}

/// How large a picture becomes: the `size` of a configuration.
enum SizeRule: Equatable, Sendable {
    /// `height` and `width`.
    case exactly(PixelSize)
    /// `shortest_edge`, and `longest_edge` where the other side would be longer.
    case shortestEdge(Int, atMost: Int?)
    /// `longest_edge` alone.
    case longestEdge(Int)
    /// `max_height` and `max_width`.
    case within(PixelSize)

    /// The size of a picture of the size given, as transformers' `PilBackend.resize` has it; nil where it
    /// has none.
    func size(of old: PixelSize) -> PixelSize? {
        switch self {
        case .exactly(let size): size
        case .shortestEdge(let edge, nil): Self.shortest(edge, of: old)
        case .shortestEdge(let edge, let limit?): Self.shortest(edge, atMost: limit, of: old)
        case .within(let limit): Self.within(limit, of: old)
        case .longestEdge: nil
        }
    }

    // transformers/image_transforms.py, get_resize_output_image_size.
    private static func shortest(_ edge: Int, of old: PixelSize) -> PixelSize {
        let (short, long) =
            old.width <= old.height ? (old.width, old.height) : (old.height, old.width)
        let other = Int(Double(edge * long) / Double(short))
        return old.width <= old.height
            ? PixelSize(height: other, width: edge) : PixelSize(height: edge, width: other)
    }

    // transformers/image_transforms.py, get_size_with_aspect_ratio.
    private static func shortest(_ edge: Int, atMost limit: Int, of old: PixelSize) -> PixelSize {
        let (height, width) = (Double(old.height), Double(old.width))
        let (short, long) = (min(height, width), max(height, width))
        var edge = edge
        var raw: Double?
        if long / short * Double(edge) > Double(limit) {
            let exact = Double(limit) * short / long
            raw = exact
            edge = Int(exact.rounded(.toNearestOrEven))
        }
        if min(old.height, old.width) == edge { return old }
        if old.width < old.height {
            return PixelSize(height: Int((raw ?? Double(edge)) * height / width), width: edge)
        }
        return PixelSize(height: edge, width: Int((raw ?? Double(edge)) * width / height))
    }

    // transformers/image_utils.py, get_image_size_for_max_height_width.
    private static func within(_ limit: PixelSize, of old: PixelSize) -> PixelSize {
        let scale = min(
            Double(limit.height) / Double(old.height), Double(limit.width) / Double(old.width))
        return PixelSize(
            height: Int(Double(old.height) * scale), width: Int(Double(old.width) * scale))
    }
}
