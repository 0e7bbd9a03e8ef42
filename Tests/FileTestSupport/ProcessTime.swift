import Foundation

/// What the kernel says of time. The clock on the wall says little where many tests share a machine:
/// a test may wait for minutes before it goes on.
public enum ProcessTime {
    /// The processor time that the calling thread has used, in seconds.
    public static var ofThread: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Ends this process by a signal if it still runs after so many seconds: whoever waits for it
    /// learns that it hung.
    public static func limit(seconds: UInt32) {
        alarm(seconds)
    }
}
