internal import CMLX

/// Figures of the GPU; memory figures are those of `Memory`.
public enum GPU {
    /// Figures of the engine's memory at one moment.
    public typealias Snapshot = Memory.Snapshot

    /// Bytes in use by arrays.
    public static var activeMemory: Int { Memory.activeMemory }

    /// Bytes kept for reuse.
    public static var cacheMemory: Int { Memory.cacheMemory }

    /// The most bytes that were in use.
    public static var peakMemory: Int { Memory.peakMemory }

    /// The figures now.
    public static func snapshot() -> Snapshot { Memory.snapshot() }

    /// The most bytes kept for reuse.
    public static var cacheLimit: Int { Memory.cacheLimit }

    /// Sets the most bytes kept for reuse.
    public static func set(cacheLimit: Int) { Memory.cacheLimit = cacheLimit }

    /// The bytes above which evaluation waits for work to finish.
    public static var memoryLimit: Int { Memory.memoryLimit }

    /// Sets the bytes above which evaluation waits for work to finish.
    public static func set(memoryLimit: Int, relaxed: Bool = true) {
        Memory.memoryLimit = memoryLimit
    }

    /// Gives back the bytes kept for reuse.
    public static func clearCache() { Memory.clearCache() }

    /// Makes `peakMemory` start again.
    public static func resetPeakMemory() { Memory.peakMemory = 0 }

    /// The bytes that a model should stay below; nil where the device does not tell.
    public static func maxRecommendedWorkingSetBytes() -> Int? {
        let size = Int(deviceInfo().maxRecommendedWorkingSetSize)
        return size > 0 ? size : nil
    }

    /// What the default device is.
    public struct DeviceInfo: Sendable {
        /// The architecture's name.
        public let architecture: String
        /// The largest buffer in bytes; 0 if not known.
        public let maxBufferSize: Int
        /// The bytes that a model should stay below; 0 if not known.
        public let maxRecommendedWorkingSetSize: UInt64
        /// The memory in bytes; 0 if not known.
        public let memorySize: Int
    }

    /// What the default device is.
    public static func deviceInfo() -> DeviceInfo {
        let type = cmlx_default_device()
        func figure(_ names: String...) -> Int {
            names.lazy.map { cmlx_device_figure(type, $0) }.first { $0 > 0 } ?? 0
        }
        var architecture = ""
        withUnsafeMutablePointer(to: &architecture) { context in
            for name in ["architecture", "device_name"] {
                cmlx_device_text(type, name, context) { context, text in
                    let found = context.assumingMemoryBound(to: String.self)
                    if found.pointee.isEmpty { found.pointee = String(cString: text) }
                }
            }
        }
        return DeviceInfo(
            architecture: architecture, maxBufferSize: figure("max_buffer_length"),
            maxRecommendedWorkingSetSize: UInt64(
                figure("max_recommended_working_set_size", "total_memory")),
            memorySize: figure("memory_size", "total_memory"))
    }
}
