// Trains the network of an experiment file in JavaScript and prints the samples per second of the second half.
//
//     node peer.js playground EXPERIMENT NN_TS      TensorFlow Playground's nn.ts, from a checkout
//     node peer.js convnetjs EXPERIMENT DATASETS    ConvNetJS, on MNIST's digits
//
// NODE_PATH must contain convnetjs and typescript.

const fs = require("fs");
const path = require("path");
const zlib = require("zlib");

const SECONDS = 4;

function warmAndMeasured(epoch) {
  const now = () => Number(process.hrtime.bigint()) / 1e9;
  const start = now();
  while (now() - start < SECONDS / 2) epoch();
  const before = now();
  let samples = 0;
  while (now() - before < SECONDS / 2) samples += epoch();
  return samples / (now() - before);
}

function shuffle(order) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}

function playground(experiment, source) {
  const typescript = require("typescript");
  const text = fs.readFileSync(source, "utf8");
  const options = { compilerOptions: { target: "ES2020", module: "commonjs" } };
  const nn = {};
  new Function("exports", typescript.transpileModule(text, options).outputText)(nn);
  const { hidden, activation } = experiment.network;
  const { learningRate, batchSize } = experiment.training;
  const network = nn.buildNetwork(
    [2, ...hidden, 1], nn.Activations[activation.name.toUpperCase()], nn.Activations.LINEAR, null, ["x", "y"]);
  const count = Math.floor(experiment.data.samples * experiment.data.trainFraction);
  const points = Array.from({ length: count }, () => [Math.random() * 12 - 6, Math.random() * 12 - 6]);
  const order = points.map((_, i) => i);
  return () => {
    shuffle(order);
    for (let i = 0; i < count; i++) {
      const point = points[order[i]];
      nn.forwardProp(network, point);
      nn.backProp(network, Math.sin(point[0]), nn.Errors.SQUARE);
      if ((i + 1) % batchSize === 0) nn.updateWeights(network, learningRate, 0);
    }
    return count;
  };
}

function convnetjs(experiment, datasets) {
  const library = require("convnetjs");
  const pixels = zlib.gunzipSync(fs.readFileSync(path.join(datasets, "mnist-images.idx3-ubyte.gz"))).subarray(16);
  const labels = zlib.gunzipSync(fs.readFileSync(path.join(datasets, "mnist-labels.idx1-ubyte.gz"))).subarray(8);
  const { convolutions, hidden, activation } = experiment.network;
  const layers = [{ type: "input", out_sx: 28, out_sy: 28, out_depth: 1 }];
  for (const c of convolutions) {
    layers.push({
      type: "conv", sx: c.kernel, filters: c.filters, stride: c.stride, pad: c.padding, activation: activation.name,
    });
    layers.push({ type: "pool", sx: c.pool, stride: c.pool });
  }
  for (const units of hidden) layers.push({ type: "fc", num_neurons: units, activation: activation.name });
  layers.push({ type: "softmax", num_classes: 10 });
  const network = new library.Net();
  network.makeLayers(layers);
  const trainer = new library.Trainer(network, {
    method: experiment.training.optimizer.name,
    learning_rate: experiment.training.learningRate,
    batch_size: experiment.training.batchSize,
  });
  // Only a few batches per epoch: a full epoch would take longer than the measurement
  const count = 10 * experiment.training.batchSize;
  const images = Array.from({ length: count }, (_, i) => {
    const image = new library.Vol(28, 28, 1, 0);
    for (let p = 0; p < 784; p++) image.w[p] = pixels[i * 784 + p] / 255;
    return image;
  });
  const order = images.map((_, i) => i);
  return () => {
    shuffle(order);
    for (const i of order) trainer.train(images[i], labels[i]);
    return count;
  };
}

const [peer, file, where] = process.argv.slice(2);
const experiment = JSON.parse(fs.readFileSync(file, "utf8"));
console.log(warmAndMeasured((peer === "playground" ? playground : convnetjs)(experiment, where)));
