internal import CMLX

/// Figures and limits of the engine's memory, in bytes.
///
/// Source: `mlx.core.get_active_memory` and its kin.
public enum Memory {
    /// The figures at one moment.
    public struct Snapshot: CustomStringConvertible, Codable, Sendable {
        /// Bytes in use by arrays.
        public var activeMemory: Int
        /// Bytes kept for reuse.
        public var cacheMemory: Int
        /// The most bytes that were in use.
        public var peakMemory: Int

        /// What changed from this snapshot to another.
        public func delta(_ other: Snapshot) -> Snapshot {
            Snapshot(
                activeMemory: other.activeMemory - activeMemory,
                cacheMemory: other.cacheMemory - cacheMemory,
                peakMemory: other.peakMemory - peakMemory)
        }

        /// The figures in MB.
        public var description: String {
            func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
            return "active \(megabytes(activeMemory)), cache \(megabytes(cacheMemory)), "
                + "peak \(megabytes(peakMemory))"
        }
    }

    /// Bytes in use by arrays.
    public static var activeMemory: Int { cmlx_active_memory() }

    /// Bytes kept for reuse.
    public static var cacheMemory: Int { cmlx_cache_memory() }

    /// The most bytes that were in use since the start, or since it was set to 0.
    public static var peakMemory: Int {
        get { cmlx_peak_memory() }
        set { cmlx_reset_peak_memory() }
    }

    /// The figures now.
    public static func snapshot() -> Snapshot {
        Snapshot(activeMemory: activeMemory, cacheMemory: cacheMemory, peakMemory: peakMemory)
    }

    /// The most bytes kept for reuse.
    public static var cacheLimit: Int {
        get {
            // The engine tells the limit only when it is set.
            let limit = cmlx_set_cache_limit(0)
            _ = cmlx_set_cache_limit(limit)
            return limit
        }
        set { _ = cmlx_set_cache_limit(max(newValue, 0)) }
    }

    /// The bytes above which evaluation waits for work to finish.
    public static var memoryLimit: Int {
        get { cmlx_memory_limit() }
        set { _ = cmlx_set_memory_limit(max(newValue, 0)) }
    }

    /// Runs `body` with up to `limit` bytes kept resident, where the engine can do that.
    public static func withWiredLimit<R>(_ limit: Int, _ body: () throws -> R) rethrows -> R {
        let before = setWiredLimit(limit)
        defer { before.map { _ = setWiredLimit($0) } }
        return try body()
    }

    /// Runs `body` with up to `limit` bytes kept resident, where the engine can do that.
    public static func withWiredLimit<R>(
        _ limit: Int, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async rethrows -> R {
        let before = setWiredLimit(limit)
        defer { before.map { _ = setWiredLimit($0) } }
        return try await body()
    }

    /// Gives back the bytes kept for reuse.
    public static func clearCache() {
        cmlx_clear_cache()
    }

    /// The limit before; nil if there is none to set, which is no error.
    private static func setWiredLimit(_ limit: Int) -> Int? {
        var before = 0
        if let error = cmlx_set_wired_limit(max(limit, 0), &before) {
            consume(error, reporting: false)
            return nil
        }
        return before
    }
}
