import Foundation

/// What the kernel says of this process's memory.
public enum ProcessMemory {
    /// The most bytes that were resident so far.
    public static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }

    /// Lets the address space grow by at most `growth` bytes: what asks for more gets none.
    public static func limit(growth: Int) {
        let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = status.split(separator: " ").first.flatMap { UInt($0) } ?? 0
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        limit.rlim_cur = pages * UInt(sysconf(Int32(_SC_PAGESIZE))) + UInt(growth)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }
}
