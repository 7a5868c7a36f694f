"""Trains small networks with PyTorch and writes their logs in the documented formats of other programs.

Lightning CSVLogger: lightning.pytorch.loggers.csv_logs (metrics.csv: sparse rows, epoch and step in each).
Hugging Face: transformers.trainer_callback.TrainerState (log_history).
TensorBoard: tensorflow/core/util/event.proto, framework/summary.proto and lib/io/record_writer.h. The bytes are written
here from these definitions, with a CRC-32C computed bit by bit, so that they do not depend on a protobuf library.
Weights & Biases, MLflow: the columns of their CSV exports.

    python3 logs.py        # writes the files beside this script; PyTorch's numbers may differ in the last digits elsewhere
"""

import json
import math
import struct
from pathlib import Path

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).parent


def moons(count, generator, noise=0.25, flipped=0.1):
    label = torch.arange(count) % 2
    angle = math.pi * torch.rand(count, generator=generator)
    sign = 1.0 - 2.0 * label
    points = torch.stack([sign * torch.cos(angle) + label, sign * torch.sin(angle) - 0.5 * label], dim=1)
    points = points + noise * torch.randn(count, 2, generator=generator)
    wrong = torch.rand(count, generator=generator) < flipped
    return points, torch.where(wrong, 1 - label, label)


def train(seed=0, train=200, hidden=32, rate=0.1, momentum=0.0, batch=20, epochs=30, rates=None, spoil=None,
          flipped=0.1, start=None):
    """Yields ("step", step, epoch, loss, rate) after each step and ("epoch", step, epoch, losses and accuracies)."""
    generator = torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    x, y = moons(train, generator, flipped=flipped)
    x_val, y_val = moons(300, generator, flipped=flipped)
    model = nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 2))
    loss_of = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=rate, momentum=momentum)
    step = 0
    for epoch in range(epochs):
        order = torch.randperm(train, generator=generator)
        sum_loss = 0.0
        for k in range(0, train, batch):
            rows = order[k:k + batch]
            for group in optimizer.param_groups:
                group["lr"] = rates(step) if rates else rate
            inputs = x[rows] * spoil if spoil and step == 150 else x[rows]
            loss = loss_of(model(inputs), y[rows])
            optimizer.zero_grad()
            loss.backward()
            if not (spoil and step == 150):
                optimizer.step()
            sum_loss += loss.item() * len(rows)
            yield "step", step, epoch, loss.item(), optimizer.param_groups[0]["lr"]
            step += 1
        with torch.no_grad():
            out = model(x_val)
            yield ("epoch", step - 1, epoch, sum_loss / train, loss_of(out, y_val).item(),
                   (model(x).argmax(1) == y).float().mean().item(), (out.argmax(1) == y_val).float().mean().item())


def lightning():
    """Overfits: few samples, a large network, many epochs."""
    header = "epoch,step,train_acc,train_loss_epoch,train_loss_step,val_acc,val_loss"
    lines = [header]
    for event in train(seed=3, train=40, hidden=128, rate=0.3, batch=10, epochs=120, flipped=0.2):
        if event[0] == "step" and event[1] % 5 == 4:
            lines.append(f"{event[2]},{event[1]},,,{event[3]},,")
        elif event[0] == "epoch":
            _, step, epoch, loss, val_loss, acc, val_acc = event
            lines.append(f"{epoch},{step},,,,{val_acc},{val_loss}")
            lines.append(f"{epoch},{step},{acc},{loss},,,")
    (HERE / "metrics.csv").write_text("\n".join(lines) + "\n")


def hugging_face():
    """A learning rate that is far too small, with the linear decay of the Trainer."""
    epochs, batches = 20, 10
    steps = epochs * batches
    history = []
    recent = []
    for event in train(seed=1, rate=0.005, epochs=epochs, rates=lambda step: 0.005 * (1 - step / steps)):
        if event[0] == "step":
            recent.append(event[3])
            if event[1] % 10 == 9:  # the Trainer logs the mean of the losses since it last logged
                history.append({"epoch": (event[1] + 1) / batches, "grad_norm": 1.0, "learning_rate": event[4],
                                "loss": round(sum(recent) / len(recent), 4), "step": event[1] + 1})
                recent = []
        elif event[0] == "epoch":
            history.append({"epoch": float(event[2] + 1), "eval_loss": event[4], "eval_accuracy": event[6],
                            "eval_runtime": 0.1, "eval_samples_per_second": 3000.0, "step": event[1] + 1})
    history.append({"epoch": float(epochs), "step": steps, "total_flos": 0.0, "train_loss": 0.69, "train_runtime": 2.0,
                    "train_samples_per_second": 2000.0, "train_steps_per_second": 100.0})
    state = {"best_metric": None, "best_model_checkpoint": None, "epoch": float(epochs), "eval_steps": 10,
             "global_step": steps, "is_hyper_param_search": False, "is_local_process_zero": True,
             "is_world_process_zero": True, "log_history": history, "logging_steps": 10, "max_steps": steps,
             "num_input_tokens_seen": 0, "num_train_epochs": epochs, "save_steps": 500,
             "stateful_callbacks": {"TrainerControl": {"args": {"should_save": True}, "attributes": {}}},
             "total_flos": 0.0, "train_batch_size": 20, "trial_name": None, "trial_params": None}
    (HERE / "trainer_state.json").write_text(json.dumps(state, indent=2) + "\n")


def wandb():
    """A spike: one batch is multiplied by 60."""
    lines = ['"Step","quiet-moon-7 - train/loss","quiet-moon-7 - train/loss__MIN","quiet-moon-7 - train/loss__MAX"']
    for event in train(seed=2, train=400, rate=0.1, batch=400, epochs=300, spoil=60.0, flipped=0.05):
        if event[0] == "step":
            lines.append(f'"{event[1]}","{event[3]}","{event[3]}","{event[3]}"')
    (HERE / "wandb.csv").write_text("\n".join(lines) + "\n")


def mlflow():
    """A noisy loss: two samples per batch, and a large rate."""
    lines = ["run_id,key,value,step,timestamp"]
    run = "0af1c3d5e7b94f60812a"
    time = 1700000000000
    for event in train(seed=4, train=120, rate=0.1, batch=2, epochs=3, flipped=0.2):
        time += 37
        if event[0] == "step":
            lines.append(f"{run},train_loss,{event[3]},{event[1]},{time}")
        else:
            lines.append(f"{run},val_loss,{event[4]},{event[1]},{time}")
    (HERE / "mlflow.csv").write_text("\n".join(lines) + "\n")


def restarted():
    """Keras' CSVLogger with append=True: stopped after epoch 11, continued from the checkpoint of epoch 7."""
    rows = [e for e in train(seed=5, rate=0.1, epochs=24) if e[0] == "epoch"]
    lines = ["epoch,accuracy,loss,val_accuracy,val_loss"]
    for row in rows[:12] + rows[8:]:
        lines.append(f"{row[2]},{row[5]},{row[3]},{row[6]},{row[4]}")
    (HERE / "restarted.csv").write_text("\n".join(lines) + "\n")


def plateau():
    """A small network that has learned what it can, in the columns of Hyperlab's own history.csv."""
    lines = ["epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate"]
    for row in train(seed=7, hidden=3, rate=0.5, batch=200, epochs=400):
        if row[0] == "epoch":
            lines.append(f"{row[2] + 1},{row[1] + 1},{row[3]},{row[4]},{row[5]},{row[6]},0.5")
    (HERE / "plateau.csv").write_text("\n".join(lines) + "\n")


def cosine():
    """A table with Korean names, semicolons and decimal commas; the rate restarts twice."""
    lines = ["에포크;학습률;훈련 손실;검증 손실;메모"]
    period = 100
    rates = lambda step: 0.001 + 0.149 * (1 + math.cos(math.pi * (step % period) / period)) / 2
    last = 0.0
    for event in train(seed=6, epochs=30, rates=rates):
        if event[0] == "step":
            last = event[4]
        else:
            lines.append(f"{event[2] + 1};{last};{event[3]};{event[4]};ok".replace(".", ","))
    (HERE / "korean.csv").write_text("\n".join(lines) + "\n", encoding="cp949")


# TensorBoard

def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


assert crc32c(b"123456789") == 0xE3069283  # the check value of CRC-32C


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked(length)) + data + struct.pack("<I", masked(data))


def varint(number):
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def field(number, wire, content):
    key = varint(number << 3 | wire)
    return key + (varint(len(content)) + content if wire == 2 else content)


def event(step, time, values):
    data = field(1, 1, struct.pack("<d", time)) + field(2, 0, varint(step))
    return record(data + field(5, 2, b"".join(field(1, 2, value) for value in values)))


def simple(tag, value):
    """As PyTorch's SummaryWriter and TensorFlow 1 write scalars."""
    return field(1, 2, tag.encode()) + field(2, 5, struct.pack("<f", value))


def tensor(tag, value, first):
    """As TensorFlow 2 writes scalars: a tensor of one float, with the plugin's name at the first value."""
    shape_and_type = field(1, 0, varint(1)) + field(2, 2, b"")
    metadata = field(9, 2, field(1, 2, field(1, 2, b"scalars"))) if first else b""
    return (field(1, 2, tag.encode()) + metadata
            + field(8, 2, shape_and_type + field(4, 2, struct.pack("<f", value))))


def version(time):
    return record(field(1, 1, struct.pack("<d", time)) + field(3, 2, b"brain.Event:2"))


def tensorboard():
    """Diverges to NaN: plain gradient descent with a rate that is far too large."""
    out = version(1.7e9)
    for e in train(seed=8, rate=40.0, batch=20, epochs=25):
        time = 1.7e9 + e[1]
        if e[0] == "step":
            out += event(e[1], time, [simple("Loss/train", e[3])])
        else:
            out += event(e[1], time, [simple("Loss/validation", e[4]), simple("Accuracy/validation", e[6])])
    (HERE / "events.out.tfevents.1700000000.host.1.0").write_bytes(out)


def keras_tensorboard():
    """The folders of Keras' TensorBoard callback: the steps of epoch_loss are epochs, from 0."""
    parts = {"train": version(1.7e9), "validation": version(1.7e9)}
    for e in train(seed=9, train=60, hidden=64, rate=0.3, momentum=0.9, batch=20, epochs=40, flipped=0.15):
        if e[0] == "epoch":
            first = e[2] == 0
            parts["train"] += event(e[2], 1.7e9 + e[2], [tensor("epoch_loss", e[3], first)])
            parts["train"] += event(e[2], 1.7e9 + e[2], [tensor("epoch_accuracy", e[5], first)])
            parts["validation"] += event(e[2], 1.7e9 + e[2], [tensor("epoch_loss", e[4], first)])
    for name, data in parts.items():
        folder = HERE / "keras_logs" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "events.out.tfevents.1700000000.host.2.0.v2").write_bytes(data)


if __name__ == "__main__":
    torch.set_num_threads(1)
    for write in (lightning, hugging_face, wandb, mlflow, restarted, plateau, cosine, tensorboard, keras_tensorboard):
        write()
