internal import CMLX

/// Where an operation runs: the default, a device, or a stream.
///
/// Source: `mlx.core.StreamOrDevice`.
public struct StreamOrDevice: Sendable, CustomStringConvertible, Equatable {
    /// The shim's name of the stream; 0 for the default.
    @usableFromInline let name: UInt64

    @usableFromInline
    init(name: UInt64) {
        self.name = name
    }

    /// The default stream of the default device, or of the innermost scope that sets another.
    @inlinable public static var `default`: StreamOrDevice { StreamOrDevice(name: 0) }

    /// The stream that all threads share on a device.
    public static func device(_ device: Device) -> StreamOrDevice {
        StreamOrDevice(name: cmlx_stream_of_device(device.type.code))
    }

    /// The CPU.
    public static let cpu = device(.cpu)

    /// The GPU.
    public static let gpu = device(.gpu)

    /// A stream.
    public static func stream(_ stream: Stream) -> StreamOrDevice {
        StreamOrDevice(name: stream.name)
    }

    /// The stream.
    public var stream: Stream { Stream(name: code == 0 ? DefaultStream.name : code) }

    /// What the shim gets: scopes are looked for only while some are open.
    var code: cmlx_stream {
        name == 0 && cmlx_scopes_are_open() ? (DefaultStream.scoped ?? 0) : name
    }

    /// The device and the stream's number.
    public var description: String { stream.description }
}

/// A queue of work on a device. Any thread may use it.
///
/// Source: `mlx.core.Stream`.
public final class Stream: Sendable, Equatable {
    let name: UInt64

    init(name: UInt64) {
        self.name = name
    }

    /// The stream that all threads share on the GPU.
    public static let gpu = Stream(name: cmlx_stream_of_device(CMLX_GPU))

    /// The stream that all threads share on the CPU.
    public static let cpu = Stream(name: cmlx_stream_of_device(CMLX_CPU))

    /// The present default stream.
    public convenience init() {
        self.init(name: StreamOrDevice.default.stream.name)
    }

    /// A new stream on a device. Without that device an error, and the CPU's stream.
    public convenience init(_ device: Device) {
        var error: OpaquePointer?
        let name = cmlx_new_stream(device.type.code, &error)
        if let error { consume(error) }
        self.init(name: name == 0 ? cmlx_stream_of_device(CMLX_CPU) : name)
    }

    /// Waits until the stream has done its work.
    public func synchronize() {
        if let error = cmlx_synchronize(name) { consume(error) }
    }

    /// The stream that all threads share on a device.
    public static func defaultStream(_ device: Device) -> Stream {
        device.type == .cpu ? .cpu : .gpu
    }

    /// Runs `body` with a new stream as the default of its task.
    public static func withNewDefaultStream<R>(device: Device? = nil, _ body: () throws -> R)
        rethrows -> R
    {
        let stream = Stream(device ?? .defaultDevice())
        return try DefaultStream.with(stream.name, body)
    }

    /// Runs `body` with a new stream as the default of its task.
    public static func withNewDefaultStream<R>(
        device: Device? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> R
    ) async rethrows -> R {
        let stream = Stream(device ?? .defaultDevice())
        return try await DefaultStream.with(stream.name, isolation: isolation, body)
    }

    /// Whether both are the same queue.
    public static func == (a: Stream, b: Stream) -> Bool { a.name == b.name }
}

extension Stream: CustomStringConvertible {
    /// The device, and the number of a stream that was made.
    public var description: String {
        let device = name >> 8 & 0xff == 0 ? "cpu" : "gpu"
        return name & 3 == 1 ? "Stream(\(device))" : "Stream(\(device), \(name >> 32))"
    }
}

/// The default stream of a task, where a scope sets one.
enum DefaultStream {
    @TaskLocal static var scoped: UInt64?

    /// The name of the present default stream.
    static var name: UInt64 { scoped ?? cmlx_stream_of_device(cmlx_default_device()) }

    static func with<R>(_ name: UInt64, _ body: () throws -> R) rethrows -> R {
        cmlx_add_open_scopes(1)
        defer { cmlx_add_open_scopes(-1) }
        return try $scoped.withValue(name, operation: body)
    }

    static func with<R>(
        _ name: UInt64, isolation: isolated (any Actor)?, _ body: () async throws -> R
    ) async rethrows -> R {
        cmlx_add_open_scopes(1)
        defer { cmlx_add_open_scopes(-1) }
        return try await $scoped.withValue(name, operation: body)
    }
}
