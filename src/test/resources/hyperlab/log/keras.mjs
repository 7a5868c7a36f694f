// Trains a network with TensorFlow.js and writes what Keras' CSVLogger writes: one row per epoch, epochs from 0, the
// metrics in alphabetical order. TensorFlow.js calls the accuracy "acc".
//   npm install @tensorflow/tfjs && node keras.mjs > keras.csv
import * as tf from '@tensorflow/tfjs';

let state = 7;
const random = () => {
  state = (1103515245 * state + 12345) % 2147483648;
  return state / 2147483648;
};
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function moons(count) {
  const x = [];
  const y = [];
  for (let i = 0; i < count; i++) {
    const label = i % 2;
    const angle = Math.PI * random();
    const sign = label === 0 ? 1 : -1;
    x.push([sign * Math.cos(angle) + label + 0.3 * normal(), sign * Math.sin(angle) - 0.5 * label + 0.3 * normal()]);
    y.push(random() < 0.1 ? 1 - label : label); // a tenth of the labels is wrong
  }
  return [tf.tensor2d(x), tf.tensor1d(y, 'float32')];
}

const [x, y] = moons(60);
const [xVal, yVal] = moons(200);
const model = tf.sequential({
  layers: [
    tf.layers.dense({units: 64, activation: 'relu', inputShape: [2], kernelInitializer: tf.initializers.heNormal({seed: 1})}),
    tf.layers.dense({units: 64, activation: 'relu', kernelInitializer: tf.initializers.heNormal({seed: 2})}),
    tf.layers.dense({units: 1, activation: 'sigmoid', kernelInitializer: tf.initializers.glorotNormal({seed: 3})}),
  ],
});
model.compile({optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy']});
console.log('epoch,acc,loss,val_acc,val_loss');
await model.fit(x, y, {
  epochs: 80,
  batchSize: 20,
  shuffle: false,
  verbose: 0,
  validationData: [xVal, yVal],
  callbacks: {
    onEpochEnd: (epoch, logs) => console.log([epoch, logs.acc, logs.loss, logs.val_acc, logs.val_loss].join(',')),
  },
});
