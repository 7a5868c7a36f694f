package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.image.ImageShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** The small networks and the data of hessian.json, which hessian.py generated. */
public final class ReferenceNetworks {
    private static final JsonNode REFERENCE = read("/hyperlab/nn/hessian.json");

    private ReferenceNetworks() {}

    /** Reads a JSON file from the test resources. */
    public static JsonNode read(String path) {
        try (InputStream stream = ReferenceNetworks.class.getResourceAsStream(path)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The indices of the cases without convolutions, which come first. */
    public static Stream<Integer> denseCaseIndices() {
        return caseIndices()
                .filter(caseIndex -> caseAt(caseIndex).get("convolutions").isEmpty());
    }

    /** The indices of all cases. */
    public static Stream<Integer> caseIndices() {
        return IntStream.range(0, REFERENCE.get("cases").size()).boxed();
    }

    public static JsonNode caseAt(int caseIndex) {
        return REFERENCE.get("cases").get(caseIndex);
    }

    /** The network of a case with its initial weights. */
    public static Network network(int caseIndex, double dropout) {
        JsonNode caseJson = caseAt(caseIndex);
        List<Integer> hidden = new ArrayList<>();
        caseJson.get("hidden").forEach(units -> hidden.add(units.asInt()));
        boolean classes = caseJson.get("data").asText().equals("classes");
        Loss loss = caseJson.get("loss").asText().equals("crossEntropy") ? Loss.CROSS_ENTROPY : Loss.SQUARED_ERROR;
        Network network = new Network(
                new NetworkShape(
                        3,
                        caseJson.get("image").isNull() ? null : new ImageShape(1, 1, 3),
                        convolutions(caseJson),
                        hidden,
                        classes ? 3 : 1,
                        activation(caseJson.get("activation")),
                        dropout,
                        loss),
                new Initializer.Zero(),
                1);
        List<LayerWeights> start = new ArrayList<>();
        for (JsonNode layer : caseJson.get("start")) {
            start.add(layer(layer));
        }
        network.load(start);
        return network;
    }

    private static List<ConvolutionSpec> convolutions(JsonNode caseJson) {
        List<ConvolutionSpec> convolutions = new ArrayList<>();
        for (JsonNode each : caseJson.get("convolutions")) {
            convolutions.add(new ConvolutionSpec(
                    each.get("filters").asInt(),
                    each.get("kernel").asInt(),
                    each.get("stride").asInt(),
                    each.get("padding").asInt(),
                    each.get("pool").asInt()));
        }
        return convolutions;
    }

    private static LayerWeights layer(JsonNode caseJson) {
        if (caseJson.has("slope")) {
            return new LayerWeights.Prelu(numbers(caseJson.get("slope")));
        }
        JsonNode weights = caseJson.get("weights");
        double[] bias = numbers(caseJson.get("bias"));
        if (!weights.get(0).get(0).isArray()) {
            return new LayerWeights.Dense(rows(weights), bias);
        }
        double[][][][] kernels = new double[weights.size()][][][];
        for (int filter = 0; filter < kernels.length; filter++) {
            kernels[filter] = new double[weights.get(filter).size()][][];
            for (int channel = 0; channel < kernels[filter].length; channel++) {
                kernels[filter][channel] = rows(weights.get(filter).get(channel));
            }
        }
        return new LayerWeights.Convolution(kernels, bias);
    }

    /** The activation function with this name and constants. */
    public static Activation activation(JsonNode caseJson) {
        return switch (caseJson.get("name").asText()) {
            case "sigmoid" -> new Activation.Sigmoid();
            case "tanh" -> new Activation.Tanh();
            case "relu" -> new Activation.Relu();
            case "leakyRelu" -> new Activation.LeakyRelu(caseJson.get("slope").asDouble());
            case "prelu" -> new Activation.Prelu(caseJson.get("slope").asDouble());
            case "elu" -> new Activation.Elu(caseJson.get("alpha").asDouble());
            case "maxout" -> new Activation.Maxout(caseJson.get("pieces").asInt());
            case "linear" -> new Activation.Linear();
            case "softplus" -> new Activation.Softplus();
            case "selu" -> new Activation.Selu();
            case "gelu" -> new Activation.Gelu();
            case "silu" -> new Activation.Silu();
            case "mish" -> new Activation.Mish();
            case "hardswish" -> new Activation.Hardswish();
            default -> throw new IllegalArgumentException(caseJson.toString());
        };
    }

    public static DMatrixRMaj features() {
        return new DMatrixRMaj(rows(REFERENCE.at("/data/features")));
    }

    public static double[] targets(int caseIndex) {
        return numbers(REFERENCE.get("data").get(caseAt(caseIndex).get("data").asText()));
    }

    /** A vector with these numbers, in the shape of a network's parameters. */
    public static ParameterVector vector(Network network, double[] numbers) {
        ParameterVector vector = ParameterVector.zeros(network);
        assertEquals(numbers.length, vector.length());
        int at = 0;
        for (int b = 0; b < vector.blocks(); b++) {
            System.arraycopy(numbers, at, vector.block(b), 0, vector.block(b).length);
            at += vector.block(b).length;
        }
        return vector;
    }

    /** All numbers of a vector, in order. */
    public static double[] flatten(ParameterVector vector) {
        double[] all = new double[vector.length()];
        int at = 0;
        for (int b = 0; b < vector.blocks(); b++) {
            System.arraycopy(vector.block(b), 0, all, at, vector.block(b).length);
            at += vector.block(b).length;
        }
        return all;
    }

    public static double[][] rows(JsonNode array) {
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(array.get(i));
        }
        return rows;
    }

    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
