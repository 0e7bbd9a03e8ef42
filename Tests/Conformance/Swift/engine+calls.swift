import MLX
import ModelPorted

/// The cases of `Cases/engine.py` by name.
func engineCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "evaluated": return outcome(engineCasesEvaluated(x.array(0)))
    case "evaluated_two": return outcome(engineCasesEvaluatedTwo(x.array(0), b: x.array(1)))
    case "evaluated_later": return outcome(engineCasesEvaluatedLater(x.array(0)))
    case "depends": return outcome(engineCasesDepends(x.array(0), b: x.array(1)))
    case "depends_lists": return outcome(engineCasesDependsLists(x.array(0), b: x.array(1)))
    case "depends_list": return outcome(engineCasesDependsList(x.array(0), b: x.array(1)))
    case "depends_on_list": return outcome(engineCasesDependsOnList(x.array(0), b: x.array(1)))
    case "default_device": return outcome(engineCasesDefaultDevice())
    case "other_device": return outcome(engineCasesOtherDevice())
    case "metal": return outcome(engineCasesMetal(x.array(0)))
    case "clear_cache": return outcome(engineCasesClearCache(x.array(0)))
    case "peak_memory": return outcome(engineCasesPeakMemory(x.array(0)))
    case "active_memory": return outcome(engineCasesActiveMemory(x.array(0)))
    case "is_floating": return outcome(engineCasesIsFloating(x.array(0)))
    case "is_integer": return outcome(engineCasesIsInteger(x.array(0)))
    case "inf": return outcome(engineCasesInf(x.array(0)))
    case "nan": return outcome(engineCasesNan(x.array(0)))
    case "pi": return outcome(engineCasesPi(x.array(0)))
    case "e": return outcome(engineCasesE(x.array(0)))
    case "least": return outcome(engineCasesLeast())
    case "least_half": return outcome(engineCasesLeastHalf())
    case "largest": return outcome(engineCasesLargest())
    case "step": return outcome(engineCasesStep())
    case "least_of": return outcome(engineCasesLeastOf(x.array(0)))
    case "compiled": return outcome(engineCasesCompiled(x.array(0)))
    case "compiled_shapeless": return outcome(engineCasesCompiledShapeless(x.array(0)))
    default: return nil
    }
}
