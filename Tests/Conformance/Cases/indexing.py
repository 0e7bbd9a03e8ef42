import mlx.core as mx


def take(a, i): return mx.take(a, i)
def take_axis(a, i): return mx.take(a, i, axis=-1)
def take_first_axis(a, i): return mx.take(a, i, axis=0)
def take_integer(a): return mx.take(a, 1, axis=-1)
def take_integer_flat(a): return mx.take(a, 0)
def take_along_axis(a, along): return mx.take_along_axis(a, along)
def take_along_last(a, along): return mx.take_along_axis(a, along, axis=-1)
def take_along_first(a, along): return mx.take_along_axis(a, along * 0, axis=0)
def take_along_flat(a, along): return mx.take_along_axis(a, along, axis=None)
def put_along_axis(a, along, b): return mx.put_along_axis(a, along, b, axis=-1)
def put_along_first(a, along, b): return mx.put_along_axis(a, along * 0, b * 0, axis=0)
def put_along_flat(a, along, b): return mx.put_along_axis(a, along, b * 0, axis=None)
def slice_update(a, row): return mx.slice_update(a, row[:1], mx.array([1]), [0])
def slice_update_corner(a): return mx.slice_update(a, a[:1], mx.array([1, 0]), axes=[0, -1])
def element(a): return a[1]
def element_from_end(a): return a[-1]
def elements(a): return a[0, 1]
def slice_from(a): return a[1:]
def slice_to(a): return a[:2]
def slice_last(a): return a[-1:]
def slice_between(a): return a[1:2]
def slice_inner(a): return a[1:-1]
def slice_before_start(a): return a[2:1]
def slice_from_end(a): return a[-2:-1]
def slice_step(a): return a[::2]
def slice_back(a): return a[::-1]
def slice_back_from(a): return a[-1:0:-1]
def slice_variable(a, n: int): return a[n : n + 2]
def slice_variables(a, n: int, k: int): return a[n:k]
def slice_to_variable(a, n: int): return a[..., :n]
def slice_from_variable(a, n: int): return a[..., n:]
def slice_axes(a): return a[:, 1:, ::2]
def ellipsis(a): return a[..., 0]
def ellipsis_slice(a): return a[..., 1:]
def ellipsis_between(a): return a[0, ..., -1]
def new_axis(a): return a[None]
def new_axis_last(a): return a[..., None]
def new_axis_between(a): return a[:, None, ..., mx.newaxis, :]
def gather(a, i): return a[i]
def gather_last(a, i): return a[..., i]
def gather_after_slice(a, i): return a[:1, i]
def gather_two(a, i): return a[i, i]
def gather_around(a, i): return a[i, :, i]
def gather_with_integer(a, i): return a[0, ..., i]
def gather_with_new_axis(a, i): return a[i, None]
def at_add(a, i): return a.at[i].add(a[i] * 2)
def at_add_number(a, i): return a.at[i].add(1.5)
def at_subtract(a, i): return a.at[..., i].subtract(2)
def at_multiply(a): return a.at[1:].multiply(3)
def at_divide(a, i): return a.at[i].divide(2)
def at_maximum(a, i): return a.at[i].maximum(0)
def at_minimum(a): return a.at[..., 0].minimum(0.5)


def assigned(a):
    copy = a + 0
    copy[0] = mx.array(1)
    return copy


def assigned_slice(a):
    copy = a + 0
    copy[..., 1:] = mx.array(2.5)
    return copy


def assigned_rows(a, b):
    copy = a + 0
    copy[:1] = b[:1]
    return copy


def assigned_places(a, i):
    copy = a + 0
    copy[i] = mx.array(-1)
    return copy


def assigned_mask(a):
    copy = a + 0
    copy[a > 0] = mx.array(7)
    return copy


def updated_slice(a):
    copy = a + 0
    copy[1:] += 3
    return copy
