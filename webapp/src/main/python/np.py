# A small part of NumPy for the course's cells, in plain Python, so that it runs on MicroPython.
# Same names, same results, same text as NumPy 2; arrays share their numbers with their slices.
import math

# Names that Python has, too, and that this module gives to its own.
_sum, _max, _min, _abs, _any, _all, _round = sum, max, min, abs, any, all, round

pi = math.pi
e = math.e
inf = float("inf")
nan = float("nan")
newaxis = None

_KINDS = {"bool": 0, "int": 1, "float": 2, "str": 3, "object": 4}
_DEFAULTS = {"precision": 8, "suppress": False, "threshold": 1000, "linewidth": 75, "edgeitems": 3}
_print = dict(_DEFAULTS)


class AxisError(ValueError):
    pass


class LinAlgError(ValueError):
    pass


# --- kinds of numbers


def _kind_of(value):
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int"
    if isinstance(value, float):
        return "float"
    if isinstance(value, str):
        return "str"
    return "object"


def _kind_named(dtype):
    if dtype is None:
        return None
    if dtype is bool:
        return "bool"
    if dtype is int:
        return "int"
    if dtype is float:
        return "float"
    if dtype is str:
        return "str"
    if dtype is object:
        return "object"
    if isinstance(dtype, str) and dtype in _KINDS:
        return dtype
    name = str(dtype)
    for begin, kind in (("bool", "bool"), ("uint", "int"), ("int", "int"), ("float", "float"), ("str", "str"), ("<U", "str")):
        if name.startswith(begin):
            return kind
    if name in ("object", "O"):
        return "object"
    raise TypeError("data type '%s' not understood" % name)


def _common(kinds):
    best = "bool"
    for kind in kinds:
        if _KINDS[kind] > _KINDS[best]:
            best = kind
    return best


def _as(value, kind):
    if kind == "float":
        return float(value)
    if kind == "int":
        if isinstance(value, float) and value != value:
            raise ValueError("cannot convert float NaN to integer")
        return int(value)
    if kind == "bool":
        return bool(value)
    if kind == "str":
        return value if isinstance(value, str) else _plain(value)
    return value


def _plain(value):
    return "True" if value is True else "False" if value is False else str(value)


bool_ = bool
int64 = int32 = int
float64 = float32 = float
str_ = str


class dtype:
    """The kind of an array's numbers; equal to Python's type and to NumPy's name of it."""

    def __init__(self, kind):
        self._kind = _kind_named(kind)
        self.name = kind if self._kind == "str" else {"float": "float64", "int": "int64"}.get(self._kind, self._kind)

    def __eq__(self, other):
        try:
            return self._kind == _kind_named(other)
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._kind)

    def __str__(self):
        return self.name

    def __repr__(self):
        return "dtype('%s')" % self.name


# --- arrays


def _size(shape):
    count = 1
    for n in shape:
        count *= n
    return count


def _strides(shape):
    strides = []
    step = 1
    for n in reversed(shape):
        strides.insert(0, step)
        step *= n
    return tuple(strides)


class ndarray:
    """Numbers in a list, seen as a table of any depth."""

    def __init__(self, data, shape, kind, offset=0, strides=None):
        self._data = data
        self._shape = shape
        self._kind = kind
        self._offset = offset
        self._steps = _strides(shape) if strides is None else strides

    # what it is

    @property
    def shape(self):
        return self._shape

    @property
    def ndim(self):
        return len(self._shape)

    @property
    def size(self):
        return _size(self._shape)

    @property
    def dtype(self):
        if self._kind == "str":
            return dtype("<U%d" % _max([1] + [len(one) for one in self._flat()]))
        return dtype(self._kind)

    @property
    def T(self):
        return self.transpose()

    def __len__(self):
        if not self._shape:
            raise TypeError("len() of unsized object")
        return self._shape[0]

    def _places(self):
        """Where its numbers lie, row by row."""
        places = [self._offset]
        for n, step in zip(self._shape, self._steps):
            places = [at + i * step for at in places for i in range(n)]
        return places

    def _flat(self):
        data = self._data
        if self._offset == 0 and len(data) == _size(self._shape) and self._steps == _strides(self._shape):
            return data
        return [data[at] for at in self._places()]

    def __iter__(self):
        if not self._shape:
            raise TypeError("iteration over a 0-d array")
        for i in range(self._shape[0]):
            yield self[i]

    def __contains__(self, value):
        return _any(self == value)

    def item(self, *index):
        if index:
            return self[index if len(index) > 1 else index[0]]
        flat = self._flat()
        if len(flat) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return flat[0]

    def tolist(self):
        return _nested(self._flat(), self._shape)

    def copy(self):
        return ndarray(list(self._flat()), self._shape, self._kind)

    def astype(self, dtype):
        kind = _kind_named(dtype)
        return ndarray([_as(one, kind) for one in self._flat()], self._shape, kind)

    # parts of it

    def _parts(self, index):
        """What an index says of each axis; whether it holds lists, which copy."""
        index = index if isinstance(index, tuple) else (index,)
        index = tuple(_index(one) for one in index)
        used = _sum([one.ndim if isinstance(one, ndarray) and one._kind == "bool" else 0 if one is None or one is Ellipsis else 1 for one in index])
        if used > len(self._shape):
            raise IndexError(
                "too many indices for array: array is %d-dimensional, but %d were indexed" % (len(self._shape), used)
            )
        parts = []
        for one in index:
            if one is Ellipsis:
                parts += [slice_all] * (len(self._shape) - used)
            else:
                parts.append(one)
        have = _sum([one.ndim if isinstance(one, ndarray) and one._kind == "bool" else 0 if one is None else 1 for one in parts])
        return parts + [slice_all] * (len(self._shape) - have)

    def _view(self, parts):
        shape, steps, offset, axis = [], [], self._offset, 0
        for part in parts:
            if part is None:
                shape.append(1)
                steps.append(0)
                continue
            n, step = self._shape[axis], self._steps[axis]
            if isinstance(part, int):
                offset += _inside(part, n, axis) * step
            else:
                first, count, stride = _range(part, n)
                offset += first * step
                shape.append(count)
                steps.append(step * stride)
            axis += 1
        return ndarray(self._data, tuple(shape), self._kind, offset, tuple(steps))

    def _chosen(self, parts):
        """The places that lists choose, and the shape of the result."""
        axes = []
        for part in parts:
            if isinstance(part, ndarray) and part._kind == "bool":
                at = len(axes)
                if part._shape != self._shape[at : at + part.ndim]:
                    raise IndexError(
                        "boolean index did not match indexed array along axis %d; size of axis is %d but size of "
                        "corresponding boolean axis is %d" % (at, self._shape[at], part._shape[0])
                    )
                axes += list(nonzero(part))
            else:
                axes.append(part)
        lists = [one for one in axes if isinstance(one, ndarray)]
        if _any([one is None for one in axes]):
            raise IndexError("None and lists in one index are not supported here")
        common = _broadcast_shape([one._shape for one in lists])
        seen = [list(_spread(one, common)._flat()) for one in lists]
        first = [i for i, one in enumerate(axes) if isinstance(one, ndarray)][0]
        shape, before = [], []
        for axis, part in enumerate(axes):
            if isinstance(part, ndarray):
                if axis == first:
                    shape += list(common)
                    before.append(None)
            elif not isinstance(part, int):
                start, count, stride = _range(part, self._shape[axis])
                shape.append(count)
                before.append((axis, start, count, stride))
        base = self._offset
        for axis, part in enumerate(axes):
            if isinstance(part, int):
                base += _inside(part, self._shape[axis], axis) * self._steps[axis]
        picked = [0] * _size(common)
        at = 0
        for axis, part in enumerate(axes):
            if isinstance(part, ndarray):
                n, step = self._shape[axis], self._steps[axis]
                picked = [was + _inside(i, n, axis) * step for was, i in zip(picked, seen[at])]
                at += 1
        places = [base]
        for one in before:
            if one is None:
                places = [p + more for p in places for more in picked]
            else:
                axis, start, count, stride = one
                step = self._steps[axis]
                places = [p + (start + i * stride) * step for p in places for i in range(count)]
        return places, tuple(shape)

    def __getitem__(self, index):
        parts = self._parts(index)
        if _any([isinstance(part, ndarray) for part in parts]):
            places, shape = self._chosen(parts)
            return ndarray([self._data[at] for at in places], shape, self._kind)
        seen = self._view(parts)
        return seen._data[seen._offset] if not seen._shape and Ellipsis not in (index if isinstance(index, tuple) else (index,)) else seen

    def __setitem__(self, index, value):
        parts = self._parts(index)
        if _any([isinstance(part, ndarray) for part in parts]):
            places, shape = self._chosen(parts)
        else:
            seen = self._view(parts)
            places, shape = seen._places(), seen._shape
        value = _array(value)
        if _size(value._shape) == 1:
            values = [value._flat()[0]] * len(places)
        else:
            values = _spread(value, shape, "could not broadcast input array from shape %s into shape %s")._flat()
        values = [_as(one, self._kind) for one in values]
        for at, one in zip(places, values):
            self._data[at] = one

    # its shape

    def reshape(self, *shape):
        shape = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
        shape = list(shape)
        if shape.count(-1) == 1:
            rest = -_size(shape)
            shape[shape.index(-1)] = self.size // rest if rest else 0
        if _size(shape) != self.size:
            raise ValueError("cannot reshape array of size %d into shape %s" % (self.size, _shown(shape)))
        flat = self._flat()
        return ndarray(flat if flat is self._data else list(flat), tuple(shape), self._kind)

    def flatten(self):
        return ndarray(list(self._flat()), (self.size,), self._kind)

    def ravel(self):
        return self.reshape(-1)

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes
        axes = axes or tuple(reversed(range(self.ndim)))
        return ndarray(
            self._data,
            tuple([self._shape[axis] for axis in axes]),
            self._kind,
            self._offset,
            tuple([self._steps[axis] for axis in axes]),
        )

    def squeeze(self):
        kept = [(n, step) for n, step in zip(self._shape, self._steps) if n != 1]
        return ndarray(self._data, tuple([n for n, _ in kept]), self._kind, self._offset, tuple([s for _, s in kept]))

    # what is computed from all or along an axis

    def sum(self, axis=None, keepdims=False):
        return sum_(self, axis, keepdims)

    def prod(self, axis=None, keepdims=False):
        return prod(self, axis, keepdims)

    def mean(self, axis=None, keepdims=False):
        return mean(self, axis, keepdims)

    def std(self, axis=None, ddof=0, keepdims=False):
        return std(self, axis, ddof, keepdims)

    def var(self, axis=None, ddof=0, keepdims=False):
        return var(self, axis, ddof, keepdims)

    def max(self, axis=None, keepdims=False):
        return max_(self, axis, keepdims)

    def min(self, axis=None, keepdims=False):
        return min_(self, axis, keepdims)

    def argmax(self, axis=None):
        return argmax(self, axis)

    def argmin(self, axis=None):
        return argmin(self, axis)

    def argsort(self, axis=-1, kind=None):
        return argsort(self, axis)

    def sort(self, axis=-1):
        self[...] = sort(self, axis)

    def cumsum(self, axis=None):
        return cumsum(self, axis)

    def any(self, axis=None):
        return any_(self, axis)

    def all(self, axis=None):
        return all_(self, axis)

    def round(self, decimals=0):
        return round_(self, decimals)

    def clip(self, low=None, high=None):
        return clip(self, low, high)

    def dot(self, other):
        return dot(self, other)

    def nonzero(self):
        return nonzero(self)

    def repeat(self, times, axis=None):
        return repeat(self, times, axis)

    # operators

    def __add__(self, other):
        return _both("add", self, other)

    def __radd__(self, other):
        return _both("add", other, self)

    def __sub__(self, other):
        return _both("subtract", self, other)

    def __rsub__(self, other):
        return _both("subtract", other, self)

    def __mul__(self, other):
        return _both("multiply", self, other)

    def __rmul__(self, other):
        return _both("multiply", other, self)

    def __truediv__(self, other):
        return _both("divide", self, other)

    def __rtruediv__(self, other):
        return _both("divide", other, self)

    def __floordiv__(self, other):
        return _both("floor_divide", self, other)

    def __rfloordiv__(self, other):
        return _both("floor_divide", other, self)

    def __mod__(self, other):
        return _both("remainder", self, other)

    def __rmod__(self, other):
        return _both("remainder", other, self)

    def __pow__(self, other):
        return _both("power", self, other)

    def __rpow__(self, other):
        return _both("power", other, self)

    def __matmul__(self, other):
        return matmul(self, other)

    def __rmatmul__(self, other):
        return matmul(other, self)

    def __iadd__(self, other):
        return self._same("add", other)

    def __isub__(self, other):
        return self._same("subtract", other)

    def __imul__(self, other):
        return self._same("multiply", other)

    def __itruediv__(self, other):
        return self._same("divide", other)

    def _same(self, name, other):
        result = _both(name, self, other)
        if _KINDS[result._kind] > _KINDS[self._kind]:
            raise TypeError(
                "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'"
                % (name, result.dtype, self.dtype)
            )
        self[...] = result
        return self

    def __neg__(self):
        if self._kind == "bool":
            raise TypeError("The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.")
        return _each(self, lambda x: -x, self._kind)

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return absolute(self)

    def __invert__(self):
        return logical_not(self) if self._kind == "bool" else _each(self, lambda x: ~x, self._kind)

    def __and__(self, other):
        return _both("bitwise_and", self, other)

    def __rand__(self, other):
        return _both("bitwise_and", other, self)

    def __or__(self, other):
        return _both("bitwise_or", self, other)

    def __ror__(self, other):
        return _both("bitwise_or", other, self)

    def __xor__(self, other):
        return _both("bitwise_xor", self, other)

    def __eq__(self, other):
        return _compare(self, other, lambda x, y: x == y)

    def __ne__(self, other):
        return _compare(self, other, lambda x, y: x != y)

    def __lt__(self, other):
        return _compare(self, other, lambda x, y: x < y)

    def __le__(self, other):
        return _compare(self, other, lambda x, y: x <= y)

    def __gt__(self, other):
        return _compare(self, other, lambda x, y: x > y)

    def __ge__(self, other):
        return _compare(self, other, lambda x, y: x >= y)

    def __bool__(self):
        flat = self._flat()
        if len(flat) == 1:
            return bool(flat[0])
        if not flat:
            raise ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
        raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")

    def __float__(self):
        return float(self._one())

    def __int__(self):
        return int(self._one())

    def _one(self):
        if self._shape:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return self._flat()[0]

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    # as text

    def __str__(self):
        return _text(self, " ", "")

    def __repr__(self):
        body = _text(self, ", ", " " * 6)
        if self.size == 0 and self._shape != (0,):
            return "array([], shape=%s, dtype=%s)" % (_shown(self._shape, ", "), self.dtype)
        if self.size == 0:
            return "array([], dtype=%s)" % self.dtype
        if self._kind == "str":
            return "array(%s, dtype='%s')" % (body, self.dtype)
        if self._kind == "object":
            return "array(%s, dtype=object)" % body
        return "array(%s)" % body


class _SliceMaker:
    def __getitem__(self, index):
        return index


slice_all = _SliceMaker()[:]


def _nested(flat, shape):
    if not shape:
        return flat[0]
    if len(shape) == 1:
        return list(flat)
    step = _size(shape[1:])
    return [_nested(flat[i * step : (i + 1) * step], shape[1:]) for i in range(shape[0])]


def _shown(shape, comma=","):
    shape = tuple(shape)
    return "(%d,)" % shape[0] if len(shape) == 1 else "(" + comma.join([str(n) for n in shape]) + ")"


def _index(one):
    """A number, a slice, None, ... or an array of numbers or of truth values."""
    if isinstance(one, bool):
        raise IndexError("a single truth value is no index here")
    if one is None or one is Ellipsis or isinstance(one, int) or isinstance(one, type(slice_all)):
        return one
    if isinstance(one, (list, range, ndarray)):
        many = _array(one)
        if many.size == 0 and many._kind == "float":
            many = ndarray([], (0,), "int")
        if many._kind in ("int", "bool"):
            return many.item() if not many._shape and many._kind == "int" else many
        raise IndexError("arrays used as indices must be of integer (or boolean) type")
    raise IndexError(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
    )


def _inside(i, n, axis):
    if not -n <= i < n:
        raise IndexError("index %d is out of bounds for axis %d with size %d" % (i, axis, n))
    return i + n if i < 0 else i


def _range(part, n):
    """First index, how many, and the step of a slice of n."""
    chosen = range(n)[part]
    if len(chosen) == 0:
        return 0, 0, 1
    return chosen[0], len(chosen), (chosen[1] - chosen[0]) if len(chosen) > 1 else 1


# --- making arrays


def _walk(value, depth, found):
    """Collects numbers and checks that rows are equally long."""
    if isinstance(value, ndarray):
        found.extend(value._flat())
        return value._shape
    if isinstance(value, (list, tuple, range)):
        shape = None
        for one in value:
            inner = _walk(one, depth + 1, found)
            if shape is not None and inner != shape:
                raise ValueError(
                    "setting an array element with a sequence. The requested array has an inhomogeneous shape after %d dimensions." % (depth + 1)
                )
            shape = inner
        return (len(value),) + (shape or ())
    found.append(value)
    return ()


def array(value, dtype=None, copy=True):
    found = []
    shape = _walk(value, 0, found)
    kind = _kind_named(dtype)
    if kind is None:
        kind = _common([_kind_of(one) for one in found]) if found else "float"
        if isinstance(value, ndarray) and not found:
            kind = value._kind
    return ndarray([_as(one, kind) for one in found], shape, kind)


def asarray(value, dtype=None):
    return value if isinstance(value, ndarray) and dtype is None else array(value, dtype)


def _array(value):
    return value if isinstance(value, ndarray) else array(value)


def _shape_of(shape):
    return (shape,) if isinstance(shape, int) else tuple(shape)


def full(shape, value, dtype=None):
    shape = _shape_of(shape)
    kind = _kind_named(dtype) or _kind_of(value)
    return ndarray([_as(value, kind)] * _size(shape), shape, kind)


def zeros(shape, dtype=float):
    return full(shape, 0, dtype)


def ones(shape, dtype=float):
    return full(shape, 1, dtype)


empty = zeros


def zeros_like(a, dtype=None):
    a = _array(a)
    return full(a._shape, 0, dtype or a._kind)


def ones_like(a, dtype=None):
    a = _array(a)
    return full(a._shape, 1, dtype or a._kind)


def full_like(a, value, dtype=None):
    a = _array(a)
    return full(a._shape, value, dtype or a._kind)


def eye(n, m=None, dtype=float):
    m = n if m is None else m
    kind = _kind_named(dtype)
    return ndarray([_as(i == j, kind) for i in range(n) for j in range(m)], (n, m), kind)


identity = eye


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    count = _max(0, math.ceil((stop - start) / step))
    kind = _kind_named(dtype) or _common([_kind_of(start), _kind_of(stop), _kind_of(step)])
    return ndarray([_as(start + i * step, kind) for i in range(count)], (count,), kind)


def linspace(start, stop, num=50, endpoint=True):
    gaps = num - 1 if endpoint else num
    step = (stop - start) / gaps if gaps > 0 else 0.0
    numbers = [start + i * step for i in range(num)]
    if endpoint and num > 1:
        numbers[-1] = stop
    return ndarray([float(one) for one in numbers], (num,), "float")


def _axis(axis, ndim):
    if not -ndim <= axis < ndim:
        raise AxisError("axis %d is out of bounds for array of dimension %d" % (axis, ndim))
    return axis % ndim


def concatenate(arrays, axis=0):
    arrays = [_array(one) for one in arrays]
    if axis is None:
        arrays, axis = [one.ravel() for one in arrays], 0
    ndim = arrays[0].ndim
    if ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = _axis(axis, ndim)
    kind = _common([one._kind for one in arrays])
    first = arrays[0]._shape
    for i, one in enumerate(arrays):
        if one.ndim != ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but "
                "the array at index 0 has %d dimension(s) and the array at index %d has %d dimension(s)" % (ndim, i, one.ndim)
            )
        for d in range(ndim):
            if d != axis and one._shape[d] != first[d]:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along dimension %d, "
                    "the array at index 0 has size %d and the array at index %d has size %d" % (d, first[d], i, one._shape[d])
                )
    outer = _size(first[:axis])
    flats = [(one._flat(), _size(one._shape[axis:])) for one in arrays]
    data = []
    for i in range(outer):
        for flat, block in flats:
            data += [_as(x, kind) for x in flat[i * block : (i + 1) * block]]
    count = 0
    for one in arrays:
        count += one._shape[axis]
    return ndarray(data, first[:axis] + (count,) + first[axis + 1 :], kind)


def expand_dims(a, axis):
    a = _array(a)
    axis = _axis(axis, a.ndim + 1)
    return ndarray(a._data, a._shape[:axis] + (1,) + a._shape[axis:], a._kind, a._offset, a._steps[:axis] + (0,) + a._steps[axis:])


def stack(arrays, axis=0):
    arrays = [_array(one) for one in arrays]
    if len({one._shape for one in arrays}) > 1:
        raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(one, axis) for one in arrays], _axis(axis, arrays[0].ndim + 1))


def vstack(arrays):
    arrays = [_array(one) for one in arrays]
    return concatenate([one.reshape(1, -1) if one.ndim < 2 else one for one in arrays], 0)


def hstack(arrays):
    arrays = [_array(one) for one in arrays]
    arrays = [one.reshape(-1) if one.ndim == 0 else one for one in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def repeat(a, times, axis=None):
    a = _array(a)
    if axis is None:
        flat = [x for x in a._flat() for _ in range(times)]
        return ndarray(flat, (len(flat),), a._kind)
    axis = _axis(axis, a.ndim)
    return take(a, [i for i in range(a._shape[axis]) for _ in range(times)], axis)


def tile(a, times):
    a = _array(a)
    if a.ndim > 1 or not isinstance(times, int):
        raise ValueError("tile is here for one axis")
    return ndarray(list(a._flat()) * times, (a.size * times,), a._kind)


def take(a, indices, axis=None):
    a = _array(a)
    if axis is None:
        return a.ravel()[_array(indices)]
    axis = _axis(axis, a.ndim)
    return a[tuple([slice_all] * axis + [_array(indices)])]


# --- elementwise


def _broadcast_shape(shapes):
    ndim = _max([len(shape) for shape in shapes])
    result = []
    for at in range(1, ndim + 1):
        size = 1
        for shape in shapes:
            n = shape[-at] if at <= len(shape) else 1
            if n != 1 and size != 1 and n != size:
                raise ValueError(
                    "operands could not be broadcast together with shapes " + "".join([_shown(one) + " " for one in shapes])
                )
            size = n if size == 1 else size
        result.insert(0, size)
    return tuple(result)


def _spread(a, shape, message=None):
    """The same numbers, seen with a shape; rows that repeat have a step of zero."""
    shape = tuple(shape)
    if a._shape == shape:
        return a
    missing = len(shape) - len(a._shape)
    old = (1,) * missing + a._shape
    if missing < 0 or _any([n != m and n != 1 for n, m in zip(old, shape)]):
        raise ValueError((message or "cannot broadcast %s to %s") % (_shown(a._shape), _shown(shape)))
    steps = (0,) * missing + a._steps
    return ndarray(a._data, shape, a._kind, a._offset, tuple([0 if n == 1 and m != 1 else s for n, m, s in zip(old, shape, steps)]))


def broadcast_to(a, shape):
    return _spread(_array(a), _shape_of(shape))


def _unwrap(result):
    """A plain number in place of an array without axes."""
    if result._shape == ():
        return result._flat()[0]
    return result


def _divide(x, y):
    if y == 0:
        if x == 0 or x != x or y != y:
            return nan
        return math.copysign(inf, x) * math.copysign(1.0, y)
    return x / y


def _floor_divide(x, y):
    if y == 0:
        return _divide(x, y) if isinstance(x, float) or isinstance(y, float) else 0
    return x // y


def _remainder(x, y):
    if y == 0:
        return nan if isinstance(x, float) or isinstance(y, float) else 0
    return x % y


def _power(x, y):
    if isinstance(x, int) and isinstance(y, int):
        if y < 0:
            raise ValueError("Integers to negative integer powers are not allowed.")
        return x**y
    if x == 0 and y < 0:
        return inf
    if x < 0 and y != int(y):
        return nan
    return x**y


_OPERATORS = {
    "add": lambda x, y: x + y,
    "subtract": lambda x, y: x - y,
    "multiply": lambda x, y: x * y,
    "divide": _divide,
    "floor_divide": _floor_divide,
    "remainder": _remainder,
    "power": _power,
    "bitwise_and": lambda x, y: x & y,
    "bitwise_or": lambda x, y: x | y,
    "bitwise_xor": lambda x, y: x ^ y,
    "maximum": lambda x, y: x if x != x or x > y else y,
    "minimum": lambda x, y: x if x != x or x < y else y,
}


def _pairs(a, b):
    shape = a._shape if a._shape == b._shape else _broadcast_shape([a._shape, b._shape])
    return _spread(a, shape)._flat(), _spread(b, shape)._flat(), shape


def _both(name, a, b):
    a, b = _array(a), _array(b)
    kind = _common([a._kind, b._kind])
    operator = _OPERATORS[name]
    if kind == "bool":
        if name == "subtract":
            raise TypeError(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
            )
        if name == "add":
            operator = lambda x, y: x or y
        elif name == "multiply":
            operator = lambda x, y: x and y
        elif name in ("bitwise_and", "bitwise_or", "bitwise_xor", "maximum", "minimum"):
            plain = operator
            operator = lambda x, y: bool(plain(int(x), int(y)))
        elif name == "divide":
            kind = "float"
        else:
            kind = "int"
            a, b = a.astype(int), b.astype(int)
    elif name == "divide" and kind not in ("str", "object"):
        kind = "float"
    elif kind == "str":
        raise TypeError(
            "ufunc '%s' did not contain a loop with signature matching types (dtype('%s'), dtype('%s')) -> None" % (name, a.dtype, b.dtype)
        )
    elif name.startswith("bitwise") and kind == "float":
        raise TypeError("ufunc '%s' not supported for the input types" % name)
    if kind in ("int", "float") and (a._kind == "bool" or b._kind == "bool"):
        a, b = a.astype(kind) if a._kind == "bool" else a, b.astype(kind) if b._kind == "bool" else b
    if kind == "float" and name in ("power", "floor_divide", "remainder"):
        a, b = a.astype(float), b.astype(float)
    xs, ys, shape = _pairs(a, b)
    return ndarray([_as(operator(x, y), kind) for x, y in zip(xs, ys)], shape, kind)


def _compare(a, b, operator):
    if b is None:
        return full(a._shape, False)
    xs, ys, shape = _pairs(a, _array(b))
    return ndarray([bool(operator(x, y)) for x, y in zip(xs, ys)], shape, "bool")


def _each(a, function, kind):
    a = _array(a)
    return ndarray([_as(function(x), kind) for x in a._flat()], a._shape, kind)


def _public(name):
    def operation(a, b):
        return _unwrap(_both(name, a, b))

    return operation


add = _public("add")
subtract = _public("subtract")
multiply = _public("multiply")
divide = true_divide = _public("divide")
floor_divide = _public("floor_divide")
mod = remainder = _public("remainder")
power = _public("power")
maximum = _public("maximum")
minimum = _public("minimum")


def _real(function, outside=None):
    def operation(a):
        a = _array(a)
        if a._kind in ("str", "object"):
            raise TypeError("ufunc not supported for the input types")

        def one(x):
            try:
                return function(float(x))
            except ValueError:
                return outside(x) if outside else nan
            except OverflowError:
                return inf

        return _unwrap(_each(a, one, "float"))

    return operation


sqrt = _real(lambda x: math.sqrt(x) if x == x else x)
exp = _real(math.exp)
log = _real(lambda x: math.log(x) if x > 0 else -inf if x == 0 else nan)
log2 = _real(lambda x: math.log2(x) if x > 0 else -inf if x == 0 else nan)
log10 = _real(lambda x: math.log10(x) if x > 0 else -inf if x == 0 else nan)
sin = _real(math.sin)
cos = _real(math.cos)
tan = _real(math.tan)
tanh = _real(math.tanh)
arccos = _real(math.acos)
arcsin = _real(math.asin)
arctan = _real(math.atan)


def _keeping(function):
    def operation(a):
        a = _array(a)
        return _unwrap(_each(a, function, a._kind))

    return operation


def _floor_like(function):
    def operation(a):
        a = _array(a)
        if a._kind != "float":
            return _unwrap(a.copy())
        return _unwrap(_each(a, lambda x: x if x != x or x in (inf, -inf) else float(function(x)), "float"))

    return operation


absolute = abs_ = _keeping(lambda x: -x if not isinstance(x, bool) and x < 0 else x)
square = _keeping(lambda x: x * x)
negative = _keeping(lambda x: -x)
sign = _keeping(lambda x: x if x != x else (x > 0) - (x < 0))
floor = _floor_like(math.floor)
ceil = _floor_like(math.ceil)
trunc = _floor_like(math.trunc)


def round_(a, decimals=0):
    a = _array(a)
    if a._kind != "float":
        if decimals >= 0:
            return _unwrap(a.copy())
        scale = 10**-decimals
        return _unwrap(_each(a, lambda x: _even(x / scale) * scale, "int"))
    scale = 10.0**decimals
    return _unwrap(_each(a, lambda x: x if x != x or x in (inf, -inf) else _even(x * scale) / scale, "float"))


def _even(x):
    below = math.floor(x)
    rest = x - below
    if rest > 0.5 or (rest == 0.5 and below % 2 == 1):
        below += 1
    return math.copysign(float(below), x) if below == 0 else float(below)


def clip(a, low, high):
    a = _array(a)
    result = a if low is None else _both("maximum", a, low)
    return _unwrap(result if high is None else _both("minimum", result, high))


def _truth(function):
    def operation(a):
        return _unwrap(_each(_array(a), function, "bool"))

    return operation


isnan = _truth(lambda x: x != x)
isinf = _truth(lambda x: x in (inf, -inf))
isfinite = _truth(lambda x: x == x and x not in (inf, -inf))
logical_not = _truth(lambda x: not x)


def _logical(function):
    def operation(a, b):
        xs, ys, shape = _pairs(_array(a), _array(b))
        return _unwrap(ndarray([bool(function(x, y)) for x, y in zip(xs, ys)], shape, "bool"))

    return operation


logical_and = _logical(lambda x, y: x and y)
logical_or = _logical(lambda x, y: x or y)
logical_xor = _logical(lambda x, y: bool(x) != bool(y))
equal = _logical(lambda x, y: x == y)
not_equal = _logical(lambda x, y: x != y)
greater = _logical(lambda x, y: x > y)
greater_equal = _logical(lambda x, y: x >= y)
less = _logical(lambda x, y: x < y)
less_equal = _logical(lambda x, y: x <= y)


def isclose(a, b, rtol=1e-05, atol=1e-08):
    def near(x, y):
        if x == y:
            return True
        if x != x or y != y or x in (inf, -inf) or y in (inf, -inf):
            return False
        return _abs(x - y) <= atol + rtol * _abs(y)

    return _logical(near)(a, b)


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return bool(all_(isclose(a, b, rtol, atol)))


def array_equal(a, b):
    a, b = _array(a), _array(b)
    return a._shape == b._shape and _all([x == y for x, y in zip(a._flat(), b._flat())])


def where(condition, a=None, b=None):
    condition = _array(condition)
    if a is None:
        return nonzero(condition)
    a, b = _array(a), _array(b)
    shape = _broadcast_shape([condition._shape, a._shape, b._shape])
    kind = _common([a._kind, b._kind])
    chosen = [
        _as(x if yes else y, kind)
        for yes, x, y in zip(_spread(condition, shape)._flat(), _spread(a, shape)._flat(), _spread(b, shape)._flat())
    ]
    return ndarray(chosen, shape, kind)


def nonzero(a):
    a = _array(a)
    if not a._shape:
        raise ValueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.")
    found = [at for at, one in enumerate(a._flat()) if one]
    result = []
    for step, n in zip(_strides(a._shape), a._shape):
        result.append(ndarray([at // step % n for at in found], (len(found),), "int"))
    return tuple(result)


def flatnonzero(a):
    return nonzero(_array(a).ravel())[0]


def argwhere(a):
    found = nonzero(a)
    return stack(found, 1)


def count_nonzero(a):
    return len([1 for one in _array(a)._flat() if one])


# --- along an axis


def _along(a, axis, keepdims, function, kind):
    """Gives each row along an axis to a function that makes one number of it."""
    a = _array(a)
    if isinstance(axis, tuple):
        if len(axis) == a.ndim:
            axis = None
        else:
            raise ValueError("several axes at once are not supported here")
    if axis is None:
        value = _as(function(a._flat()), kind)
        return ndarray([value], (1,) * a.ndim, kind) if keepdims else value
    axis = _axis(axis, a.ndim)
    rows = _rows(a, axis)
    shape = a._shape[:axis] + ((1,) if keepdims else ()) + a._shape[axis + 1 :]
    return _unwrap(ndarray([_as(function(row), kind) for row in rows], shape, kind))


def _rows(a, axis):
    rest = [i for i in range(a.ndim) if i != axis]
    flat = a.transpose(*(rest + [axis]))._flat()
    n = a._shape[axis]
    count = a.size // n if n else _size([a._shape[i] for i in rest])
    return [flat[i * n : (i + 1) * n] for i in range(count)]


def _number_kind(a):
    kind = _array(a)._kind
    return "int" if kind == "bool" else kind


def _add_up(row):
    """Pairs, as NumPy adds: errors of rounding stay small."""
    n = len(row)
    if n <= 8:
        total = 0
        for one in row:
            total += one
        return total
    if n <= 128:
        parts = list(row[:8])
        for i in range(8, n - n % 8):
            parts[i % 8] += row[i]
        total = ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]))
        for i in range(n - n % 8, n):
            total += row[i]
        return total
    half = n // 2
    half -= half % 8
    return _add_up(row[:half]) + _add_up(row[half:])


def sum_(a, axis=None, keepdims=False):
    kind = _number_kind(a)
    if kind == "str":
        raise TypeError("the resolved dtypes are not compatible with add.reduce")
    return _along(a, axis, keepdims, _add_up, kind)


def prod(a, axis=None, keepdims=False):
    def product(row):
        result = 1
        for one in row:
            result *= one
        return result

    return _along(a, axis, keepdims, product, _number_kind(a))


def mean(a, axis=None, keepdims=False):
    return _along(a, axis, keepdims, lambda row: _add_up(row) / len(row) if len(row) else nan, "float")


average = lambda a, axis=None, weights=None: mean(a, axis) if weights is None else sum_(multiply(a, weights), axis) / sum_(weights)


def var(a, axis=None, ddof=0, keepdims=False):
    def spread(row):
        middle = _add_up(row) / len(row)
        return _divide(_add_up([(x - middle) * (x - middle) for x in row]), len(row) - ddof)

    return _along(a, axis, keepdims, spread, "float")


def std(a, axis=None, ddof=0, keepdims=False):
    return sqrt(var(a, axis, ddof, keepdims))


def median(a, axis=None):
    def middle(row):
        row = sorted(row)
        n = len(row)
        return (row[(n - 1) // 2] + row[n // 2]) / 2 if n else nan

    return _along(a, axis, False, middle, "float")


def _extreme(name, better):
    def operation(a, axis=None, keepdims=False):
        def best(row):
            if not row:
                raise ValueError("zero-size array to reduction operation %s which has no identity" % name)
            found = row[0]
            for one in row:
                if one != one:
                    return one
                if better(one, found):
                    found = one
            return found

        return _along(a, axis, keepdims, best, _array(a)._kind)

    return operation


max_ = amax = _extreme("maximum", lambda x, y: x > y)
min_ = amin = _extreme("minimum", lambda x, y: x < y)


def _where_extreme(name, better):
    def operation(a, axis=None):
        def best(row):
            if not row:
                raise ValueError("attempt to get %s of an empty sequence" % name)
            found = 0
            for i, one in enumerate(row):
                if one != one:
                    return i
                if better(one, row[found]):
                    found = i
            return found

        return _along(a, axis, False, best, "int")

    return operation


argmax = _where_extreme("argmax", lambda x, y: x > y)
argmin = _where_extreme("argmin", lambda x, y: x < y)


def any_(a, axis=None):
    return _along(a, axis, False, lambda row: _any([bool(x) for x in row]), "bool")


def all_(a, axis=None):
    return _along(a, axis, False, lambda row: _all([bool(x) for x in row]), "bool")


def _rowwise(a, axis, function, kind=None):
    """Gives each row along an axis to a function that makes a row of it."""
    a = _array(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    rest = [i for i in range(a.ndim) if i != axis]
    rows = [function(row) for row in _rows(a, axis)]
    n = len(rows[0]) if rows else a._shape[axis]
    data = [x for row in rows for x in row]
    turned = ndarray(data, tuple([a._shape[i] for i in rest]) + (n,), kind or a._kind)
    back = [0] * a.ndim
    for at, was in enumerate(rest + [axis]):
        back[was] = at
    return turned.transpose(*back).copy() if a.ndim > 1 else turned


def _order(row):
    return sorted(range(len(row)), key=lambda i: (1, 0, i) if row[i] != row[i] else (0, row[i], i))


def argsort(a, axis=-1, kind=None):
    return _rowwise(a, axis, _order, "int")


def sort(a, axis=-1):
    return _rowwise(a, axis, lambda row: [row[i] for i in _order(row)])


def cumsum(a, axis=None):
    def up(row):
        total, sums = 0, []
        for one in row:
            total += one
            sums.append(total)
        return sums

    return _rowwise(a, axis, up, _number_kind(a))


def diff(a, axis=-1):
    return _rowwise(a, axis, lambda row: [y - x for x, y in zip(row, row[1:])])


def flip(a, axis=None):
    a = _array(a)
    back = _SliceMaker()[::-1]
    axes = range(a.ndim) if axis is None else [_axis(axis, a.ndim)]
    return a[tuple([back if i in axes else slice_all for i in range(a.ndim)])]


def unique(a):
    values = []
    for one in sorted(_array(a)._flat()):
        if not values or values[-1] != one:
            values.append(one)
    return ndarray(values, (len(values),), _array(a)._kind)


# --- products


def dot(a, b):
    a, b = _array(a), _array(b)
    if not a._shape or not b._shape:
        return _unwrap(_both("multiply", a, b))
    if a._shape[-1] != b._shape[-2 if b.ndim > 1 else 0]:
        raise ValueError(
            "shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)"
            % (_shown(a._shape), _shown(b._shape), a._shape[-1], a.ndim - 1, b._shape[-2 if b.ndim > 1 else 0], _max(0, b.ndim - 2))
        )
    return _product(a, b)


def matmul(a, b):
    a, b = _array(a), _array(b)
    if not a._shape or not b._shape:
        raise ValueError("matmul: Input operand %d does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)" % (0 if not a._shape else 1))
    if a.ndim > 2 or b.ndim > 2:
        raise ValueError("matmul of more than two axes is not supported here")
    rows = b._shape[0]
    if a._shape[-1] != rows:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size %d is different from %d)"
            % (rows, a._shape[-1])
        )
    return _product(a, b)


def _product(a, b):
    if a.ndim > 2 or b.ndim > 2:
        raise ValueError("products of more than two axes are not supported here")
    kind = _common([a._kind, b._kind])
    if kind in ("str", "object"):
        raise TypeError("products are of numbers")
    left = _rows(a, a.ndim - 1)
    right = _rows(b, _max(0, b.ndim - 2))
    data = []
    for row in left:
        for column in right:
            total = False if kind == "bool" else 0
            for x, y in zip(row, column):
                total = total or (x and y) if kind == "bool" else total + x * y
            data.append(_as(total, kind))
    shape = a._shape[:-1] + (b._shape[1:] if b.ndim > 1 else ())
    return _unwrap(ndarray(data, shape, kind))


inner = lambda a, b: dot(a, _array(b).T)


def outer(a, b):
    a, b = _array(a).ravel(), _array(b).ravel()
    return _both("multiply", a.reshape(-1, 1), b.reshape(1, -1))


def transpose(a, axes=None):
    return _array(a).transpose(*(axes or ()))


def reshape(a, shape):
    return _array(a).reshape(shape)


def ravel(a):
    return _array(a).ravel()


def squeeze(a):
    return _array(a).squeeze()


def copy(a):
    return array(a)


def shape(a):
    return _array(a)._shape


def ndim(a):
    return _array(a).ndim


def size(a):
    return _array(a).size


def diag(a):
    a = _array(a)
    if a.ndim == 2:
        n = _min(a._shape)
        return ndarray([a[i, i] for i in range(n)], (n,), a._kind)
    n = a.size
    return ndarray([a[i] if i == j else _as(0, a._kind) for i in range(n) for j in range(n)], (n, n), a._kind)


diagonal = diag


def trace(a):
    return sum_(diag(a))


class _Linalg:
    """np.linalg"""

    LinAlgError = LinAlgError

    @staticmethod
    def norm(a, ord=None, axis=None, keepdims=False):
        a = _array(a).astype(float)
        if ord is None or ord == 2:
            if ord == 2 and a.ndim > 1 and axis is None:
                raise ValueError("the 2-norm of a matrix is not supported here")
            return _along(a, axis, keepdims, lambda row: math.sqrt(_add_up([x * x for x in row])), "float")
        if ord == 1:
            if a.ndim > 1 and axis is None:
                return max_(sum_(absolute(a), 0))
            return _along(a, axis, keepdims, lambda row: _add_up([_abs(x) for x in row]), "float")
        if ord == inf:
            if a.ndim > 1 and axis is None:
                return max_(sum_(absolute(a), 1))
            return _along(a, axis, keepdims, lambda row: _max([_abs(x) for x in row]), "float")
        raise ValueError("Invalid norm order for vectors.")


linalg = _Linalg()


# --- as text


def set_printoptions(precision=None, suppress=None, threshold=None, linewidth=None, edgeitems=None, **others):
    for name, value in (
        ("precision", precision),
        ("suppress", suppress),
        ("threshold", threshold),
        ("linewidth", linewidth),
        ("edgeitems", edgeitems),
    ):
        if value is not None:
            _print[name] = value


def _digits(x):
    """Shortest decimal digits that are this number: (digits, exponent), x = 0.d1d2d3… · 10^exponent."""
    text = repr(_abs(x))
    mantissa, exponent = text, 0
    if "e" in text:
        mantissa, power = text.split("e")
        exponent = int(power)
    whole, _, part = mantissa.partition(".")
    digits = whole + part
    exponent += len(whole)
    stripped = digits.lstrip("0")
    exponent -= len(digits) - len(stripped)
    digits = stripped.rstrip("0")
    return (digits, exponent) if digits else ("0", 1)


def _rounded(digits, exponent, keep):
    """The same, with so many digits kept, halves to the even one."""
    if keep >= len(digits):
        return digits, exponent
    if keep < 0:
        return "0", 1
    rest = digits[keep:]
    kept = digits[:keep]
    up = rest[0] > "5" or (rest[0] == "5" and (rest.rstrip("0") != "5" or (kept and int(kept[-1]) % 2 == 1)))
    number = int(kept or "0") + (1 if up else 0)
    text = str(number)
    if number == 0:
        return "0", 1
    exponent += len(text) - keep
    return text.rstrip("0") or "0", exponent


def _fixed(x, precision):
    """A number without exponent: whole part, and digits after the point without zeros at their end."""
    digits, exponent = _digits(x)
    digits, exponent = _rounded(digits, exponent, precision + exponent)
    if digits == "0":
        return "0", ""
    if exponent <= 0:
        return "0", "0" * -exponent + digits
    if len(digits) <= exponent:
        return digits + "0" * (exponent - len(digits)), ""
    return digits[:exponent], digits[exponent:]


def _scientific(x, precision):
    digits, exponent = _digits(x)
    if x == 0:
        return "0", "", 0
    digits, exponent = _rounded(digits, exponent, precision + 1)
    return digits[0], digits[1:], exponent - 1


def _float_texts(numbers):
    finite = [x for x in numbers if x == x and x not in (inf, -inf)]
    precision = _print["precision"]
    sizes = [_abs(x) for x in finite if x != 0]
    exponential = (
        bool(sizes)
        and not _print["suppress"]
        and (_max(sizes) >= 1e8 or _min(sizes) < 1e-4 or _max(sizes) / _min(sizes) > 1000)
    )
    if exponential:
        parts = {i: _scientific(x, precision) for i, x in enumerate(numbers) if x == x and x not in (inf, -inf)}
        most = _max([len(part) for _, part, _ in parts.values()])
        wide = _max([2] + [len(str(_abs(power))) for _, _, power in parts.values()])
        texts = {}
        for i, (whole, part, power) in parts.items():
            sign = "-" if power < 0 else "+"
            shown = str(_abs(power))
            texts[i] = whole + "." + part + "0" * (most - len(part)) + "e" + sign + "0" * (wide - len(shown)) + shown
    else:
        parts = {i: _fixed(x, precision) for i, x in enumerate(numbers) if x == x and x not in (inf, -inf)}
        most = _max([0] + [len(part) for _, part in parts.values()])
        texts = {i: whole + "." + part + " " * (most - len(part)) for i, (whole, part) in parts.items()}
    shown = []
    for i, x in enumerate(numbers):
        if x != x:
            shown.append("nan")
        elif x in (inf, -inf):
            shown.append("inf" if x > 0 else "-inf")
        else:
            shown.append(("-" if x < 0 or (x == 0 and math.copysign(1, x) < 0) else "") + texts[i])
    wide = _max([len(text) for text in shown]) if shown else 0
    return [" " * (wide - len(text)) + text for text in shown]


def _texts(flat, kind):
    if kind == "float":
        return _float_texts(flat)
    if kind == "bool":
        shown = ["True" if x else "False" for x in flat]
        wide = _max([len(text) for text in shown]) if shown else 0
        return [" " * (wide - len(text)) + text for text in shown]
    if kind == "int":
        shown = [str(x) for x in flat]
        wide = _max([len(text) for text in shown]) if shown else 0
        return [" " * (wide - len(text)) + text for text in shown]
    if kind == "str":
        return [quoted(x) for x in flat]
    return [str(x) for x in flat]


def quoted(text):
    """A string as Python shows it, letters beyond ASCII as they are."""
    mark = '"' if "'" in text and '"' not in text else "'"
    shown = ""
    for c in text:
        if c == "\\" or c == mark:
            shown += "\\" + c
        elif c == "\n":
            shown += "\\n"
        elif c == "\t":
            shown += "\\t"
        elif c == "\r":
            shown += "\\r"
        elif ord(c) < 32 or 127 <= ord(c) < 160:
            shown += "\\x%02x" % ord(c)
        else:
            shown += c
    return mark + shown + mark


def _text(a, separator, indent):
    if not a._shape:
        return _texts(a._flat(), a._kind)[0].strip() if a._kind != "float" else _float_texts(a._flat())[0].strip()
    if a.size == 0:
        return "[" * a.ndim + "]" * a.ndim if indent == "" else "[]"
    edge = _print["edgeitems"]
    short = a.size > _print["threshold"]
    if short:
        flat = _leading(a, edge)
    else:
        flat = a._flat()
    texts = _texts(flat, a._kind)
    at = [0]

    def take_next():
        at[0] += 1
        return texts[at[0] - 1]

    def block(axis, hanging, width):
        n = a._shape[axis]
        cut = short and 2 * edge < n
        if axis == a.ndim - 1:
            words = [take_next() for _ in range(edge if cut else n)]
            if cut:
                words += ["..."] + [take_next() for _ in range(edge)]
            room = width - _max(len(separator.rstrip()), 1)
            lines, line = "", hanging
            for i, word in enumerate(words):
                if len(line) + len(word) > room and len(line) > len(hanging):
                    lines += line.rstrip() + "\n"
                    line = hanging
                line += word + (separator if i < len(words) - 1 else "")
            return "[" + (lines + line)[len(hanging) :] + "]"
        rows = [block(axis + 1, hanging + " ", width - 1) for _ in range(edge if cut else n)]
        if cut:
            rows.append("...")
            rows += [block(axis + 1, hanging + " ", width - 1) for _ in range(edge)]
        gap = separator.rstrip() + "\n" * (a.ndim - 1 - axis)
        return "[" + (gap + hanging).join(rows) + "]"

    return block(0, indent + " ", _print["linewidth"] - (1 if indent else 0))


def _leading(a, edge):
    """What is shown of a long array: its edges."""
    picked = a
    for axis, n in enumerate(a._shape):
        if n > 2 * edge:
            picked = take(picked, list(range(edge)) + list(range(n - edge, n)), axis)
    return picked._flat()

sum = sum_
max = max_
min = min_
abs = absolute
any = any_
all = all_
round = around = round_
