package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepTraceTest {
    private static final double ROUNDING = 1e-12;

    private static TrainingRun run(String... settings) {
        return new TrainingRun(
                ExperimentOverrides.with(Experiment.DEFAULT, List.of(settings)), TestPartitions.twoClouds(), null);
    }

    @Test
    void tracedStepsAreTheStepsOfTheRunBitForBit() {
        String[] settings = {
            "network.hidden=[5,4]",
            "network.dropout=0.3",
            "training.batchSize=7",
            "training.penalty={\"l1\":0.01,\"l2\":0.02}",
            "training.epochs=3",
            "ensemble=2"
        };
        TrainingRun plain = run(settings);
        TrainingRun traced = run(settings);
        while (plain.outcome() == null) {
            plain.step();
            StepTrace trace = traced.traceStep();
            assertNotNull(trace);
            assertEquals(plain.stepCount(), trace.step());
            for (int block = 0; block < trace.after().length; block++) {
                assertArrayEquals(plain.network().parameters().get(block).values(), trace.after()[block]);
            }
            assertEquals(plain.report().trainLoss(), traced.report().trainLoss());
        }
        assertEquals(plain.outcome(), traced.outcome());
        assertNull(traced.traceStep());
    }

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream stream = StepTraceTest.class.getResourceAsStream("step_trace.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(stream).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNumberOfAStepAgreesWithPyTorch(JsonNode given) {
        boolean classes = given.get("loss").asText().equals("crossEntropy");
        int batch = given.get("batch").asInt();
        double[] targets = Arrays.copyOf(numbers(given.get("targets")), batch + 1);
        double[][] features = new double[batch + 1][];
        for (int row = 0; row <= batch; row++) {
            features[row] = numbers(given.get("features").get(row % 4));
        }
        List<LayerWeights> start = new ArrayList<>();
        for (JsonNode layer : given.get("start")) {
            double[][] weights = new double[layer.get("weights").size()][];
            Arrays.setAll(weights, row -> numbers(layer.get("weights").get(row)));
            start.add(new LayerWeights.Dense(weights, numbers(layer.get("bias"))));
        }
        Experiment experiment = ExperimentOverrides.with(
                Experiment.DEFAULT,
                List.of(
                        "network.hidden=[3]",
                        "network.activation=tanh",
                        "training.optimizer=sgd",
                        "training.shuffle=false",
                        "training.batchSize=" + batch,
                        "training.learningRate=" + given.get("rate"),
                        "training.penalty.l2=" + given.get("l2")));
        TrainingRun run = new TrainingRun(
                experiment, TestPartitions.of(features, targets, batch, classes ? 2 : 0), List.of(start));

        StepTrace trace = run.traceStep();

        assertNotNull(trace);
        assertEquals(given.get("lossBefore").asDouble(), trace.loss(), ROUNDING);
        assertEquals(given.get("lossAfter").asDouble(), trace.lossAfter(), ROUNDING);
        List<Network.LayerTrace> layers = trace.layers();
        assertEquals(
                List.of(true, false, true),
                layers.stream().map(Network.LayerTrace::weighted).toList());
        for (int k = 0; k < layers.size(); k++) {
            assertArrayEquals(
                    numbers(given.get("outputs").get(k)), layers.get(k).outputs().data, ROUNDING);
            assertArrayEquals(
                    numbers(given.get("outputGradients").get(k)), layers.get(k).gradients().data, ROUNDING);
        }
        for (int block = 0; block < 4; block++) {
            assertArrayEquals(numbers(given.get("gradients").get(block)), trace.gradients()[block], ROUNDING);
            assertArrayEquals(numbers(given.get("after").get(block)), trace.after()[block], ROUNDING);
        }
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
