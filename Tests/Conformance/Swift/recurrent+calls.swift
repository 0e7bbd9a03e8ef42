import MLX
import ModelPorted

/// The cases of `Cases/recurrent.py` by name.
func recurrentCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "absorbed_queries": return outcome(recurrentCasesAbsorbedQueries(x.integer(0)))
    case "absorbed_queries_cached":
        return outcome(recurrentCasesAbsorbedQueriesCached(x.integer(0)))
    case "length": return outcome(recurrentCasesLength(x.array(0)))
    case "multi_linear": return outcome(recurrentCasesMultiLinear(x.array(0)))
    case "multi_linear_plain": return outcome(recurrentCasesMultiLinearPlain(x.array(0)))
    case "multi_linear_weight": return outcome(recurrentCasesMultiLinearWeight())
    case "dt": return outcome(recurrentCasesDt(x.array(0), perHead: x.array(1)))
    case "ssm":
        return outcome(
            recurrentCasesSsm(
                x.array(0), states: x.array(1), steps: x.array(2), perHead: x.array(3)))
    case "ssm_state":
        return outcome(
            recurrentCasesSsmState(
                x.array(0), states: x.array(1), steps: x.array(2), perHead: x.array(3),
                state: x.array(4)))
    case "g": return outcome(recurrentCasesG(x.array(0), perHead: x.array(1)))
    case "gated_delta":
        return outcome(
            recurrentCasesGatedDelta(
                x.array(0), channels: x.array(1), steps: x.array(2), perHead: x.array(3)))
    case "gated_delta_bound":
        return outcome(
            recurrentCasesGatedDeltaBound(
                x.array(0), channels: x.array(1), steps: x.array(2), perHead: x.array(3)))
    default: return nil
    }
}
