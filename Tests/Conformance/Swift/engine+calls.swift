import MLX
import ModelPorted

/// The cases of `Cases/engine.py` by name.
func engineCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "evaluated": return outcome(engineEvaluated(x.array(0)))
    case "evaluated_two": return outcome(engineEvaluatedTwo(x.array(0), b: x.array(1)))
    case "evaluated_later": return outcome(engineEvaluatedLater(x.array(0)))
    case "depends": return outcome(engineDepends(x.array(0), b: x.array(1)))
    case "depends_lists": return outcome(engineDependsLists(x.array(0), b: x.array(1)))
    case "depends_list": return outcome(engineDependsList(x.array(0), b: x.array(1)))
    case "depends_on_list": return outcome(engineDependsOnList(x.array(0), b: x.array(1)))
    case "default_device": return outcome(engineDefaultDevice())
    case "other_device": return outcome(engineOtherDevice())
    case "metal": return outcome(engineMetal())
    case "clear_cache": return outcome(engineClearCache(x.array(0)))
    case "peak_memory": return outcome(enginePeakMemory(x.array(0)))
    case "active_memory": return outcome(engineActiveMemory(x.array(0)))
    case "is_floating": return outcome(engineIsFloating(x.array(0)))
    case "is_integer": return outcome(engineIsInteger(x.array(0)))
    case "inf": return outcome(engineInf(x.array(0)))
    case "nan": return outcome(engineNan(x.array(0)))
    case "pi": return outcome(enginePi(x.array(0)))
    case "e": return outcome(engineE(x.array(0)))
    case "least": return outcome(engineLeast())
    case "least_half": return outcome(engineLeastHalf())
    case "largest": return outcome(engineLargest())
    case "step": return outcome(engineStep())
    case "least_of": return outcome(engineLeastOf(x.array(0)))
    case "compiled": return outcome(engineCompiled(x.array(0)))
    case "compiled_shapeless": return outcome(engineCompiledShapeless(x.array(0)))
    default: return nil
    }
}
