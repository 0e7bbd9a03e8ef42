import MLX
import ModelPorted

/// The cases of `Cases/recurrent.py` by name.
func recurrentCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "absorbed_queries": return outcome(recurrentAbsorbedQueries(x.integer(0)))
    case "absorbed_queries_cached": return outcome(recurrentAbsorbedQueriesCached(x.integer(0)))
    case "length": return outcome(recurrentLength(x.array(0)))
    case "multi_linear": return outcome(recurrentMultiLinear(x.array(0)))
    case "multi_linear_plain": return outcome(recurrentMultiLinearPlain(x.array(0)))
    case "multi_linear_weight": return outcome(recurrentMultiLinearWeight())
    case "dt": return outcome(recurrentDt(x.array(0), perHead: x.array(1)))
    case "ssm":
        return outcome(
            recurrentSsm(x.array(0), states: x.array(1), steps: x.array(2), perHead: x.array(3)))
    case "ssm_state":
        return outcome(
            recurrentSsmState(
                x.array(0), states: x.array(1), steps: x.array(2), perHead: x.array(3),
                state: x.array(4)))
    case "g": return outcome(recurrentG(x.array(0), perHead: x.array(1)))
    case "gated_delta":
        return outcome(
            recurrentGatedDelta(
                x.array(0), channels: x.array(1), steps: x.array(2), perHead: x.array(3)))
    case "gated_delta_bound":
        return outcome(
            recurrentGatedDeltaBound(
                x.array(0), channels: x.array(1), steps: x.array(2), perHead: x.array(3)))
    default: return nil
    }
}
