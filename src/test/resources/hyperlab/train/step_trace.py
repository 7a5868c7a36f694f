"""Expected numbers of StepTraceTest: one step of two small networks in PyTorch, in float64.

Run it in its folder with PyTorch 2.x:  python3 step_trace.py
It writes step_trace.json. The gradient includes that of the L2 penalty, which applies to weights only.
"""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)

FEATURES = [[1.36, 0.37], [-0.5, 0.8], [0.25, -1.1], [-0.9, -0.4]]
WEIGHTS = [
    ([[0.03, 1.09], [0.98, -0.41], [-0.24, -0.42]], [0.11, -0.01, 0.15]),
    ([[-1.48, 1.25, -0.08], [0.6, -0.3, 0.9]], [0.07, -0.2]),
]
RATE = 0.5


def step(loss_name, batch, l2):
    layers = WEIGHTS if loss_name == "crossEntropy" else [WEIGHTS[0], (WEIGHTS[1][0][:1], WEIGHTS[1][1][:1])]
    layers = [(torch.tensor(w, requires_grad=True), torch.tensor(b, requires_grad=True)) for w, b in layers]
    parameters = [p for layer in layers for p in layer]
    groups = [{"params": [p], "weight_decay": l2 if p.dim() == 2 else 0.0} for p in parameters]
    optimizer = torch.optim.SGD(groups, lr=RATE)
    targets = [0, 1, 1, 0][:batch] if loss_name == "crossEntropy" else [0.3, -1.2, 0.8, 2.0][:batch]
    x = torch.tensor(FEATURES[:batch])

    def forward():
        z1 = x @ layers[0][0].T + layers[0][1]
        h = torch.tanh(z1)
        return z1, h, h @ layers[1][0].T + layers[1][1]

    def mean_loss(z):
        if loss_name == "crossEntropy":
            return torch.nn.functional.cross_entropy(z, torch.tensor(targets))
        return ((z[:, 0] - torch.tensor(targets)) ** 2 / 2).mean()

    z1, h, z2 = forward()
    for values in (z1, h, z2):
        values.retain_grad()
    loss = mean_loss(z2)
    loss.backward()
    gradients = [(p.grad + (l2 * p.detach() if p.dim() == 2 else 0)).flatten().tolist() for p in parameters]
    optimizer.step()
    return {
        "loss": loss_name, "batch": batch, "l2": l2, "rate": RATE, "features": FEATURES, "targets": targets,
        "start": [{"weights": w, "bias": b} for w, b in
                  (WEIGHTS if loss_name == "crossEntropy" else [WEIGHTS[0], (WEIGHTS[1][0][:1], WEIGHTS[1][1][:1])])],
        "outputs": [values.detach().flatten().tolist() for values in (z1, h, z2)],
        "outputGradients": [values.grad.flatten().tolist() for values in (z1, h, z2)],
        "lossBefore": loss.item(), "gradients": gradients,
        "after": [p.detach().flatten().tolist() for p in parameters],
        "lossAfter": mean_loss(forward()[2]).item(),
    }


def main():
    cases = [step("crossEntropy", 1, 0.0), step("crossEntropy", 4, 0.01), step("squaredError", 3, 0.1)]
    lines = ",\n".join(json.dumps(case) for case in cases)
    pathlib.Path(__file__).with_name("step_trace.json").write_text("[\n%s\n]\n" % lines, encoding="utf-8")


if __name__ == "__main__":
    main()
