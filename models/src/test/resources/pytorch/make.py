"""Writes views.bin as torch.save does: Python's own pickle, the same calls, without PyTorch.

    python3 make.py

torch.save (since 1.6) writes a ZIP archive without compression: archive/data.pkl, a pickle of
protocol 2 whose tensors are calls of torch._utils._rebuild_tensor_v2 on storages that are kept
outside of it under persistent ids, and archive/data/KEY with the bytes of each storage.
"""

import collections
import io
import pickle
import struct
import sys
import types
import zipfile

torch = types.ModuleType("torch")
utils = types.ModuleType("torch._utils")
torch._utils = utils
sys.modules.update({"torch": torch, "torch._utils": utils})

STORAGES = {"FloatStorage": "f", "HalfStorage": "e", "LongStorage": "q", "ByteStorage": "B"}
for name in STORAGES:
    setattr(torch, name, type(name, (), {"__module__": "torch", "__qualname__": name}))


def _rebuild_tensor_v2(*arguments):
    raise NotImplementedError


def _rebuild_parameter(*arguments):
    raise NotImplementedError


for function in (_rebuild_tensor_v2, _rebuild_parameter):
    function.__module__ = "torch._utils"
    setattr(utils, function.__name__, function)


class Storage:
    def __init__(self, kind, key, values):
        self.kind, self.key, self.values = kind, key, values


class Tensor:
    def __init__(self, storage, offset, size, stride):
        self.arguments = (storage, offset, size, stride, False, collections.OrderedDict())

    def __reduce__(self):
        return utils._rebuild_tensor_v2, self.arguments


class Parameter:
    def __init__(self, tensor):
        self.tensor = tensor

    def __reduce__(self):
        return utils._rebuild_parameter, (self.tensor, True, collections.OrderedDict())


class Pickler(pickle.Pickler):
    def persistent_id(self, value):
        if isinstance(value, Storage):
            kind = getattr(torch, value.kind)
            return ("storage", kind, value.key, "cpu", len(value.values))
        return None


def save(path, state):
    storages = {}
    for tensor in state.values():
        tensor = tensor.tensor if isinstance(tensor, Parameter) else tensor
        storages[tensor.arguments[0].key] = tensor.arguments[0]
    table = io.BytesIO()
    Pickler(table, protocol=2).dump(state)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        def add(name, data):
            archive.writestr(zipfile.ZipInfo("archive/" + name, (1980, 1, 1, 0, 0, 0)), data)
        add("data.pkl", table.getvalue())
        for key, storage in storages.items():
            letter = STORAGES[storage.kind]
            add("data/" + key, struct.pack("<%d%s" % (len(storage.values), letter), *storage.values))
        add("version", "3\n")


shared = Storage("FloatStorage", "0", [float(i) for i in range(24)])
state = collections.OrderedDict()
state["rows"] = Tensor(shared, 0, (4, 6), (6, 1))
state["transposed"] = Tensor(shared, 0, (6, 4), (1, 6))
state["second_row_on"] = Tensor(shared, 6, (2, 3), (6, 2))
state["parameter"] = Parameter(Tensor(shared, 20, (4,), (1,)))
state["half"] = Tensor(Storage("HalfStorage", "1", [0.5, -2.0, 65504.0]), 0, (3,), (1,))
state["ids"] = Tensor(Storage("LongStorage", "2", [0, -1, 2 ** 40]), 0, (1, 3), (3, 1))
state["scalar"] = Tensor(Storage("FloatStorage", "3", [2.6592]), 0, (), ())
state["empty"] = Tensor(Storage("FloatStorage", "4", []), 0, (0, 3), (3, 1))
state._metadata = collections.OrderedDict({"": {"version": 1}})
save("views.bin", state)
