import FileFormats
import Foundation

/// A checkpoint's files that say how its inputs are prepared.
public struct ProcessorFiles: Sendable {
    /// The checkpoint's folder.
    let folder: URL
    /// `processor_config.json`, if there is one.
    let processor: Settings?
    /// `preprocessor_config.json`, if there is one.
    let preprocessor: Settings?
    /// `tokenizer_config.json`, if there is one.
    let tokenizer: Settings?

    /// The name of the newer file.
    static let processorName = "processor_config.json"
    /// The name of the older file.
    static let preprocessorName = "preprocessor_config.json"
    private static let tokenizerName = "tokenizer_config.json"

    /// Reads what is there.
    ///
    /// - Throws: ``ProcessorError`` if a file is not a JSON object.
    public init(in folder: URL) throws(ProcessorError) {
        self.folder = folder
        processor = try Self.read(Self.processorName, in: folder)
        preprocessor = try Self.read(Self.preprocessorName, in: folder)
        tokenizer = try Self.read(Self.tokenizerName, in: folder)
    }

    /// Whether a file says how pictures are prepared: without one, the package takes the tokenizer alone.
    public var describeImages: Bool { (try? imageSettings()) != nil }

    private static func read(_ name: String, in folder: URL) throws(ProcessorError) -> Settings? {
        let url = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        guard let bytes = try? Data(contentsOf: url) else {
            throw ProcessorError("it cannot be read", file: url.path)
        }
        do {
            return try Settings(OrderedJSON(parsing: bytes), file: url.path)
        } catch let error as FormatError {
            throw ProcessorError("it is \(error.cause)", file: url.path)
        } catch let error as ProcessorError {
            throw error
        } catch {
            throw ProcessorError("\(error)", file: url.path)
        }
    }

    /// What transformers' `ImageProcessingMixin` reads: the newer file's `image_processor`, or else the
    /// older file.
    ///
    /// - Throws: ``ProcessorError`` if neither is there.
    func imageSettings() throws(ProcessorError) -> Settings {
        if let nested = try processor?.settings("image_processor") { return nested }
        if let preprocessor { return preprocessor }
        throw ProcessorError(
            "it has neither \(Self.preprocessorName) nor an image_processor in"
                + " \(Self.processorName)", file: folder.path)
    }

    /// What transformers' `FeatureExtractionMixin` reads, likewise.
    ///
    /// - Throws: ``ProcessorError`` if neither is there, or names another extractor than Gemma 3n's.
    func soundSettings() throws(ProcessorError) -> Settings {
        let nested = try processor?.settings("feature_extractor")
        guard let settings = nested ?? preprocessor else {
            throw ProcessorError(
                "it has neither \(Self.preprocessorName) nor a feature_extractor in"
                    + " \(Self.processorName)", file: folder.path)
        }
        let name = "Gemma3nAudioFeatureExtractor"
        let type = try settings.text("feature_extractor_type") ?? name
        guard type == name else {
            throw ProcessorError(
                "feature_extractor_type \(type) is not supported", file: settings.file)
        }
        return settings
    }

    /// The text of a token that the tokenizer has a name for: one of `extra_special_tokens`, or a member
    /// that ends in `_token`.
    ///
    /// - Parameter standard: the text where it has no such name; nil: that is an error.
    /// - Throws: ``ProcessorError``.
    func token(_ name: String, standard: String? = nil) throws(ProcessorError) -> String {
        let extra = tokenizer?["extra_special_tokens"]
        let value = extra?[name] ?? tokenizer?["model_specific_special_tokens"]?[name]
        // A token may be written with its properties.
        let named = value ?? tokenizer?[name]
        if let text = named?.string ?? named?["content"]?.string ?? standard { return text }
        throw ProcessorError(
            "it names no \(name)", file: folder.appending(path: Self.tokenizerName).path)
    }
}
