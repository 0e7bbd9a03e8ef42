import mlx.core as mx

from ..gated_delta import compute_g, gated_delta_update
from ..mla import MultiLinear, latent_length, max_absorbed_queries
from ..ssm import compute_dt, ssm_update


def absorbed_queries(n: int): return max_absorbed_queries(64, n, 32)
def absorbed_queries_cached(n: int): return max_absorbed_queries(64, 48, 32, n)
def length(heads): return latent_length(heads)
def multi_linear(heads): return MultiLinear(8, 6, 2)(heads)
def multi_linear_plain(heads): return MultiLinear(6, 8, 2)(heads, transpose=False)
def multi_linear_weight(): return MultiLinear(3, 2, 4).weight
def dt(steps, per_head): return compute_dt(steps, per_head, (0.1, 2.0))
def ssm(channels, states, steps, per_head): return ssm_update(channels, per_head, states, states, per_head, steps, per_head)
def ssm_state(channels, states, steps, per_head, state): return ssm_update(channels, per_head, states, states, per_head, steps, per_head, state, time_step_limit=(0.01, 10.0))
def g(steps, per_head): return compute_g(per_head, steps, per_head)
def gated_delta(states, channels, steps, per_head): return gated_delta_update(states, states, channels, steps, steps, per_head, per_head)
def gated_delta_bound(states, channels, steps, per_head): return gated_delta_update(states, states, channels, steps, steps, per_head, per_head, lower_bound=-5.0)
