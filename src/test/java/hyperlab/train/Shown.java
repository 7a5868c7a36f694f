package hyperlab.train;

import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.nn.ParameterBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that a run reports, except for the elapsed seconds. */
final class Shown {
    private Shown() {}

    static List<Object> of(TrainingRun run) {
        List<Object> shown = new ArrayList<>();
        EpochReport report = run.report();
        shown.addAll(List.of(report.epoch(), report.step(), report.trainLoss(), report.validationLoss()));
        shown.addAll(List.of(report.trainAccuracy(), report.validationAccuracy(), report.learningRate()));
        shown.addAll(List.of(run.learningRate(), run.stepReport(), String.valueOf(run.outcome())));
        for (Network network : run.ensemble().members()) {
            for (ParameterBlock block : network.parameters()) {
                shown.add(Arrays.toString(block.values()));
            }
        }
        run.bestWeights().forEach(member -> member.forEach(layer -> shown.add(numbers(layer))));
        return shown;
    }

    private static String numbers(LayerWeights layer) {
        return layer instanceof LayerWeights.Dense dense
                ? Arrays.deepToString(dense.weights()) + Arrays.toString(dense.bias())
                : Arrays.toString(((LayerWeights.Prelu) layer).slope());
    }

    /** What a run reports now and at the end of each following epoch. */
    static List<List<Object>> rest(TrainingRun run) {
        List<List<Object>> all = new ArrayList<>(List.of(of(run)));
        while (run.outcome() == null) {
            if (run.step()) {
                all.add(of(run));
            }
        }
        return all;
    }
}
