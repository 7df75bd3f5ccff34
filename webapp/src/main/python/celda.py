# What a code cell needs around the learner's program: its own names, a print that does not flood the
# page, errors with their line, and each case of a check with what came out of it.
import builtins
from collections import OrderedDict
import io
import json
import math
import sys

import np

_MOST_TEXT = 20000  # characters that a run may print
_MOST_SHOWN = 2000  # characters of a value in a result
_MOST_ITEMS = 2000  # numbers of a value that a check compares
_CELL = "celda"

_tell = None  # set by the worker: takes a kind and a text
_printed = 0
_case_text = None


class DemasiadoTexto(Exception):
    pass


# --- text


def texto(value, inside=False):
    """Like str(), or inside a list like repr(), with accents as they are."""
    if isinstance(value, str):
        return np.quoted(value) if inside else value
    if isinstance(value, list):
        return "[" + ", ".join([texto(one, True) for one in value]) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join([texto(one, True) for one in value]) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, dict):
        return "{" + ", ".join([texto(k, True) + ": " + texto(v, True) for k, v in value.items()]) + "}"
    if isinstance(value, set):
        return "{" + ", ".join([texto(one, True) for one in value]) + "}" if value else "set()"
    if isinstance(value, np.ndarray):
        return repr(value) if inside else str(value)
    return repr(value) if inside else str(value)


def _write(text):
    global _printed
    _printed += len(text)
    if _case_text is not None:
        if _printed <= _MOST_TEXT:
            _case_text.append(text)
    elif _printed - len(text) < _MOST_TEXT:
        _tell("out", text[: _MOST_TEXT - (_printed - len(text))])
    if _printed > _MOST_TEXT:
        raise DemasiadoTexto()


def _print(*values, sep=" ", end="\n", file=None, flush=False):
    text = (" " if sep is None else sep).join([texto(one) for one in values]) + ("\n" if end is None else end)
    if file is None:
        _write(text)
    else:
        file.write(text)


def _input(prompt=""):
    raise RuntimeError("input")


def _repr(value):
    return texto(value, True)


# --- values


def _plain(value, left):
    """A value as JSON that keeps its kind; left counts down what may still come."""
    left[0] -= 1
    if left[0] < 0:
        return {"kind": "long"}
    if value is None:
        return {"kind": "none"}
    if isinstance(value, bool):
        return {"kind": "bool", "truth": value}
    if isinstance(value, int):
        return {"kind": "int", "value": str(value)}
    if isinstance(value, float):
        return {"kind": "float", "value": "nan" if value != value else repr(value)}
    if isinstance(value, str):
        return {"kind": "str", "value": value[:_MOST_SHOWN]}
    if isinstance(value, np.ndarray):
        return {"kind": "array", "shape": list(value.shape), "items": [_plain(one, left) for one in value._flat()[: left[0] + 1]]}
    for kind, type_ in (("list", list), ("tuple", tuple)):
        if isinstance(value, type_):
            return {"kind": kind, "items": [_plain(one, left) for one in value[: left[0] + 1]]}
    if isinstance(value, dict):
        # Keys and values by turns.
        flat = [one for pair in list(value.items())[: left[0] + 1] for one in pair]
        return {"kind": "dict", "items": [_plain(one, left) for one in flat]}
    return {"kind": "other", "value": type(value).__name__}


def _shown(value):
    shown = texto(value, True)
    return shown if len(shown) <= _MOST_SHOWN else shown[:_MOST_SHOWN] + "…"


# --- errors


def _error(failure):
    """Name, words and line of an error: the last line of the cell that it went through."""
    out = io.StringIO()
    sys.print_exception(failure, out)
    line, where = 0, ""
    for one in out.getvalue().split("\n"):
        one = one.strip()
        if one.startswith('File "' + _CELL + '"'):
            parts = one.split(", ")
            line = int(parts[1].split(" ")[1])
            where = parts[2][3:] if len(parts) > 2 else ""
    name = type(failure).__name__
    words = ", ".join([texto(one) for one in failure.args])
    if isinstance(failure, DemasiadoTexto):
        name, words = "DemasiadoTexto", str(_MOST_TEXT)
    return {"name": name, "words": words[:_MOST_SHOWN], "line": line, "where": "" if where == "<module>" else where}


# --- drawings


def mostrar(valor, filas=None, columnas=None, titulo="", patch=None):
    """Draws a table of numbers as a heat map under the cell, or one of the images, cut into patches."""
    if hasattr(valor, "width") and hasattr(valor, "name"):
        _mostrar_imagen(valor, patch, titulo)
        return
    tabla = np.asarray(valor)
    if tabla.ndim == 1:
        tabla = tabla.reshape(1, -1)
    if tabla.ndim != 2 or tabla._kind not in ("int", "float", "bool"):
        raise ValueError("mostrar dibuja una tabla de números: %s no lo es" % _shown(valor)[:80])
    rows, columns = tabla.shape
    if rows * columns > 2500:
        raise ValueError("mostrar dibuja hasta 2500 números y aquí hay %d" % (rows * columns))
    for names, count, what in ((filas, rows, "filas"), (columnas, columns, "columnas")):
        if names is not None and len(names) != count:
            raise ValueError("hay %d nombres de %s y la tabla tiene %d" % (len(names), what, count))
    _tell(
        "draw",
        json.dumps(
            {
                "title": str(titulo),
                "picture": "",
                "rows": [texto(one) for one in (filas or range(rows))],
                "columns": [texto(one) for one in (columnas or range(columns))],
                "values": [[None if x != x else float(x) for x in row] for row in tabla.tolist()],
            }
        ),
    )


def _mostrar_imagen(imagen, patch, titulo):
    if not imagen.name:
        raise ValueError("de esta imagen solo hay medidas: mostrar dibuja las de images")
    if patch is not None and not (isinstance(patch, int) and patch >= 8):
        raise ValueError("patch es un entero desde 8, no %s" % texto(patch, True))
    _tell("draw", json.dumps({"title": str(titulo), "picture": imagen.name, "patch": patch or 0}))


# --- a run

# The notebook's data and functions, made anew for each run: a program may change them.
with open("/cuaderno.py") as _file:
    _NOTEBOOK = compile(_file.read(), "cuaderno", "exec")


def _scope(data):
    """The names that a program finds: NumPy, what the page has, and what a cell can draw."""
    names = {
        "__name__": "__main__",
        "np": np,
        "math": math,
        "mostrar": mostrar,
        "print": _print,
        "input": _input,
        "repr": _repr,
        "sorted": _sorted,
    }
    exec(_NOTEBOOK, names)
    if "captions" in data:
        names["captions"] = _live(data["captions"])
        names["_follow_captions"]()
    for name, value in data.items():
        if name != "sizes":
            names[name] = _live(value)
    # Sizes of the pictures that the page holds now, perhaps the learner's own.
    for name, (width, height) in data.get("sizes", {}).items():
        names["images"][name] = names["Imagen"](width, height, name)
    return names


def _live(value):
    """JSON to Python: {"array": …} is an array, {"pairs": …} a dictionary with its order."""
    if isinstance(value, dict):
        if "array" in value:
            return np.array(value["array"])
        return OrderedDict([(key, _live(one)) for key, one in value["pairs"]])
    if isinstance(value, list):
        return [_live(one) for one in value]
    return value


def _sorted(values, key=None, reverse=False):
    """Like sorted() of Python: equals keep their order, which MicroPython's do not."""
    values = list(values)
    keys = values if key is None else [key(one) for one in values]
    places = list(range(len(values)))
    _merge_sort(places, keys, reverse)
    return [values[i] for i in places]


def _merge_sort(places, keys, reverse):
    if len(places) < 2:
        return
    half = len(places) // 2
    left, right = places[:half], places[half:]
    _merge_sort(left, keys, reverse)
    _merge_sort(right, keys, reverse)
    i = j = 0
    for at in range(len(places)):
        if j >= len(right):
            first = True
        elif i >= len(left):
            first = False
        else:
            one, other = keys[left[i]], keys[right[j]]
            first = not (one < other if reverse else other < one)
        if first:
            places[at] = left[i]
            i += 1
        else:
            places[at] = right[j]
            j += 1


def _import(name, *rest):
    if name.split(".")[0] in _CLOSED:
        raise ImportError("no module named '%s'" % name)
    if name == "numpy":
        return np
    return _open_import(name, *rest)


# They lead out of the program, or wait.
_CLOSED = ("js", "jsffi", "asyncio", "_asyncio", "os", "vfs", "select", "micropython", "uctypes", "tarfile", "pathlib", "io", "gzip", "deflate")
_open_import = builtins.__import__


def correr(request):
    """Runs a program, then the cases of its check, each on the names that the program has left."""
    global _printed, _case_text
    asked = json.loads(request)
    _printed = 0
    _case_text = None
    names = _scope(asked.get("data", {}))
    answer = {"error": None, "cases": []}
    builtins.__import__ = _import
    try:
        exec(compile(asked["code"], _CELL, "exec"), names)
    except BaseException as failure:
        answer["error"] = _error(failure)
    finally:
        builtins.__import__ = _open_import
    if answer["error"] is None and asked.get("cases"):
        # What is expected knows nothing of the learner's names.
        right = _scope(asked.get("data", {}))
        for case in asked["cases"]:
            answer["cases"].append(_case(case, names, right))
    return json.dumps(answer)


def _case(case, names, right):
    """One case: what it gives on the program's names, and what it should give."""
    global _printed, _case_text
    _printed = 0
    _case_text = []
    own = dict(names)
    result = {"error": None, "value": None, "shown": "", "wanted": {"kind": "none"}, "wantedShown": ""}
    builtins.__import__ = _import
    try:
        wanted = eval(compile(case["expect"], "caso", "eval"), dict(right))
        result["wanted"] = _plain(wanted, [_MOST_ITEMS])
        result["wantedShown"] = _shown(wanted)
        if case.get("before"):
            exec(compile(case["before"], "caso", "exec"), own)
        value = eval(compile(case["run"], "caso", "eval"), own)
        result["value"] = _plain(value, [_MOST_ITEMS])
        result["shown"] = _shown(value)
    except BaseException as failure:
        result["error"] = _error(failure)
    finally:
        builtins.__import__ = _open_import
    result["printed"] = "".join(_case_text)
    _case_text = None
    return result
