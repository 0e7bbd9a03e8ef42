import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TryIndex`, try_index.py:22.
public final class CaseTryIndex: Module {
    let first: Int?
    let second: Int?
    let weight: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        let names = ["a", "b"]
        first = casePosition(names, name: "b")
        second = casePosition(names, name: "c")
        weight = try caseNumber("x.3.y") + caseNumber("x") + caseNumber("x.q")
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `TryIndex.sanitize`, try_index.py:31.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var kept: OrderedWeights = [:]
        for (k, v) in weights {
            do {
                if try k.split(separator: "layers.", omittingEmptySubsequences: false).map(
                    String.init
                ).element(at: 1).split(separator: ".", omittingEmptySubsequences: false).map(
                    String.init
                ).element(at: 0).parsedInt() >= 2 {
                    continue
                }
            } catch let error where error.isPython("IndexError") {
            } catch let error where error.isPython("ValueError") {
                kept["\(k).named"] = v
                continue
            }
            kept[k] = v
        }
        return kept
    }

    /// `TryIndex.__call__`, try_index.py:45.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let first, second == nil { x = x * first }
        return proj(x) * weight
    }
}

/// `position`, try_index.py:6.
public func casePosition(_ names: [String], name: String) -> Int? {
    names.firstIndex(of: name)
}

/// `number`, try_index.py:13.
public func caseNumber(_ name: String) throws -> Int {
    var number: Int
    do {
        number = try name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            .element(at: 1).parsedInt()
        number = number + 1
    } catch let error where error.isPython("IndexError", "ValueError") {
        number = 10
    }
    return number
}
