package hyperlab.lab.cases;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.table.TableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lab's texts about a user's table: the inferred settings with their reasons, and the progress of its baseline and
 * study.
 */
final class UserDataText {
    private final Texts texts;

    UserDataText(Texts texts) {
        this.texts = texts;
    }

    String size(CsvPreview preview) {
        return texts.get(
                "cases.table.size",
                NumberFormats.count(preview.rows()),
                NumberFormats.count(preview.columns().size()));
    }

    String targetReason(CsvInference guess) {
        return texts.get("cases.guess.target." + guess.targetReason().name());
    }

    String taskReason(CsvInference guess, CsvPreview preview) {
        ColumnProfile target = preview.column(guess.plan().target());
        return texts.get("cases.guess.task." + guess.taskReason().name(), distinct(target));
    }

    String missingReason(CsvInference guess) {
        return new TableText(texts).missing(guess);
    }

    String scaleReason(CsvInference guess) {
        String key = guess.scaleRatio() >= CsvInference.MIN_SCALE_RATIO
                ? "cases.guess.scale.unlike"
                : guess.largestValue() >= CsvInference.MIN_LARGE_VALUE
                        ? "cases.guess.scale.large"
                        : "cases.guess.scale.alike";
        return texts.get(
                key, NumberFormats.format(guess.scaleRatio(), 3), NumberFormats.format(guess.largestValue(), 3));
    }

    String kind(ColumnProfile column) {
        return texts.get("cases.kind." + column.kind().name());
    }

    String reason(ColumnProfile column, CsvInference guess) {
        return new TableText(texts).reason(column, guess);
    }

    String distinct(ColumnProfile column) {
        String count = NumberFormats.count(column.distinctCount());
        return column.isDistinctCountCapped() ? texts.get("cases.table.atLeast", count) : count;
    }

    String range(ColumnProfile column) {
        return column.numberCount() == 0
                ? "–"
                : texts.get(
                        "cases.table.range",
                        NumberFormats.format(column.minimum(), 6),
                        NumberFormats.format(column.maximum(), 6));
    }

    /** Describes the current step or the next one. */
    String stateText(UserDataViewModel userData) {
        UserDataState state = userData.stateProperty().get();
        return texts.get(
                "cases.state." + state.name(),
                NumberFormats.format(Math.floor(100 * userData.shareProperty().get()), 3));
    }

    String baselineText(UserBaseline trainedBaseline, int requestedSeeds) {
        if (trainedBaseline.values().isEmpty()) {
            return "";
        }
        double[] values = trainedBaseline.values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Quantiles spread = Quantiles.of(values);
        CaseText text = new CaseText(texts);
        return texts.get(
                "cases.baseline.found",
                texts.get("cases.median.validation." + trainedBaseline.metric().fileName()),
                text.score(spread.median(), trainedBaseline.metric()) + percent(trainedBaseline),
                Integer.toString(values.length),
                Integer.toString(requestedSeeds),
                NumberFormats.count(trainedBaseline.rows()),
                NumberFormats.count(trainedBaseline.dropped()));
    }

    private static String percent(UserBaseline trainedBaseline) {
        String unit = CaseText.unit(trainedBaseline.metric());
        return unit.isEmpty() ? "" : "\u00a0" + unit;
    }

    /** The number of finished trials and the best one. */
    String trialsText(List<TrialRecord> trials) {
        if (trials.isEmpty()) {
            return "";
        }
        long finished = trials.stream()
                .filter(row -> row.state() != TrialRecord.TrialStatus.RUNNING
                        && row.state() != TrialRecord.TrialStatus.WAITING)
                .count();
        Optional<TrialRecord> best = trials.stream()
                .filter(row -> Double.isFinite(row.value()))
                .min(Comparator.comparingDouble(TrialRecord::value));
        return best.isEmpty()
                ? texts.get("cases.trials.begun", Long.toString(finished))
                : texts.get(
                        "cases.trials.best",
                        Long.toString(finished),
                        NumberFormats.format(best.get().value(), 3),
                        Integer.toString(best.get().trial()));
    }
}
