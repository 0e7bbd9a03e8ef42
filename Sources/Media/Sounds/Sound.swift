/// A recording: samples between −1 and 1.
public struct Sound: Equatable, Sendable {
    /// Samples a second.
    public let rate: Int
    /// Samples side by side, as many as there are loudspeakers.
    public let channels: Int
    /// `[frames, channels]`.
    public let samples: [Float]

    /// A recording of given samples, `[frames, channels]`.
    ///
    /// - Precondition: the numbers are positive, and the samples are whole frames.
    public init(rate: Int, channels: Int = 1, samples: [Float]) {
        precondition(rate > 0 && channels > 0 && samples.count.isMultiple(of: channels))
        self.rate = rate
        self.channels = channels
        self.samples = samples
    }

    /// The mean of the channels.
    ///
    /// Samples that were 16 bits have an exact sum of up to 256 channels, so that NumPy's order does not
    /// matter.
    public func mono() -> Sound {
        guard channels > 1 else { return self }
        let count = Float(channels)
        let mixed = stride(from: 0, to: samples.count, by: channels).map { frame in
            samples[frame..<frame + channels].reduce(0, +) / count
        }
        return Sound(rate: rate, samples: mixed)
    }
}

/// What a recording may be.
public struct SoundLimits: Sendable {
    /// The most samples, of all channels together, and after it is resampled.
    public var samples: Int
    /// The samples a second.
    public var rates: ClosedRange<Int>
    /// The most channels.
    public var channels: Int

    /// Limits; by default a hundred million samples, which at 44.1 kHz and two channels are 19 minutes.
    public init(
        samples: Int = 100_000_000, rates: ClosedRange<Int> = 1_000...768_000, channels: Int = 256
    ) {
        self.samples = samples
        self.rates = rates
        self.channels = channels
    }
}
