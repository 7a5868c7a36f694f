package hyperlab.lab.map;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.NoEvidence;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSubject;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.TinyLastBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to be careful about in a map. A remedy is another setup. */
final class MapDoctor {
    private static final int SEEDS = 5;
    private static final int DIGITS = 3;
    /** A momentum is too large if it needs at least this many times the steps of critical damping. */
    private static final int SLOWER = 2;

    private MapDoctor() {}

    static List<Finding<NoEvidence, MapSetup>> findings(MapViewState state) {
        List<Finding<NoEvidence, MapSetup>> findings = new ArrayList<>();
        MapSnapshot snapshot = state.snapshot();
        MapAnalysis analysis = state.analysis();
        if (snapshot == null || analysis == null || !state.isCurrent()) {
            return findings;
        }
        addNeighbors(state, snapshot, findings);
        addTiny(analysis.tiny(), findings);
        addMomentum(state, findings);
        addSeeds(state, snapshot, analysis, findings);
        return findings;
    }

    private static void addNeighbors(
            MapViewState state, MapSnapshot snapshot, List<Finding<NoEvidence, MapSetup>> findings) {
        MapCell cell = state.pinnedCell();
        Pixel pinned = snapshot.pixel(cell.column(), cell.row());
        if (pinned == null || pinned.diverged() || pinned.outcome() == PixelOutcome.INVALID) {
            return;
        }
        int neighbors = 0;
        int diverged = 0;
        for (int row = Math.max(0, cell.row() - 1); row <= Math.min(snapshot.rows() - 1, cell.row() + 1); row++) {
            for (int column = Math.max(0, cell.column() - 1);
                    column <= Math.min(snapshot.columns() - 1, cell.column() + 1);
                    column++) {
                Pixel pixel = snapshot.pixel(column, row);
                if (pixel != null && !pixel.equals(pinned) && !(row == cell.row() && column == cell.column())) {
                    neighbors++;
                    diverged += pixel.diverged() ? 1 : 0;
                }
            }
        }
        if (diverged > 0) {
            findings.add(Finding.of(
                    Severity.WARNING, "map.finding.boundary", Argument.integer(diverged), Argument.integer(neighbors)));
        }
    }

    private static void addTiny(@Nullable TinyLastBatch tiny, List<Finding<NoEvidence, MapSetup>> findings) {
        if (tiny != null) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "map.finding.tiny",
                    Argument.integer(tiny.batch()),
                    Argument.integer(tiny.samples()),
                    Argument.number(tiny.rate(), DIGITS),
                    Argument.number(tiny.value(), DIGITS),
                    Argument.integer(tiny.neighbor()),
                    Argument.number(tiny.neighborValue(), DIGITS)));
        }
    }

    private static void addMomentum(MapViewState state, List<Finding<NoEvidence, MapSetup>> findings) {
        PixelRun pinned = state.pinned();
        if (pinned == null || !MomentumComparison.applies(state.setup().map())) {
            return;
        }
        MomentumComparison.of(state.setup().map(), Double.parseDouble(pinned.x()), Double.parseDouble(pinned.y()))
                .filter(found ->
                        found.momentum() > found.criticalMomentum() && found.steps() >= SLOWER * found.criticalSteps())
                .ifPresent(found -> findings.add(Finding.of(
                        Severity.WARNING,
                        "map.finding.momentum",
                        Argument.number(found.rate(), DIGITS),
                        Argument.number(found.momentum(), DIGITS),
                        Argument.integer(found.steps()),
                        Argument.number(found.criticalMomentum(), DIGITS),
                        Argument.integer(found.criticalSteps()))));
    }

    private static void addSeeds(
            MapViewState state,
            MapSnapshot snapshot,
            MapAnalysis analysis,
            List<Finding<NoEvidence, MapSetup>> findings) {
        Set<PixelOutcome> outcomes = snapshot.outcomes();
        boolean hasBoundary = outcomes.contains(PixelOutcome.DIVERGED) && outcomes.size() > 1;
        if (!hasBoundary || !(snapshot.map().subject() instanceof MapSubject.OfExperiment)) {
            return;
        }
        if (snapshot.map().seeds() > 1) {
            findings.add(Finding.of(
                    Severity.NOTE,
                    "map.finding.seeds",
                    Argument.integer(snapshot.map().seeds()),
                    Argument.number(100 * analysis.disputedShare(), DIGITS)));
            return;
        }
        boolean onAxis = snapshot.map().x().key().equals("seed")
                || snapshot.map().y().key().equals("seed");
        if (!onAxis) {
            MapSetup more = state.setup().withMap(state.setup().map().withSeeds(SEEDS));
            findings.add(new Finding<>(
                    Severity.NOTE,
                    "map.finding.seed",
                    List.of(),
                    NoEvidence.NONE,
                    new Remedy<>(Message.of("map.finding.seed.remedy", Argument.integer(SEEDS)), more)));
        }
    }
}
