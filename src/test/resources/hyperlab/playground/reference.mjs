// Expected data, losses and weights of PlaygroundReferenceTest, from TensorFlow Playground's own modules in Node.js.
//
//     npm install typescript@5 d3@3.5.17 seedrandom@2.4
//     node reference.mjs FOLDER
//
// FOLDER contains node_modules and, in src/, nn.ts, dataset.ts, state.ts and playground.ts of github.com/tensorflow/playground.
// The first three run unchanged. playground.ts also draws, so only the declarations that determine numbers are extracted from
// it by name, and its drawing surface is a stub. reference.json is written next to this script.

import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";

const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, "package.json"));
const ts = require("typescript");
require("seedrandom");

const EPOCHS = 100;
const TOP_LEVEL = [
  "NUM_SAMPLES_CLASSIFY", "NUM_SAMPLES_REGRESS", "INPUTS", "getLoss", "constructInputIds", "constructInput", "oneStep",
  "reset", "generateData"];

const source = name => fs.readFileSync(path.join(folder, "src", name + ".ts"), "utf8");
const script = text => ts.transpileModule(text, {
  compilerOptions: {module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2019}}).outputText;

/** The declarations of playground.ts that determine numbers, and its two statements that change a link's values. */
function decisive() {
  const text = source("playground");
  const file = ts.createSourceFile("playground.ts", text, ts.ScriptTarget.ES2019, true);
  const kept = file.statements.filter(statement => {
    const name = statement.name ?? statement.declarationList?.declarations[0].name;
    return TOP_LEVEL.includes(name?.getText()) || statement.getText().startsWith("state.getHiddenProps()");
  });
  if (kept.length !== TOP_LEVEL.length + 1) {
    throw new Error("playground.ts does not have what is looked for");
  }
  const clamp = text.slice(text.indexOf("let currentMax ="), text.indexOf('noise.property("value"'));
  return kept.map(statement => statement.getText()).join("\n") + "\n{" + clamp + "}";
}

const PARTS = {dataset: script(source("dataset")), nn: script(source("nn")), state: script(source("state"))};
const DECISIVE = script(decisive());

/** Loads a link as the page does and returns the functions and values of the page. */
function page(hash) {
  const any = new Proxy(() => any, {get: () => any, apply: () => any});
  const modules = {d3: require("d3")};
  const globals = {Math, parseInt, window: {location: {hash}}};
  const load = name => {
    if (!modules[name]) {
      const module = {exports: {}};
      const values = {...globals, module, exports: module.exports, require: each => load(each.replace("./", ""))};
      vm.runInNewContext(PARTS[name], values);
      modules[name] = module.exports;
    }
    return modules[name];
  };
  const {State, Problem} = load("state");
  const state = State.deserializeState();
  state.serialize = () => {};
  const quiet = {
    noise: {property: () => "50"}, heatMap: any, lineChart: any, player: any, d3: any,
    drawNetwork: any, updateUI: any, userHasInteracted: any};
  const values = {
    ...globals, ...quiet, state, Problem, nn: load("nn"), dataset: load("dataset"), shuffle: load("dataset").shuffle,
    iter: 0, trainData: [], testData: [], network: null, lossTrain: 0, lossTest: 0};
  vm.createContext(values);
  vm.runInContext(DECISIVE, values);
  vm.runInContext("generateData(true); reset(true);", values);
  return values;
}

const weights = network => network.slice(1).map(layer => ({
  weights: layer.map(node => node.inputLinks.map(link => link.weight)), bias: layer.map(node => node.bias)}));
const point = each => [each.x, each.y, each.label];

function run(link) {
  const values = page(link.slice(link.indexOf("#")));
  const dead = () => values.network.slice(1).flat().flatMap(node => node.inputLinks).filter(each => each.isDead).length;
  const result = {
    link, train: values.trainData.length, test: values.testData.length,
    firstTrain: point(values.trainData[0]), lastTest: point(values.testData[values.testData.length - 1]),
    start: weights(values.network), losses: [[values.lossTrain, values.lossTest]]};
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    vm.runInContext("oneStep()", values);
    if (!Number.isFinite(values.lossTrain)) {
      result.divergedIn = epoch + 1;
      break;
    }
    result.losses.push([values.lossTrain, values.lossTest]);
  }
  return {...result, end: weights(values.network), dead: dead()};
}

/** Every data set with every activation; the other settings alternate. */
function links() {
  const cycle = list => {
    let next = 0;
    return () => list[next++ % list.length];
  };
  const data = ["dataset=circle", "dataset=xor", "dataset=gauss", "dataset=spiral", "regDataset=reg-plane",
    "regDataset=reg-gauss"];
  const regularization = cycle([
    "", "regularization=L1&regularizationRate=0.01", "regularization=L2&regularizationRate=0.03",
    "regularization=L1&regularizationRate=0.1", "regularization=none&regularizationRate=1"]);
  const batch = cycle(["", "batchSize=1", "batchSize=7", "batchSize=30", "batchSize=16", "batchSize=9"]);
  const noise = cycle(["noise=0", "noise=25", "", "noise=50", "noise=5"]);
  const inputs = cycle([
    "", "xSquared=true&ySquared=true", "x=false&y=false&xTimesY=true", "sinX=true&sinY=true",
    "x=false&xSquared=true&ySquared=true&xTimesY=true&sinX=true&sinY=true", "y=false&sinY=true", "cosX=true&cosY=true"]);
  const shape = cycle(["", "networkShape=8", "networkShape=", "networkShape=3,3,2", "networkShape=5,4",
    "networkShape=1", "networkShape=2,2,2,2,2,2"]);
  const share = cycle(["", "percTrainData=10", "percTrainData=90", "percTrainData=33"]);
  const rate = cycle(["", "learningRate=0.1", "learningRate=0.003", "learningRate=0.01"]);
  const seeds = cycle(["0.59704", "0.12345", "abc", "1", "0.00001"]);
  const all = [];
  for (const set of data) {
    for (const activation of ["tanh", "relu", "sigmoid", "linear"]) {
      const problem = set.startsWith("reg") ? "problem=regression" : "";
      const parts = [`activation=${activation}`, regularization(), batch(), set, rate(), noise(), shape(),
        `seed=${seeds()}`, share(), inputs(), problem];
      all.push("#" + parts.filter(part => part !== "").join("&"));
    }
  }
  return all.concat([
    "https://playground.tensorflow.org/#seed=0.59704",
    "#seed=7&initZero=true&activation=relu",
    "#seed=7&initZero=true&noise=30&dataset=spiral&hideText=true&discretize=true&showTestData=true",
    "#seed=8&regularization=L1&regularizationRate=0.3&dataset=gauss&networkShape=4,4&learningRate=0.1&x_hide=false",
    "#seed=8&regularization=L1&regularizationRate=3&learningRate=0.3&problem=regression&batchSize=11",
    "#seed=8&regularization=L1&regularizationRate=10&dataset=xor&networkShape=8,8&batchSize=3&noise=20",
    "#seed=9&learningRate=10&activation=linear&problem=regression",
    "#seed=9&learningRate=3&activation=relu&problem=regression&regDataset=reg-gauss",
    "#seed=9&percTrainData=5&batchSize=30",
    "#seed=9&percTrainData=10.5&batchSize=2.5",
    "#seed=9&batchSize=0",
    "#seed=9&batchSize=-7&learningRate=-0.003",
    "#seed=10&x=false&y=false",
    "#seed=10&x_hide=true&sinX=true&sinX_hide=false&sinY=true&sinY_hide=true&tutorial=none&collectStats=true",
    "#seed=11&noise=80",
    "#seed=11&noise=81&dataset=xor",
    "#seed=11&noise=-5&dataset=gauss",
    "#seed=12&noise= 0x1E &dataset=gauss&learningRate=1e-2&batchSize=.9e1&networkShape= 3 ,+2",
    "#seed=%ED%95%9C%20&activation=Tanh&dataset=reg-plane&regularization=l1&problem=&x= &y=False&nonsense=1&percTrainData",
    "#seed=12&seed=13&learningRate=1=2&activation=relu&activation=&&=&_hide=true",
    "#seed=한국어 シード&networkShape=2",
    "#seed=" + "long-".repeat(80) + "&networkShape=2",
  ]);
}

const cases = links().map(link => JSON.stringify(run(link)));
const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "reference.json");
fs.writeFileSync(file, `{"epochs": ${EPOCHS}, "cases": [\n${cases.join(",\n")}\n]}\n`);
