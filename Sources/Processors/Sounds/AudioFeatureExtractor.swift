import Media

/// Makes of recordings what a model takes in: the `feature_extractor` of a Python processor.
public protocol AudioFeatureExtractor: Sendable {
    /// The samples a second that it wants.
    var rate: Int { get }

    /// The inputs for the recordings of one prompt, in order.
    ///
    /// - Parameter sounds: of one channel, at ``rate``.
    /// - Throws: ``ProcessorError`` if there is none.
    func features(of sounds: [Sound]) throws(ProcessorError) -> OrderedTensors
}

extension AudioFeatureExtractor {
    /// A recording as the extractor takes it: mixed to one channel, then resampled, as
    /// `mlx_vlm.utils.load_audio` does it.
    ///
    /// - Throws: ``ProcessorError`` if it would have more samples than are allowed.
    public func prepared(
        _ sound: Sound, limits: SoundLimits = .init()
    ) throws(ProcessorError) -> Sound {
        let mono = sound.mono()
        guard !mono.samples.isEmpty else { throw ProcessorError("a recording has no samples") }
        guard mono.sampleCount(at: rate) <= limits.samples else {
            throw ProcessorError("a recording is too long at \(rate) samples a second")
        }
        return mono.resampled(to: rate)
    }
}
