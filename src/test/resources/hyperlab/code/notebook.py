"""Runs the code cells of the notebooks that `hyperlab code --to notebook` writes, and compares the histories as check.py
does, for the same experiments.

    /usr/bin/python3 notebook.py HYPERLAB [WORD]

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab; WORD selects experiments whose name contains it. Needs
PyTorch 2.x and Matplotlib, which draws without a display.
"""

import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import check


def code(notebook):
    """The code of all cells; the form of the file is that of nbformat 4.5."""
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[a-zA-Z0-9-_]{1,64}", each) for each in ids)
    for cell in notebook["cells"]:
        keys = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == (keys if cell["cell_type"] == "markdown" else keys | {"execution_count", "outputs"})
        assert all(line.endswith("\n") for line in cell["source"][:-1])
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")


def difference(hyperlab, name, experiment, folder):
    experiment = check.complete(name, experiment)
    file = folder / "e.hyperlab.json"
    file.write_text(json.dumps(experiment), encoding="utf-8")
    check.run(hyperlab, "train", file, "--out", folder / "run")
    check.run(hyperlab, "code", file, "--to", "notebook", "--out", folder / "n.ipynb")
    text = code(json.loads((folder / "n.ipynb").read_text(encoding="utf-8")))
    printed = subprocess.run(
        [sys.executable, "-c", text], cwd=folder, env={**os.environ, "MPLBACKEND": "Agg"}, check=True, capture_output=True, text=True)
    ours = check.rows((folder / "run" / "history.csv").read_text(encoding="utf-8"))
    theirs = check.rows(printed.stdout)
    random = experiment.get("network", {}).get("dropout", 0) > 0
    if len(ours) != len(theirs):
        return math.inf
    return max(check.difference(our, their) for our, their in zip(ours[:1] if random else ours, theirs))


def main():
    word = sys.argv[2] if len(sys.argv) > 2 else ""
    worst = 0.0
    for name, experiment in check.experiments():
        if word in name:
            with tempfile.TemporaryDirectory() as folder:
                check.beside(pathlib.Path(folder))
                found = difference(sys.argv[1], name, experiment, pathlib.Path(folder))
            worst = max(worst, found)
            print(f"{found:9.2e}  {name!r}", flush=True)
    print(f"largest difference {worst:.2e}")
    return 0 if worst <= check.TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
