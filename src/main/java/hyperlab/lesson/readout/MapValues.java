package hyperlab.lesson.readout;

import hyperlab.file.MapTrainers;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelStore;
import hyperlab.map.RateRows;
import hyperlab.tune.SearchDimension;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The pixels of the Map lab, all of them. Values of an axis are matched to the nearest column or row. */
final class MapValues implements LabValues {
    private final MapSpecification map;
    private final @Nullable Path folder;
    private final BooleanSupplier cancelled;
    private @Nullable MapSnapshot snapshot;

    MapValues(MapSpecification map, @Nullable Path folder, BooleanSupplier cancelled) {
        this.map = map;
        this.folder = folder;
        this.cancelled = cancelled;
    }

    private MapSnapshot snapshot() {
        MapSnapshot known = snapshot;
        if (known == null) {
            MapComputation computation = new MapComputation(map, MapTrainers.of(map, folder), PixelStore.NONE);
            computation.run(Runnable::run, 1, progress -> {}, cancelled);
            ReadoutCache.requireComplete(cancelled);
            known = computation.snapshot();
            snapshot = known;
        }
        return known;
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        return switch (name) {
            case "columns" -> map.x().values().size();
            case "rows" -> map.y().values().size();
            case "runs" -> (double) map.x().values().size() * map.y().values().size() * map.seeds();
            case "seeds" -> map.seeds();
            case "xLow" -> map.x().low();
            case "xHigh" -> map.x().high();
            case "yLow" -> map.y().low();
            case "yHigh" -> map.y().high();
            case "divergedShare" -> share(PixelOutcome.DIVERGED);
            case "oscillatingShare" -> share(PixelOutcome.OSCILLATING);
            case "finished" -> 1;
            default -> Double.NaN;
        };
    }

    private double share(PixelOutcome outcome) {
        MapSnapshot pixels = snapshot();
        int count = pixels.columns() * pixels.rows();
        int found = 0;
        for (int index = 0; index < count; index++) {
            found += pixels.outcome(index) == outcome ? 1 : 0;
        }
        return (double) found / count;
    }

    @Override
    public double[] series(String name, RunSelector run) {
        return NONE;
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        return switch (name) {
            case "limit" -> row(argument, RateRows.RateRow::limit);
            case "bestRate" -> row(argument, RateRows.RateRow::best);
            case "bestX" -> best(argument, map.y(), map.x(), false);
            case "bestY" -> best(argument, map.x(), map.y(), true);
            default -> Double.NaN;
        };
    }

    private double row(double other, ToDoubleFunction<RateRows.RateRow> value) {
        // Without a learning rate, there is nothing to read from the runs.
        if (!RateRows.hasRate(map)) {
            return Double.NaN;
        }
        RateRows rows = RateRows.of(snapshot()).orElseThrow();
        MapAxis axis = rows.otherKey().equals(map.y().key()) ? map.y() : map.x();
        int index = nearest(axis, other);
        return rows.rows().stream()
                .filter(row -> row.index() == index)
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The value of one axis with the best color value at a value of the other axis. */
    private double best(double argument, MapAxis given, MapAxis wanted, boolean alongY) {
        int line = nearest(given, argument);
        List<String> values = wanted.values();
        MapColor color = map.color();
        double best = Double.NaN;
        int found = -1;
        for (int k = 0; line >= 0 && k < values.size(); k++) {
            Pixel pixel = alongY ? snapshot().pixel(line, k) : snapshot().pixel(k, line);
            if (pixel == null || pixel.diverged() || !Double.isFinite(pixel.value())) {
                continue;
            }
            if (found < 0 || (color.isLargerBetter() ? pixel.value() > best : pixel.value() < best)) {
                best = pixel.value();
                found = k;
            }
        }
        return found < 0 || !isNumeric(wanted) ? Double.NaN : Double.parseDouble(values.get(found));
    }

    private static boolean isNumeric(MapAxis axis) {
        return !(axis.dimension() instanceof SearchDimension.CategoricalDimension);
    }

    /** −1 for an axis without numbers. */
    private static int nearest(MapAxis axis, double value) {
        List<String> values = axis.values();
        int nearest = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; isNumeric(axis) && k < values.size(); k++) {
            double candidate = Double.parseDouble(values.get(k));
            double distance =
                    axis.isLogarithmic() ? Math.abs(Math.log(candidate / value)) : Math.abs(candidate - value);
            if (distance < smallest) {
                smallest = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    @Override
    public int lastIndex(RunSelector run) {
        return 0;
    }

    @Override
    public boolean changesDuringRun() {
        return false;
    }
}
