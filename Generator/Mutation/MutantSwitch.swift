/// The Swift file that a program with faults needs once: says whether a fault is switched on.
///
/// `MLX_PORT_MUTANT` holds the numbers of the faults, with commas between them; `all` switches none on, and
/// the program says on standard error which ones it comes by, `mutant 17 in a trace` where a forward pass
/// does, and `mutant 17 changes a value` of those that can tell. A fault that is on is told to the observer of
/// the trace each time.
public let mutantSwitch = """
    import Foundation
    import MLXNN
    import Synchronization

    private let selection = ProcessInfo.processInfo.environment["MLX_PORT_MUTANT"] ?? ""
    private let isSurvey = selection == "all"
    private let active = Set(selection.split(separator: ",").compactMap { Int($0) })
    private let told = Mutex<Set<String>>([])

    private func tell(_ text: String) {
        guard told.withLock({ $0.insert(text).inserted }) else { return }
        FileHandle.standardError.write(Data((text + "\\n").utf8))
    }

    /// Whether a fault is switched on.
    @inline(never)
    public func mutant(_ id: Int) -> Bool {
        if isSurvey {
            tell("mutant \\(id)" + (ModuleCalls.observer == nil ? "" : " in a trace"))
            return false
        }
        guard active.contains(id) else { return false }
        _ = ModuleCalls.observer?.line(
            "mutant:\\(id):0", name: "mutant", values: [.number(Double(id))])
        return true
    }

    /// Whether a fault is switched on whose change shows where it stands, or does not.
    @inline(never)
    public func mutant(_ id: Int, changes: @autoclosure () -> Bool) -> Bool {
        if isSurvey, changes() { tell("mutant \\(id) changes a value") }
        return mutant(id)
    }

    """
