/// The Swift file that a program with faults needs once: says whether a fault is switched on.
///
/// `MLX_PORT_MUTANT` holds the numbers of the faults, with commas between them; `all` switches none on, and
/// the program says on standard error which ones it comes by, `mutant 17 in a trace` where a forward pass
/// does. A fault that is on is told to the observer of the trace each time.
public let mutantSwitch = """
    import Foundation
    import MLXNN
    import Synchronization

    private let selection = ProcessInfo.processInfo.environment["MLX_PORT_MUTANT"] ?? ""
    private let isSurvey = selection == "all"
    private let active = Set(selection.split(separator: ",").compactMap { Int($0) })
    private let seen = Mutex<Set<Int>>([])

    /// Whether a fault is switched on.
    @inline(never)
    public func mutant(_ id: Int) -> Bool {
        if isSurvey {
            let isTraced = ModuleCalls.observer != nil
            guard seen.withLock({ $0.insert(isTraced ? id : -id).inserted }) else { return false }
            let text = "mutant \\(id)" + (isTraced ? " in a trace\\n" : "\\n")
            FileHandle.standardError.write(Data(text.utf8))
            return false
        }
        guard active.contains(id) else { return false }
        _ = ModuleCalls.observer?.line(
            "mutant:\\(id):0", name: "mutant", values: [.number(Double(id))])
        return true
    }

    """
