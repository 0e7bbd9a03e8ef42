import Foundation

/// Which sources a checkout holds: a commit, and what is changed since.
public struct CheckoutState: Sendable, Equatable {
    /// The commit's hash; nil where the folder is no checkout of git.
    public var commit: String?
    /// What `git apply` makes of the commit's sources those of the folder; empty where they are.
    public var patch: String

    /// The folders that decide what is built.
    private static let sources = ["Package.swift", "Generator", "Sources", "Templates"]

    public init(commit: String?, patch: String) {
        self.commit = commit
        self.patch = patch
    }

    /// Asks git about a folder.
    ///
    /// - Throws: ``HarnessError`` if the system cannot start a program.
    public init(of folder: String) throws {
        func git(_ arguments: [String]) throws -> String? {
            let outcome = try Subprocess(
                executable: "/usr/bin/env", arguments: ["git", "-C", folder] + arguments,
                advice: "install git"
            ).run()
            // `diff --no-index` ends with 1 where files differ.
            return outcome.status < 2 ? String(decoding: outcome.output, as: UTF8.self) : nil
        }
        let head = try git(["rev-parse", "--verify", "--quiet", "HEAD"])?
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard let head, !head.isEmpty else {
            self.init(commit: nil, patch: "")
            return
        }
        var patch = try git(["diff", "--no-ext-diff", "HEAD", "--"] + Self.sources) ?? ""
        let others = try git(
            ["ls-files", "--others", "--exclude-standard", "-z", "--"] + Self.sources)
        for file in (others ?? "").split(separator: "\0") {
            patch += try git(["diff", "--no-index", "--", "/dev/null", String(file)]) ?? ""
        }
        self.init(commit: head, patch: patch)
    }
}
