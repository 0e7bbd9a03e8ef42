import Foundation
import Synchronization

/// Child processes of a program that starts several at a time.
///
/// A child inherits what is open while it starts: the end of a pipe that another thread has just made, which
/// then never ends, or the socket by which Foundation hears that a process is over, which then never is. So
/// pipes are made and processes started one at a time, and the system is asked what has become of a child.
extension Process {
    /// Starts the process while no other starts.
    ///
    /// - Throws: what `run` throws.
    public func start() throws { try starting.withLock { _ in try run() } }

    /// Waits for the process itself, whoever has inherited its files.
    ///
    /// - Parameter limit: the seconds after which it is killed.
    /// - Returns: its exit status, or 128 and the signal that ended it, as the shell tells it.
    @discardableResult
    public func waitForExit(limit: Double? = nil) -> Int32 {
        let deadline = limit.map { Date(timeIntervalSinceNow: $0) }
        let options = WEXITED | WNOWAIT | (deadline == nil ? 0 : WNOHANG)
        while true {
            var info = siginfo_t()
            guard waitid(P_PID, id_t(processIdentifier), &info, options) == 0 else {
                if errno == EINTR { continue }
                // Foundation has asked already, and tells.
                waitUntilExit()
                return terminationReason == .exit ? terminationStatus : 128 + terminationStatus
            }
            if info.child == processIdentifier {
                return info.si_code == CLD_EXITED ? info.status : 128 + info.status
            }
            if let deadline, deadline < Date() { kill(processIdentifier, SIGKILL) }
            Thread.sleep(forTimeInterval: 0.005)
        }
    }
}

extension Pipe {
    /// A pipe of which a child has only the end that it is given.
    public static func unshared() -> Pipe {
        starting.withLock { _ in
            let pipe = Pipe()
            for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
            return pipe
        }
    }
}

/// Held while a pipe is made or a process starts.
private let starting = Mutex(())

extension siginfo_t {
    #if canImport(Glibc)
        fileprivate var child: pid_t { _sifields._sigchld.si_pid }
        fileprivate var status: Int32 { _sifields._sigchld.si_status }
    #else
        fileprivate var child: pid_t { si_pid }
        fileprivate var status: Int32 { si_status }
    #endif
}
