package hyperlab.lab.map;

import hyperlab.map.BoxCounting;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.RateRows;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The lab's texts about a map, in one language. */
final class MapText {
    private static final int MINUTE = 60;
    private static final double AGREEMENT = 0.1;

    private final Texts texts;

    MapText(Texts texts) {
        this.texts = texts;
    }

    static String format(double number) {
        return NumberFormats.format(number, 3);
    }

    /** A value of an axis as in a file, for display. */
    static String value(AxisValues axis, int index) {
        return axis.isChoice()
                ? axis.text(index).replace("\"", "")
                : NumberFormats.format(axis.number(index), digits(axis));
    }

    /** Enough digits to tell neighbors apart, at least three. */
    private static int digits(AxisValues axis) {
        double first = axis.number(0);
        double second = axis.number(Math.min(1, axis.count() - 1));
        double relative = Math.abs(second - first) / Math.max(Math.abs(first), Math.abs(second));
        return relative > 0 && relative < 1 ? Math.max(3, (int) Math.ceil(-Math.log10(relative)) + 1) : 3;
    }

    String name(MapAxis axis) {
        return KeyNames.of(axis.key(), texts);
    }

    /** The subtitle after the lab's title. */
    String subtitle(MapSpecification map) {
        return texts.get("map.subtitle", name(map.x()), name(map.y()));
    }

    /** The quantity that the color shows. */
    String color(MapSpecification map) {
        boolean descent = map.subject() instanceof MapSubject.OfDescent;
        String key = descent && map.color() == MapColor.TRAIN_LOSS
                ? "functionValue"
                : map.color().fileName();
        return texts.get("chart.map.color." + key);
    }

    /** How far the computation is. */
    String progress(MapViewState state) {
        MapSnapshot snapshot = state.snapshot();
        if (snapshot == null || !state.isCurrent()) {
            return texts.get("map.progress.start");
        }
        MapSnapshot.Progress progress = snapshot.progress();
        String known = NumberFormats.count(progress.known());
        String all = NumberFormats.count(progress.pixels());
        if (progress.isComplete()) {
            return texts.get("map.progress.complete", all);
        }
        if (!state.running()) {
            return texts.get("map.progress.paused", known, all);
        }
        String pass = texts.get(
                "map.progress",
                Integer.toString(progress.pass()),
                Integer.toString(progress.passes()),
                known,
                all,
                format(progress.runsPerSecond()));
        double left = progress.secondsLeft(snapshot.map().seeds());
        String timed = Double.isNaN(left) ? pass : texts.get("map.progress.left", pass, duration(left));
        return state.repeatsRuns() ? texts.get("map.progress.again", timed) : timed;
    }

    private String duration(double seconds) {
        return seconds < MINUTE
                ? texts.get("map.progress.seconds", Integer.toString((int) Math.ceil(seconds)))
                : texts.get("map.progress.minutes", Integer.toString((int) Math.ceil(seconds / MINUTE)));
    }

    /** A descent glides, or oscillates and converges, in the words of the Learning rate lab. */
    String outcome(MapSpecification map, PixelOutcome outcome) {
        boolean words = AxisKeys.hasClosedForm(map.subject())
                && (outcome == PixelOutcome.CONVERGED || outcome == PixelOutcome.OSCILLATING);
        return texts.get((words ? "map.outcome.descent." : "map.outcome.") + outcome.fileName());
    }

    /** The outcome in one word, if possible. */
    String shortOutcome(MapSpecification map, PixelOutcome outcome) {
        boolean brief = outcome == PixelOutcome.CONVERGED || outcome == PixelOutcome.OSCILLATING;
        return brief && !AxisKeys.hasClosedForm(map.subject())
                ? texts.get("map.readout." + outcome.fileName())
                : outcome(map, outcome);
    }

    private static boolean countsSteps(MapSpecification map) {
        return !(map.subject() instanceof MapSubject.OfExperiment);
    }

    /** What became of a run, in a few words. */
    String result(MapSpecification map, Pixel pixel) {
        if (pixel.diverged()) {
            return map.color() == MapColor.SPECTRAL_RADIUS
                    ? texts.get(
                            "map.result.value", shortOutcome(map, pixel.outcome()), color(map), format(pixel.value()))
                    : texts.get(
                            countsSteps(map) ? "map.result.divergedStep" : "map.result.divergedEpoch",
                            format(pixel.epochs()));
        }
        return Double.isFinite(pixel.value())
                ? texts.get("map.result.value", shortOutcome(map, pixel.outcome()), color(map), format(pixel.value()))
                : shortOutcome(map, pixel.outcome());
    }

    /** The epoch or the step at which a run diverged; a dash if it did not. */
    String divergedAt(MapSpecification map, Pixel pixel) {
        return pixel.diverged() && map.color() != MapColor.SPECTRAL_RADIUS ? format(pixel.epochs()) : "–";
    }

    /** How many of the seeds diverged. */
    String divergedSeeds(MapSpecification map, Pixel pixel) {
        return texts.get(
                "map.readout.share.value",
                Long.toString(Math.round(pixel.divergedShare() * map.seeds())),
                Integer.toString(map.seeds()));
    }

    String divergedTitle(MapSpecification map) {
        return texts.get(countsSteps(map) ? "map.readout.divergedStep" : "map.readout.divergedEpoch");
    }

    String timeTitle(MapSpecification map) {
        return texts.get(countsSteps(map) ? "map.loss.steps" : "map.loss.epochs");
    }

    String lossTitle(MapSpecification map) {
        return texts.get(map.subject() instanceof MapSubject.OfDescent ? "map.loss.value" : "map.loss.axis");
    }

    /** Both pixels with their results, and the limit that separates them. */
    String narration(MapViewState state) {
        List<String> parts = new ArrayList<>();
        for (PixelRun run : runs(state)) {
            String key = run.equals(state.pinned()) ? "map.narration.pinned" : otherKey(state);
            parts.add(texts.get(
                    "map.narration",
                    texts.get(key),
                    axisValue(run, true, state),
                    axisValue(run, false, state),
                    result(state.setup().map(), run.pixel())));
        }
        PairLimit.of(state)
                .ifPresent(limit -> parts.add(texts.get(
                        "map.narration.limit",
                        KeyNames.of(limit.otherKey(), texts),
                        otherValue(limit.row()),
                        format(limit.row().limit()))));
        return String.join("  ·  ", parts);
    }

    private static String axisValue(PixelRun run, boolean x, MapViewState state) {
        AxisValues axis =
                new AxisValues(x ? state.setup().map().x() : state.setup().map().y());
        return value(axis, x ? run.cell().column() : run.cell().row());
    }

    private static List<PixelRun> runs(MapViewState state) {
        List<PixelRun> runs = new ArrayList<>();
        PixelRun pinned = state.pinned();
        PixelRun other = state.other();
        if (pinned != null) {
            runs.add(pinned);
        }
        if (other != null && !state.otherCell().equals(state.pinnedCell())) {
            runs.add(other);
        }
        return runs;
    }

    /** Message key of the other pixel's name. */
    static String otherKey(MapViewState state) {
        return state.pointing() ? "map.narration.pointer" : "map.narration.previous";
    }

    // what you see

    /** What the pixels that are known say, one paragraph each. */
    List<String> explanation(MapViewState state) {
        List<String> paragraphs = new ArrayList<>();
        MapAnalysis analysis = state.analysis();
        MapSnapshot snapshot = state.snapshot();
        if (analysis == null || snapshot == null || !state.isCurrent()) {
            return paragraphs;
        }
        PairLimit.of(state).ifPresent(limit -> paragraphs.add(pair(limit)));
        if (MomentumComparison.applies(snapshot.map())) {
            paragraphs.add(texts.get("map.seen.momentum"));
        } else if (analysis.rows() != null) {
            addRows(analysis.rows(), snapshot, paragraphs);
        }
        if (state.sharpness() > 0) {
            paragraphs.add(texts.get("map.seen.sharpness", format(2 / state.sharpness())));
        }
        BoxCounting boxes = analysis.boxes();
        if (boxes != null && Double.isFinite(boxes.dimension())) {
            paragraphs.add(texts.get(
                    "map.seen.dimension",
                    NumberFormats.format(boxes.dimension(), 3),
                    Double.isFinite(boxes.standardError()) ? NumberFormats.format(boxes.standardError(), 1) : "–",
                    Integer.toString(boxes.scales().get(0).side()),
                    Integer.toString(
                            boxes.scales().get(boxes.scales().size() - 1).side()),
                    NumberFormats.format(100 * boxes.boundaryShare(), 3)));
        }
        addAgreement(state, paragraphs);
        if (paragraphs.isEmpty() && snapshot.progress().isComplete()) {
            paragraphs.add(diverged(snapshot));
        }
        return paragraphs;
    }

    private String diverged(MapSnapshot snapshot) {
        int pixels = snapshot.rows() * snapshot.columns();
        long diverged = IntStream.range(0, pixels)
                .filter(index -> snapshot.outcome(index) == PixelOutcome.DIVERGED)
                .count();
        return texts.get("map.seen.diverged", NumberFormats.count(diverged), NumberFormats.count(pixels));
    }

    private String pair(PairLimit pair) {
        String far = texts.get(
                "map.seen.pair",
                KeyNames.of(pair.otherKey(), texts),
                otherValue(pair.row()),
                format(pair.row().limit()),
                format(pair.divergedRate()),
                format(pair.divergedRate() / pair.row().limit()));
        return pair.stableIsWithin() ? texts.get("map.seen.pairWithin", far, format(pair.stableRate())) : far;
    }

    private void addRows(RateRows found, MapSnapshot snapshot, List<String> paragraphs) {
        List<RateRows.RateRow> rows = found.rows().stream()
                .filter(row -> Double.isFinite(row.limit()) && Double.isFinite(row.firstDiverged()))
                .toList();
        String other = KeyNames.of(found.otherKey(), texts);
        if (rows.size() >= 2) {
            RateRows.RateRow first = rows.get(0);
            RateRows.RateRow last = rows.get(rows.size() - 1);
            paragraphs.add(texts.get(
                    "map.seen.boundary",
                    other,
                    otherValue(first),
                    format(first.limit()),
                    otherValue(last),
                    format(last.limit())));
            double low =
                    rows.stream().mapToDouble(RateRows.RateRow::limit).min().orElse(Double.NaN);
            double high =
                    rows.stream().mapToDouble(RateRows.RateRow::limit).max().orElse(Double.NaN);
            if (high > Math.max(first.limit(), last.limit()) || low < Math.min(first.limit(), last.limit())) {
                paragraphs.add(texts.get("map.seen.range", format(low), format(high)));
            }
        }
        addBest(found, other, paragraphs);
        if (!snapshot.progress().isComplete() && !found.rows().isEmpty()) {
            paragraphs.add(texts.get(
                    "map.seen.incomplete", Integer.toString(found.rows().size())));
        }
    }

    private static String otherValue(RateRows.RateRow row) {
        return Double.isNaN(row.other()) ? Integer.toString(row.index() + 1) : format(row.other());
    }

    private void addBest(RateRows found, String other, List<String> paragraphs) {
        List<RateRows.RateRow> rows =
                found.rows().stream().filter(row -> Double.isFinite(row.best())).toList();
        if (rows.size() < 2) {
            return;
        }
        RateRows.RateRow last = rows.get(rows.size() - 1);
        RateRows.ConstantRatio ratio = found.constantRatio().orElse(null);
        if (ratio != null) {
            String sentence = texts.get(
                    "map.seen.ratio",
                    format(ratio.fromBatch()),
                    format(ratio.toBatch()),
                    format(ratio.low()),
                    format(ratio.high()));
            paragraphs.add(
                    last.other() > ratio.toBatch()
                            ? texts.get(
                                    "map.seen.ratioEnds",
                                    sentence,
                                    format(last.other()),
                                    format(last.best()),
                                    format(ratio.middle() * last.other()))
                            : sentence);
            return;
        }
        RateRows.RateRow first = rows.get(0);
        paragraphs.add(texts.get(
                "map.seen.best",
                other,
                otherValue(first),
                format(first.best()),
                otherValue(last),
                format(last.best())));
    }

    private void addAgreement(MapViewState state, List<String> paragraphs) {
        PixelRun pinned = state.pinned();
        PixelRun other = state.other();
        if (state.setup().map().subject() instanceof MapSubject.OfMeanField && pinned != null && other != null) {
            int until = pinned.agreesUntil(other, AGREEMENT);
            if (until >= 1 && pinned.pixel().diverged() != other.pixel().diverged()) {
                paragraphs.add(texts.get("map.seen.agreement", Integer.toString(until)));
            }
        }
    }
}
