package hyperlab.lab.batchsize;

import hyperlab.batch.EscapeStudy;
import hyperlab.batch.SpeedStudy;
import hyperlab.batch.TargetStudy;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.List;
import java.util.Locale;

/** The texts about experiments, in one language. */
final class BatchSizeExperimentText {
    private final Texts texts;

    BatchSizeExperimentText(Texts texts) {
        this.texts = texts;
    }

    static String key(BatchSizeExperiments.Kind kind) {
        return "batch-size.experiment." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The chart's subtitle: how to read it, or the progress of the experiment. */
    String subtitle(BatchSizeExperiments.Kind kind, StudyRunner.StudyStatus<?> status) {
        String percent = NumberFormats.format(Math.floor(100 * status.share()), 3);
        return switch (status.state()) {
            case NONE -> texts.get(key(kind) + ".what");
            case RUNNING -> texts.get("batch-size.experiment.running", percent);
            case STOPPED -> texts.get("batch-size.experiment.stopped", percent);
            case DONE -> texts.get(key(kind) + ".how");
        };
    }

    /** The result in one or two sentences; empty if there are not enough results. */
    String resultText(BatchSizeExperiments experiments, BatchSizeSnapshot snapshot) {
        return switch (experiments.chosenProperty().get()) {
            case TARGET -> target(experiments.target().statusProperty().get().results(), snapshot);
            case ESCAPE -> escape(experiments.escape().statusProperty().get().results(), snapshot);
            case SPEED -> speed(experiments.speed().statusProperty().get().results());
        };
    }

    private String target(List<TargetStudy.StepsToTarget> results, BatchSizeSnapshot snapshot) {
        if (results.size() < 2) {
            return "";
        }
        TargetStudy.StepsToTarget small = results.get(0);
        TargetStudy.StepsToTarget large = results.get(results.size() - 1);
        double share = snapshot.comparison().setup().target().lossFraction();
        if (Double.isInfinite(small.steps().median())
                || Double.isInfinite(large.steps().median())) {
            TargetStudy.StepsToTarget unreached =
                    Double.isInfinite(small.steps().median()) ? small : large;
            return texts.get(
                    "batch-size.target.never",
                    integer(unreached.batchSize()),
                    integer(unreached.reachedRuns()),
                    integer(unreached.runs()),
                    integer(TargetStudy.MAX_STEPS));
        }
        return texts.get(
                "batch-size.target.found",
                NumberFormats.format(100 * share, 3),
                integer(small.batchSize()),
                integer(large.batchSize()),
                NumberFormats.format(small.steps().median()),
                NumberFormats.format(large.steps().median()),
                NumberFormats.format(small.samples().median()),
                NumberFormats.format(large.samples().median()),
                integer(small.runs()));
    }

    private String escape(List<EscapeStudy.EscapeCount> results, BatchSizeSnapshot snapshot) {
        List<EscapeStudy.EscapeCount> middle =
                results.stream().filter(cell -> cell.rateFactor() == 1).toList();
        if (middle.size() < 2) {
            return "";
        }
        EscapeStudy.EscapeCount most = middle.get(0);
        for (EscapeStudy.EscapeCount cell : middle) {
            most = cell.escaped().value() > most.escaped().value() ? cell : most;
        }
        EscapeStudy.EscapeCount large = middle.get(middle.size() - 1);
        int diverged =
                results.stream().mapToInt(EscapeStudy.EscapeCount::diverged).sum();
        boolean significant = most.escaped().lower() > large.escaped().upper();
        String text = texts.get(
                significant ? "batch-size.escape.found" : "batch-size.escape.same",
                integer(most.batchSize()),
                percent(most),
                integer(large.batchSize()),
                percent(large),
                BatchSizeText.format(snapshot.comparison().setup().training().learningRate()),
                integer(most.escaped().trials()));
        return diverged == 0 ? text : texts.get("batch-size.escape.diverged", text, integer(diverged));
    }

    /** A percentage with its confidence interval. */
    private String percent(EscapeStudy.EscapeCount cell) {
        return texts.get(
                "batch-size.escape.share",
                NumberFormats.format(100 * cell.escaped().value(), 3),
                NumberFormats.format(100 * cell.escaped().lower(), 2),
                NumberFormats.format(100 * cell.escaped().upper(), 3));
    }

    private String speed(List<SpeedStudy.BatchSpeed> results) {
        List<SpeedStudy.PowerOfTwoGain> gains = SpeedStudy.gains(results);
        if (gains.isEmpty()) {
            return "";
        }
        long faster = gains.stream()
                .filter(gain -> gain.significance(gains.size()) > 0)
                .count();
        long slower = gains.stream()
                .filter(gain -> gain.significance(gains.size()) < 0)
                .count();
        double least =
                gains.stream().mapToDouble(gain -> gain.gain().median()).min().orElseThrow();
        double most =
                gains.stream().mapToDouble(gain -> gain.gain().median()).max().orElseThrow();
        SpeedStudy.BatchSpeed one = results.get(0);
        SpeedStudy.BatchSpeed last = results.get(results.size() - 1);
        return texts.get(
                "batch-size.speed.found",
                NumberFormats.format(last.quartiles().median() / one.quartiles().median(), 2),
                integer(last.batchSize()),
                integer(gains.size()),
                Long.toString(faster),
                Long.toString(slower),
                NumberFormats.format(100 * least, 2),
                NumberFormats.format(100 * most, 2),
                integer(gains.get(0).rounds()));
    }

    private static String integer(int number) {
        return Integer.toString(number);
    }
}
