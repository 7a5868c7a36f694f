package hyperlab.app.batch;

import hyperlab.app.concurrent.StudyRunner;
import hyperlab.batch.EscapeStudy;
import hyperlab.batch.SpeedStudy;
import hyperlab.batch.TargetStudy;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;

/** The texts about experiments, in one language. */
final class BatchSizeExperimentText {
    private final Texts texts;

    BatchSizeExperimentText(Texts texts) {
        this.texts = texts;
    }

    static String key(BatchSizeExperiments.Kind kind) {
        return "batch.experiment." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The chart's subtitle: how to read it, or the progress of the experiment. */
    String subtitle(BatchSizeExperiments.Kind kind, StudyRunner.StudyStatus<?> found) {
        String percent = NumberFormats.format(Math.floor(100 * found.share()), 3);
        return switch (found.state()) {
            case NONE -> texts.get(key(kind) + ".what");
            case RUNNING -> texts.get("batch.experiment.running", percent);
            case STOPPED -> texts.get("batch.experiment.stopped", percent);
            case DONE -> texts.get(key(kind) + ".how");
        };
    }

    /** The result in one or two sentences; empty if there are not enough results. */
    String resultText(BatchSizeExperiments experiments, BatchSizeSnapshot moment) {
        return switch (experiments.chosen().get()) {
            case TARGET -> target(experiments.target().found().get().results(), moment);
            case ESCAPE -> escape(experiments.escape().found().get().results(), moment);
            case SPEED -> speed(experiments.speed().found().get().results());
        };
    }

    private String target(List<TargetStudy.Reached> found, BatchSizeSnapshot moment) {
        if (found.size() < 2) {
            return "";
        }
        TargetStudy.Reached small = found.get(0);
        TargetStudy.Reached large = found.get(found.size() - 1);
        double share = moment.comparison().setup().target().share();
        if (Double.isInfinite(small.steps().median())
                || Double.isInfinite(large.steps().median())) {
            TargetStudy.Reached unreached = Double.isInfinite(small.steps().median()) ? small : large;
            return texts.get(
                    "batch.target.never",
                    integer(unreached.batch()),
                    integer(unreached.there()),
                    integer(unreached.walks()),
                    integer(TargetStudy.MOST_STEPS));
        }
        return texts.get(
                "batch.target.found",
                NumberFormats.format(100 * share, 3),
                integer(small.batch()),
                integer(large.batch()),
                NumberFormats.format(small.steps().median()),
                NumberFormats.format(large.steps().median()),
                NumberFormats.format(small.samples().median()),
                NumberFormats.format(large.samples().median()));
    }

    private String escape(List<EscapeStudy.Escapes> found, BatchSizeSnapshot moment) {
        List<EscapeStudy.Escapes> middle =
                found.stream().filter(cell -> cell.factor() == 1).toList();
        if (middle.size() < 2) {
            return "";
        }
        EscapeStudy.Escapes most = middle.get(0);
        for (EscapeStudy.Escapes cell : middle) {
            most = cell.escaped().value() > most.escaped().value() ? cell : most;
        }
        EscapeStudy.Escapes large = middle.get(middle.size() - 1);
        int diverged = found.stream().mapToInt(EscapeStudy.Escapes::diverged).sum();
        boolean significant = most.escaped().lower() > large.escaped().upper();
        String text = texts.get(
                significant ? "batch.escape.found" : "batch.escape.same",
                integer(most.batch()),
                percent(most),
                integer(large.batch()),
                percent(large),
                BatchSizeText.format(moment.comparison().setup().training().learningRate()));
        return diverged == 0 ? text : texts.get("batch.escape.diverged", text, integer(diverged));
    }

    /** A percentage with its confidence interval. */
    private String percent(EscapeStudy.Escapes cell) {
        return texts.get(
                "batch.escape.share",
                NumberFormats.format(100 * cell.escaped().value(), 3),
                NumberFormats.format(100 * cell.escaped().lower(), 2),
                NumberFormats.format(100 * cell.escaped().upper(), 3));
    }

    private String speed(List<SpeedStudy.Speed> found) {
        List<SpeedStudy.PowerGain> gains = SpeedStudy.gains(found);
        if (gains.isEmpty()) {
            return "";
        }
        long faster =
                gains.stream().filter(gain -> gain.verdict(gains.size()) > 0).count();
        long slower =
                gains.stream().filter(gain -> gain.verdict(gains.size()) < 0).count();
        double least =
                gains.stream().mapToDouble(gain -> gain.gain().median()).min().orElseThrow();
        double most =
                gains.stream().mapToDouble(gain -> gain.gain().median()).max().orElseThrow();
        SpeedStudy.Speed one = found.get(0);
        SpeedStudy.Speed last = found.get(found.size() - 1);
        return texts.get(
                "batch.speed.found",
                NumberFormats.format(last.quartiles().median() / one.quartiles().median(), 2),
                integer(last.batch()),
                integer(gains.size()),
                Long.toString(faster),
                Long.toString(slower),
                NumberFormats.format(100 * least, 2),
                NumberFormats.format(100 * most, 2));
    }

    private static String integer(int number) {
        return Integer.toString(number);
    }
}
