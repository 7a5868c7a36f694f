package hyperlab.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * A loss function on the outputs of a network's last dense layer: its value, its gradient, and the conversion of
 * outputs to predictions.
 */
interface LossFunction {
    /** Returns {@code sum} plus the losses of all rows; the target of row r is {@code targets[targetsFrom + r]}. */
    double addLosses(double sum, DMatrixRMaj outputs, double[] targets, int targetsFrom);

    /**
     * Returns the sum of the losses of all rows and stores the gradient of their mean in {@code gradient}, which is
     * reshaped.
     */
    double sumAndGradient(DMatrixRMaj outputs, double[] targets, DMatrixRMaj gradient);

    /**
     * The same for many networks side by side, part by part of a batch.
     *
     * @param part the samples, and the outputs of the networks
     * @param gradients of the mean over the whole batch, samples × outputs × lanes; overwritten
     * @param sums one per lane, to which the part is added; {@link #ofSum} converts it at the end of the batch
     */
    void addSumsAndGradients(LanePart part, double[][] gradients, double[] sums);

    /** The loss of all samples of a batch from the sum of {@link #addSumsAndGradients}. */
    double ofSum(double sum);

    /**
     * A part of a batch.
     *
     * @param outputs samples × outputs × lanes
     * @param columns number of outputs
     * @param targets of the whole batch
     * @param from index of the first sample
     * @param rows number of samples in this part
     * @param batchRows number of samples in the batch
     */
    record LanePart(double[][] outputs, int columns, double[] targets, int from, int rows, int batchRows, int lanes) {}

    /**
     * Computes the directional derivative of the gradient from {@link #sumAndGradient} when the outputs change along
     * {@code outputTangent}: the Hessian of the mean loss with respect to the outputs, times that tangent.
     *
     * @param result reshaped and overwritten
     */
    void gradientTangent(DMatrixRMaj outputs, DMatrixRMaj outputTangent, DMatrixRMaj result);

    /** Converts outputs to predictions, in place. */
    void predict(DMatrixRMaj outputs);

    /**
     * Computes outputs that represent the average prediction of several networks: {@link #addLosses} then returns the
     * loss of the average prediction, and {@link #predict} the average prediction.
     *
     * @param outputs of each network, rows × outputs, all of the same shape; not modified
     * @param mean reshaped and overwritten
     */
    void averageOutputs(DMatrixRMaj[] outputs, DMatrixRMaj mean);

    static LossFunction of(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> new SoftmaxCrossEntropy();
            case SQUARED_ERROR -> new SquaredError();
        };
    }

    /** −ln softmax(z)[class] = m + ln Σ eᶻ⁻ᵐ − z[class] with m = max z; gradient (softmax(z) − one-hot)/rows. */
    final class SoftmaxCrossEntropy implements LossFunction {
        private double[] exponentials = new double[0];
        /** The outputs of one network of several side by side. */
        private final DMatrixRMaj laneOutputs = new DMatrixRMaj(0, 0);

        private final DMatrixRMaj laneGradient = new DMatrixRMaj(0, 0);

        @Override
        public double addLosses(double sum, DMatrixRMaj outputs, double[] targets, int targetsFrom) {
            int classes = outputs.numCols;
            room(classes);
            double total = sum;
            for (int row = 0; row < outputs.numRows; row++) {
                int at = row * classes;
                double max = largest(outputs.data, at, classes);
                double partition = exponentials(outputs.data, at, classes, max);
                total += loss(outputs.data[at + (int) targets[targetsFrom + row]], max, partition);
            }
            return total;
        }

        @Override
        public double sumAndGradient(DMatrixRMaj outputs, double[] targets, DMatrixRMaj gradient) {
            return addSumAndGradient(0, outputs, targets, 0, 1.0 / outputs.numRows, gradient);
        }

        private double addSumAndGradient(
                double sum,
                DMatrixRMaj outputs,
                double[] targets,
                int targetsFrom,
                double inverseRows,
                DMatrixRMaj gradient) {
            int rows = outputs.numRows;
            int classes = outputs.numCols;
            room(classes);
            gradient.reshape(rows, classes);
            double total = sum;
            for (int row = 0; row < rows; row++) {
                int at = row * classes;
                double max = largest(outputs.data, at, classes);
                double partition = exponentials(outputs.data, at, classes, max);
                double scale = inverseRows / partition;
                for (int c = 0; c < classes; c++) {
                    gradient.data[at + c] = exponentials[c] * scale;
                }
                int target = at + (int) targets[targetsFrom + row];
                gradient.data[target] -= inverseRows;
                total += loss(outputs.data[target], max, partition);
            }
            return total;
        }

        @Override
        public void addSumsAndGradients(LanePart part, double[][] gradients, double[] sums) {
            int length = part.rows() * part.columns();
            laneOutputs.reshape(part.rows(), part.columns());
            double inverseRows = 1.0 / part.batchRows();
            for (int lane = 0; lane < part.lanes(); lane++) {
                for (int i = 0; i < length; i++) {
                    laneOutputs.data[i] = part.outputs()[i][lane];
                }
                sums[lane] = addSumAndGradient(
                        sums[lane], laneOutputs, part.targets(), part.from(), inverseRows, laneGradient);
                for (int i = 0; i < length; i++) {
                    gradients[i][lane] = laneGradient.data[i];
                }
            }
        }

        @Override
        public double ofSum(double sum) {
            return sum;
        }

        /** With p = softmax(z): p ⊙ (ż − pᵀż)/rows. */
        @Override
        public void gradientTangent(DMatrixRMaj outputs, DMatrixRMaj outputTangent, DMatrixRMaj result) {
            int classes = outputs.numCols;
            room(classes);
            result.reshape(outputs.numRows, classes);
            double inverseRows = 1.0 / outputs.numRows;
            for (int row = 0; row < outputs.numRows; row++) {
                int at = row * classes;
                double partition = exponentials(outputs.data, at, classes, largest(outputs.data, at, classes));
                double mean = 0;
                for (int c = 0; c < classes; c++) {
                    mean += exponentials[c] / partition * outputTangent.data[at + c];
                }
                for (int c = 0; c < classes; c++) {
                    result.data[at + c] =
                            inverseRows * exponentials[c] / partition * (outputTangent.data[at + c] - mean);
                }
            }
        }

        @Override
        public void predict(DMatrixRMaj outputs) {
            int classes = outputs.numCols;
            room(classes);
            for (int row = 0; row < outputs.numRows; row++) {
                int at = row * classes;
                double partition = exponentials(outputs.data, at, classes, largest(outputs.data, at, classes));
                for (int c = 0; c < classes; c++) {
                    outputs.data[at + c] = exponentials[c] / partition;
                }
            }
        }

        /** The logarithm of each class's mean probability; the softmax of these logarithms is that mean. */
        @Override
        public void averageOutputs(DMatrixRMaj[] outputs, DMatrixRMaj mean) {
            int rows = outputs[0].numRows;
            int classes = outputs[0].numCols;
            room(classes);
            mean.reshape(rows, classes);
            double[] logProbabilities = new double[outputs.length * classes];
            double logMembers = Math.log(outputs.length);
            for (int row = 0; row < rows; row++) {
                int at = row * classes;
                for (int k = 0; k < outputs.length; k++) {
                    double[] z = outputs[k].data;
                    double max = largest(z, at, classes);
                    double shift = max + Math.log(exponentials(z, at, classes, max));
                    for (int c = 0; c < classes; c++) {
                        logProbabilities[c * outputs.length + k] = z[at + c] - shift;
                    }
                }
                for (int c = 0; c < classes; c++) {
                    mean.data[at + c] = logOfSum(logProbabilities, c * outputs.length, outputs.length) - logMembers;
                }
            }
        }

        /** ln Σ eˡ, even if each eˡ is too small for a double. */
        private static double logOfSum(double[] logProbabilities, int from, int count) {
            double max = largest(logProbabilities, from, count);
            if (max == Double.NEGATIVE_INFINITY) {
                return max;
            }
            double sum = 0;
            for (int i = from; i < from + count; i++) {
                sum += Math.exp(logProbabilities[i] - max);
            }
            return max + Math.log(sum);
        }

        private void room(int classes) {
            if (exponentials.length < classes) {
                exponentials = new double[classes];
            }
        }

        private static double largest(double[] z, int at, int classes) {
            double max = z[at];
            for (int c = 1; c < classes; c++) {
                max = Math.max(max, z[at + c]);
            }
            return max;
        }

        private double exponentials(double[] z, int at, int classes, double max) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                double e = Math.exp(z[at + c] - max);
                exponentials[c] = e;
                sum += e;
            }
            return sum;
        }

        private static double loss(double z, double max, double partition) {
            return Math.log(partition) + (max - z);
        }
    }

    /**
     * ½ Σ (o − t)²; gradient (o − t)/rows. With one output, t is the target. With several, t is 1 for the target class
     * and 0 otherwise.
     */
    final class SquaredError implements LossFunction {
        private final DMatrixRMaj errors = new DMatrixRMaj(0, 0);

        @Override
        public double addLosses(double sum, DMatrixRMaj outputs, double[] targets, int targetsFrom) {
            return sum + half(outputs, targets, targetsFrom, errors);
        }

        @Override
        public double sumAndGradient(DMatrixRMaj outputs, double[] targets, DMatrixRMaj gradient) {
            double sum = half(outputs, targets, 0, gradient);
            int length = gradient.getNumElements();
            double inverseRows = 1.0 / outputs.numRows;
            for (int i = 0; i < length; i++) {
                gradient.data[i] *= inverseRows;
            }
            return sum;
        }

        @Override
        public void addSumsAndGradients(LanePart part, double[][] gradients, double[] sums) {
            int columns = part.columns();
            double inverseRows = 1.0 / part.batchRows();
            for (int row = 0; row < part.rows(); row++) {
                double target = part.targets()[part.from() + row];
                for (int c = 0; c < columns; c++) {
                    double wanted = columns == 1 ? target : c == (int) target ? 1 : 0;
                    int at = row * columns + c;
                    addSquares(part.outputs()[at], wanted, inverseRows, gradients[at], sums, part.lanes());
                }
            }
        }

        private static void addSquares(
                double[] outputs, double target, double inverseRows, double[] gradients, double[] sums, int lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                double error = outputs[lane] - target;
                gradients[lane] = error * inverseRows;
                sums[lane] += error * error;
            }
        }

        @Override
        public double ofSum(double sum) {
            return sum / 2;
        }

        @Override
        public void gradientTangent(DMatrixRMaj outputs, DMatrixRMaj outputTangent, DMatrixRMaj result) {
            result.reshape(outputs.numRows, outputs.numCols);
            double inverseRows = 1.0 / outputs.numRows;
            int length = result.getNumElements();
            for (int i = 0; i < length; i++) {
                result.data[i] = inverseRows * outputTangent.data[i];
            }
        }

        @Override
        public void predict(DMatrixRMaj outputs) {
            // The linear outputs are the predictions.
        }

        @Override
        public void averageOutputs(DMatrixRMaj[] outputs, DMatrixRMaj mean) {
            mean.reshape(outputs[0].numRows, outputs[0].numCols);
            int length = mean.getNumElements();
            for (int i = 0; i < length; i++) {
                double sum = 0;
                for (DMatrixRMaj memberOutputs : outputs) {
                    sum += memberOutputs.data[i];
                }
                mean.data[i] = sum / outputs.length;
            }
        }

        private static double half(DMatrixRMaj outputs, double[] targets, int targetsFrom, DMatrixRMaj errors) {
            int rows = outputs.numRows;
            int columns = outputs.numCols;
            errors.reshape(rows, columns);
            double[] error = errors.data;
            double[] output = outputs.data;
            int length = rows * columns;
            if (columns == 1) {
                for (int row = 0; row < rows; row++) {
                    error[row] = output[row] - targets[targetsFrom + row];
                }
            } else {
                System.arraycopy(output, 0, error, 0, length);
                for (int row = 0; row < rows; row++) {
                    error[row * columns + (int) targets[targetsFrom + row]] -= 1;
                }
            }
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += error[i] * error[i];
            }
            return sum / 2;
        }
    }
}
