"""Expected numbers for the tests of the diagnoses, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 reference.py
It uses the data and the networks without convolutions of ../nn/hessian.py. They come first there, so a case has the same
index in both files. It writes reference.json: the gradient of each sample projected on two directions with the trace of the
gradients' covariance, and for each layer its outputs, its backpropagated signal and its gradient.
"""

import json
import pathlib
import random
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "nn"))
import hessian  # noqa: E402


def stretches(layers):
    """Name, length and layer of each array of parameters."""
    found, layer = [], -1
    for entry in layers:
        layer += 1 if "weights" in entry else 0
        for name, value in entry.items():
            found.append((name, torch.tensor(value).numel(), layer))
    return found


def walk(flat, layers, activation, x, targets, loss):
    """Pre-activations and outputs of each layer with weights, and the loss of each sample."""
    tensors, at = [], 0
    for layer in layers:
        for value in layer.values():
            shape = torch.tensor(value).shape
            tensors.append(flat[at:at + shape.numel()].view(shape))
            at += shape.numel()
    values, place, sums, outputs = x, 0, [], []
    for depth in range(len(hessian.HIDDEN) + 1):
        values = torch.nn.functional.linear(values, tensors[place], tensors[place + 1])
        values.retain_grad()
        sums.append(values)
        place += 2
        if depth < len(hessian.HIDDEN):
            learned = activation["name"] == "prelu"
            values = hessian.activated(values, activation, tensors[place] if learned else None)
            place += 1 if learned else 0
        outputs.append(values)
    if loss == "crossEntropy":
        losses = torch.nn.functional.cross_entropy(values, targets, reduction="none")
    else:
        classes = values.shape[1] > 1
        wanted = torch.nn.functional.one_hot(targets, hessian.CLASSES) if classes else targets.unsqueeze(1)
        losses = 0.5 * ((values - wanted) ** 2).sum(dim=1)
    return sums, outputs, losses


def case(source, numbers, given):
    layers, activation, loss = given["start"], given["activation"], given["loss"]
    x = torch.tensor(numbers["features"])
    targets = torch.tensor(numbers[given["data"]])
    flat = torch.cat([torch.tensor(value).flatten() for layer in layers for value in layer.values()])
    flat.requires_grad_(True)
    gradients = []
    for row in range(len(x)):
        value = hessian.mean_loss(flat, layers, activation, x[row:row + 1], targets[row:row + 1], loss)
        gradients.append(torch.autograd.grad(value, flat)[0])
    gradients = torch.stack(gradients)
    directions = torch.tensor([[round(source.gauss(0, 1), 3) for _ in range(len(flat))] for _ in range(2)])
    seen = gradients @ directions.T
    sums, outputs, losses = walk(flat, layers, activation, x, targets, loss)
    losses.sum().backward()
    mean_gradient = flat.grad / len(x)
    report, at = [], 0
    for name, length, layer in stretches(layers):
        if name == "weights":
            report.append({
                "outputMean": outputs[layer].mean().item(),
                "outputDeviation": outputs[layer].std(correction=0).item(),
                "sumGradientNorm": sums[layer].grad.norm().item(),
                "weightNorm": flat[at:at + length].norm().item(),
                "gradientNorm": mean_gradient[at:at + length].norm().item(),
                "positive": (sums[layer] > 0).double().mean(dim=0).tolist(),
            })
        at += length
    return {
        "trace": torch.cov(gradients.T).trace().item(),
        "squaredMean": gradients.mean(dim=0).square().sum().item(),
        "directions": directions.tolist(),
        "seen": seen.tolist(),
        "covariance": torch.cov(seen.T).tolist(),
        "loss": losses.mean().item(),
        "layers": report,
    }


def main():
    source = random.Random(27)
    reference = json.loads((HERE.parent / "nn" / "hessian.json").read_text(encoding="utf-8"))
    cases = [case(source, reference["data"], given) for given in reference["cases"] if not given["convolutions"]]
    lines = ",\n".join(json.dumps(each) for each in cases)
    (HERE / "reference.json").write_text('{"cases": [\n%s\n]}\n' % lines, encoding="utf-8")


if __name__ == "__main__":
    main()
