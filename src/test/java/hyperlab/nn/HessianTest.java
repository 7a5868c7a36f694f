package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.random.RandomStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hessian-vector products against PyTorch (hessian.py made hessian.json) and against differences of the gradient. */
class HessianTest {
    private static final JsonNode REFERENCE = read();

    private static JsonNode read() {
        try (InputStream stream = HessianTest.class.getResourceAsStream("hessian.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(node ->
                        Named.of(node.get("activation") + ", " + node.get("loss") + " of " + node.get("data"), node));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAgreeWithPyTorch(JsonNode given) {
        Network network = network(given, 0);
        ParameterVector direction = vector(network, numbers(given.get("direction")));
        ParameterVector product = ParameterVector.zeros(network);
        new NetworkProbe(network).hessianTimes(features(), targets(given), direction, product);

        double[] expected = numbers(given.get("product"));
        double[] actual = flat(product);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-9 * Math.abs(expected[i]) + 1e-12, "number " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dropoutIsOff(JsonNode given) {
        Network dropping = network(given, 0.5);
        double[] before = new double[dropping.parameters().size()];
        dropping.gradient(features(), targets(given));
        ParameterVector direction = vector(dropping, numbers(given.get("direction")));
        ParameterVector product = ParameterVector.zeros(dropping);
        ParameterVector gradient = ParameterVector.zeros(dropping);
        NetworkProbe probe = new NetworkProbe(dropping);
        probe.hessianTimes(features(), targets(given), direction, product);
        double loss = probe.gradient(features(), targets(given), gradient);

        Network plain = network(given, 0);
        assertEquals(plain.gradient(features(), targets(given)), loss, 1e-13);
        assertArrayEquals(flat(ParameterVector.gradient(plain)), flat(gradient), 1e-13);
        assertArrayEquals(numbers(given.get("product")), flat(product), 1e-9);
        assertEquals(before.length, gradient.blocks());
    }

    static Stream<Arguments> shapes() {
        return GradientTest.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsAgreeWithCentralDifferencesOfTheGradientAndAreSymmetric(
            Activation activation, Loss loss, int inputs, List<Integer> hidden, int outputs, int rows) {
        Network network = new Network(
                new NetworkShape(inputs, hidden, outputs, activation, 0, loss), new Initializer.Uniform(0.8), 5);
        RandomStream stream = RandomStream.named(12, "samples");
        DMatrixRMaj features = new DMatrixRMaj(rows, inputs);
        Arrays.setAll(features.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, row -> outputs > 1 ? stream.nextInt(outputs) : stream.nextGaussian());
        for (ParameterBlock block : network.parameters()) {
            if (!block.isWeight() && block.values().length > 1) {
                Arrays.setAll(block.values(), i -> stream.nextDouble(-0.5, 0.5));
            }
        }
        NetworkProbe probe = new NetworkProbe(network);
        // More rows before it: buffers that are longer than their shape must not matter.
        probe.hessianTimes(
                new DMatrixRMaj(rows + 3, inputs),
                new double[rows + 3],
                ParameterVector.zeros(network).fill(1),
                ParameterVector.zeros(network));
        ParameterVector u = ParameterVector.zeros(network).draw(stream);
        ParameterVector v = ParameterVector.zeros(network).draw(stream);

        ParameterVector hv = ParameterVector.zeros(network);
        probe.hessianTimes(features, targets, v, hv);
        ParameterVector hu = ParameterVector.zeros(network);
        probe.hessianTimes(features, targets, u, hu);

        double scale = Math.max(hv.norm(), 1e-3);
        assertEquals(u.dot(hv), v.dot(hu), 1e-12 * scale * u.norm(), "symmetric");
        double h = 1e-6;
        ParameterVector above = gradientAt(probe, h, v, features, targets);
        ParameterVector below = gradientAt(probe, -h, v, features, targets);
        double[] differences = flat(above.add(-1, below).scale(1 / (2 * h)));
        double[] products = flat(hv);
        for (int i = 0; i < products.length; i++) {
            assertEquals(differences[i], products[i], 1e-6 * scale, "number " + i);
        }
    }

    private static ParameterVector gradientAt(
            NetworkProbe probe, double factor, ParameterVector direction, DMatrixRMaj features, double[] targets) {
        move(probe.network(), factor, direction);
        ParameterVector gradient = ParameterVector.zeros(probe.network());
        probe.gradient(features, targets, gradient);
        move(probe.network(), -factor, direction);
        return gradient;
    }

    private static void move(Network network, double factor, ParameterVector direction) {
        for (int b = 0; b < direction.blocks(); b++) {
            double[] values = network.parameters().get(b).values();
            for (int i = 0; i < values.length; i++) {
                values[i] += factor * direction.block(b)[i];
            }
        }
    }

    @Test
    void manyRowsAreTheMeanOfTheirProducts() {
        Network network = new Network(
                new NetworkShape(2, List.of(3), 3, new Activation.Tanh(), 0, Loss.CROSS_ENTROPY),
                Initializer.Auto.DEFAULT,
                1);
        int rows = 1337;
        RandomStream stream = RandomStream.named(1, "x");
        DMatrixRMaj x = new DMatrixRMaj(rows, 2);
        Arrays.setAll(x.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, row -> stream.nextInt(3));
        NetworkProbe probe = new NetworkProbe(network);
        ParameterVector v = ParameterVector.zeros(network).draw(stream);
        ParameterVector all = ParameterVector.zeros(network);
        probe.hessianTimes(x, targets, v, all);

        ParameterVector mean = ParameterVector.zeros(network);
        ParameterVector one = ParameterVector.zeros(network);
        for (int row = 0; row < rows; row++) {
            DMatrixRMaj sample = new DMatrixRMaj(new double[][] {{x.get(row, 0), x.get(row, 1)}});
            probe.hessianTimes(sample, new double[] {targets[row]}, v, one);
            mean.add(1.0 / rows, one);
        }
        assertArrayEquals(flat(mean), flat(all), 1e-12);
    }

    @Test
    void lookingChangesNothingThatIsLearnedOrDrawn() {
        NetworkShape shape = new NetworkShape(3, List.of(4, 3), 3, new Activation.Relu(), 0.5, Loss.CROSS_ENTROPY);
        Network looked = new Network(shape, Initializer.Auto.DEFAULT, 3);
        Network left = new Network(shape, Initializer.Auto.DEFAULT, 3);
        DMatrixRMaj x = features();
        double[] targets = numbers(REFERENCE.at("/data/classes"));
        looked.gradient(x, targets);
        left.gradient(x, targets);
        NetworkProbe probe = new NetworkProbe(looked);
        ParameterVector scratch = ParameterVector.zeros(looked);
        probe.walk(x, targets, scratch, pass -> {});
        probe.hessianTimes(x, targets, scratch.copy(), scratch);

        assertArrayEquals(flat(ParameterVector.values(left)), flat(ParameterVector.values(looked)));
        assertEquals(left.gradient(x, targets), looked.gradient(x, targets));
        assertArrayEquals(flat(ParameterVector.gradient(left)), flat(ParameterVector.gradient(looked)));
    }

    private static Network network(JsonNode given, double dropout) {
        JsonNode activation = given.get("activation");
        List<Integer> hidden = new ArrayList<>();
        given.get("hidden").forEach(units -> hidden.add(units.asInt()));
        boolean classes = given.get("data").asText().equals("classes");
        Loss loss = given.get("loss").asText().equals("crossEntropy") ? Loss.CROSS_ENTROPY : Loss.SQUARED_ERROR;
        Network network = new Network(
                new NetworkShape(3, hidden, classes ? 3 : 1, activation(activation), dropout, loss),
                new Initializer.Zero(),
                1);
        List<LayerWeights> start = new ArrayList<>();
        for (JsonNode layer : given.get("start")) {
            start.add(
                    layer.has("slope")
                            ? new LayerWeights.Prelu(numbers(layer.get("slope")))
                            : new LayerWeights.Dense(rows(layer.get("weights")), numbers(layer.get("bias"))));
        }
        network.load(start);
        return network;
    }

    private static Activation activation(JsonNode given) {
        return switch (given.get("name").asText()) {
            case "sigmoid" -> new Activation.Sigmoid();
            case "tanh" -> new Activation.Tanh();
            case "relu" -> new Activation.Relu();
            case "leakyRelu" -> new Activation.LeakyRelu(given.get("slope").asDouble());
            case "prelu" -> new Activation.Prelu(given.get("slope").asDouble());
            case "elu" -> new Activation.Elu(given.get("alpha").asDouble());
            case "maxout" -> new Activation.Maxout(given.get("pieces").asInt());
            case "linear" -> new Activation.Linear();
            default -> throw new IllegalArgumentException(given.toString());
        };
    }

    private static DMatrixRMaj features() {
        return new DMatrixRMaj(rows(REFERENCE.at("/data/features")));
    }

    private static double[] targets(JsonNode given) {
        return numbers(REFERENCE.get("data").get(given.get("data").asText()));
    }

    private static ParameterVector vector(Network network, double[] numbers) {
        ParameterVector vector = ParameterVector.zeros(network);
        assertEquals(numbers.length, vector.length());
        int at = 0;
        for (int b = 0; b < vector.blocks(); b++) {
            System.arraycopy(numbers, at, vector.block(b), 0, vector.block(b).length);
            at += vector.block(b).length;
        }
        return vector;
    }

    private static double[] flat(ParameterVector vector) {
        double[] all = new double[vector.length()];
        int at = 0;
        for (int b = 0; b < vector.blocks(); b++) {
            System.arraycopy(vector.block(b), 0, all, at, vector.block(b).length);
            at += vector.block(b).length;
        }
        return all;
    }

    private static double[][] rows(JsonNode array) {
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(array.get(i));
        }
        return rows;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
