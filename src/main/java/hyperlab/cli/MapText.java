package hyperlab.cli;

import hyperlab.cli.io.DurationText;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.PixelOutcome;
import hyperlab.map.RateScaling;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Describes a map in a few sentences. */
final class MapText {
    private final MapSpecification map;
    private final Texts texts;

    MapText(MapSpecification map, Texts texts) {
        this.map = map;
        this.texts = texts;
    }

    /** The axes, the size, the color and the number of threads. */
    String start(int threads) {
        return texts.get(
                "command.map.start",
                KeyNames.of(map.x().key(), texts),
                KeyNames.of(map.y().key(), texts),
                format(map.x().values().size()),
                format(map.y().values().size()),
                texts.get("chart.map.color." + map.color().fileName()),
                format(threads));
    }

    String resumed(int known) {
        return texts.get("command.map.resumed", format(known));
    }

    /** The number of pixels so far, the speed, and the time left. */
    String progress(MapSnapshot.Progress progress) {
        String done = texts.get(
                "command.map.progress",
                format(progress.known()),
                format(progress.pixels()),
                NumberFormats.format(progress.runsPerSecond(), 3));
        double left = progress.secondsLeft(map.seeds());
        return Double.isNaN(left) || progress.isComplete() ? done : DurationText.withTimeLeft(done, left, texts);
    }

    /** Counts the outcomes. */
    String summary(MapSnapshot snapshot, boolean complete) {
        Map<PixelOutcome, Integer> counts = new EnumMap<>(PixelOutcome.class);
        for (int row = 0; row < snapshot.rows(); row++) {
            for (int column = 0; column < snapshot.columns(); column++) {
                if (snapshot.isKnown(column, row)) {
                    counts.merge(snapshot.outcome(row * snapshot.columns() + column), 1, Integer::sum);
                }
            }
        }
        return texts.get(
                complete ? "command.map.over" : "command.map.stopped",
                format(counts.getOrDefault(PixelOutcome.CONVERGED, 0)),
                format(counts.getOrDefault(PixelOutcome.OSCILLATING, 0)),
                format(counts.getOrDefault(PixelOutcome.DIVERGED, 0)),
                format(counts.getOrDefault(PixelOutcome.INVALID, 0)));
    }

    /** The slope with its interval, and what it says. */
    String scaling(RateScaling scaling) {
        String slope = texts.get(
                "command.map.scaling",
                NumberFormats.format(scaling.slope(), 3),
                NumberFormats.format(scaling.from(), 3),
                NumberFormats.format(scaling.to(), 3),
                format(scaling.seeds().size()));
        return slope
                + " "
                + texts.get("command.map.scaling."
                        + scaling.conclusion().name().toLowerCase(Locale.ROOT).replace("_", ""));
    }

    private static String format(int number) {
        return Integer.toString(number);
    }
}
