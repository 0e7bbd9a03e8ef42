import Media
import OrderedCollections

/// Makes of pictures what a model takes in: the `image_processor` of a Python processor.
public protocol ImageProcessor: Sendable {
    /// The inputs for the pictures of one prompt, in order.
    ///
    /// - Throws: ``ProcessorError`` if there is no picture, or one cannot be prepared.
    func features(of pictures: [Picture]) throws(ProcessorError) -> ImageFeatures
}

/// What an image processor makes of the pictures of a prompt.
public struct ImageFeatures: Equatable, Sendable {
    /// Inputs by the names that the Python's processor gives them; `pixel_values` is among them.
    public let tensors: OrderedTensors
    /// How each picture was laid out, which its place in the prompt depends on.
    public let layouts: [ImageLayout]
}

/// How one picture was laid out.
public enum ImageLayout: Equatable, Sendable {
    /// In one piece of the size that all have.
    case whole
    /// In one piece, and this many crops of it.
    case crops(Int)
    /// In tiles, and in one piece after them; no tiles where it is small.
    case tiles(rows: Int, columns: Int)
    /// In patches of so many pictures of a video, rows and columns.
    case patches(times: Int, rows: Int, columns: Int)
    /// In one piece of its own size, in pixels.
    case size(height: Int, width: Int)
}

/// Tensors by their names.
public typealias OrderedTensors = OrderedDictionary<String, PlainTensor>
