import ChildProcesses
import Foundation
import Testing

@Suite("Child processes")
struct ChildProcessTests {
    private func shell(_ script: String) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        return process
    }

    @Test("end with a status, or with a signal as the shell tells it", arguments: [nil, 60.0])
    func statuses(limit: Double?) throws {
        for (script, status) in [("exit 0", 0), ("exit 7", 7), ("kill -9 $$", 137)] as [(_, Int32)]
        {
            let process = shell(script)
            try process.start()
            #expect(process.waitForExit(limit: limit) == status)
        }
    }

    @Test("are killed at their limit")
    func limit() throws {
        let process = shell("exec sleep 600")
        try process.start()
        #expect(process.waitForExit(limit: 0.05) == 137)
    }

    @Test("are over although another has inherited all that they had open")
    func orphans() throws {
        let parent = shell("sleep 600 & echo $! >&2")
        let errors = Pipe.unshared()
        parent.standardError = errors
        try parent.start()
        #expect(parent.waitForExit() == 0)
        let orphan = try #require(
            Int32(
                String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
                    .trimmingCharacters(in: .newlines)))
        kill(orphan, SIGKILL)
    }

    @Test("that start at the same time do not keep each other's pipes open")
    func pipes() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    // Ends with its standard input, which nobody else must hold.
                    let process = shell("cat")
                    let input = Pipe.unshared()
                    process.standardInput = input
                    try process.start()
                    try input.fileHandleForWriting.close()
                    #expect(process.waitForExit(limit: 60) == 0)
                }
            }
            try await group.waitForAll()
        }
    }
}
