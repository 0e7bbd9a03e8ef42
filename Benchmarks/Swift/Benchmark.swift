import Foundation

/// Something that is measured round by round.
protocol Benchmark {
    /// One round.
    mutating func round() throws -> Measurement
}

/// What a round gives.
struct Measurement: Encodable {
    /// The figure, in the benchmark's own unit.
    let value: Double
    /// What was computed, by which the driver sees that all programs did the same.
    let check: Double
}

/// Processor time of the calling thread.
func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Seconds of this thread's processor time that `body` takes.
func measure(_ body: () throws -> Void) rethrows -> Double {
    let start = threadTime()
    try body()
    return threadTime() - start
}
