package hyperlab.train;

import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.ParameterBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that a run reports, except for the elapsed seconds. */
final class ReportedValues {
    private ReportedValues() {}

    static List<Object> current(TrainingRun run) {
        List<Object> values = new ArrayList<>();
        EpochReport report = run.report();
        values.addAll(List.of(report.epoch(), report.step(), report.trainLoss(), report.validationLoss()));
        values.addAll(List.of(report.trainAccuracy(), report.validationAccuracy(), report.learningRate()));
        values.addAll(List.of(run.learningRate(), run.stepReport(), String.valueOf(run.outcome())));
        for (Network network : run.ensemble().members()) {
            for (ParameterBlock block : network.parameters()) {
                values.add(Arrays.toString(block.values()));
            }
        }
        run.bestWeights().forEach(member -> member.forEach(layer -> values.add(numbers(layer))));
        return values;
    }

    private static String numbers(LayerWeights layer) {
        return layer instanceof LayerWeights.Dense dense
                ? Arrays.deepToString(dense.weights()) + Arrays.toString(dense.bias())
                : Arrays.toString(((LayerWeights.Prelu) layer).slope());
    }

    /** What a run reports now and at the end of each following epoch. */
    static List<List<Object>> untilEnd(TrainingRun run) {
        List<List<Object>> all = new ArrayList<>(List.of(current(run)));
        while (run.outcome() == null) {
            if (run.step()) {
                all.add(current(run));
            }
        }
        return all;
    }
}
