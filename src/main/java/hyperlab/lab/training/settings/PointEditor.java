package hyperlab.lab.training.settings;

import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PointSet;
import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Edits the points of the data by hand: adds, moves and removes them. The first change of a generated data set makes its
 * current points the data. Each gesture is one undoable change. FX thread only.
 */
public final class PointEditor {
    /** The generators whose points can be edited: two features and a class. */
    public static final List<DataGenerator> GENERATORS = Stream.of(DataGenerator.values())
            .filter(generator -> generator.features() == 2 && generator.task() == PredictionTask.CLASSIFICATION)
            .toList();

    /** The number of points that a generator gives to start from: few enough to see the effect of each. */
    static final int START_POINTS = 100;

    private static final double START_NOISE = 0.1;

    /** Room around the points for others, as a share of their extent. */
    private static final double ROOM = 0.25;

    /** The same when a point is added or moved: as much as a map leaves around the data. */
    private static final double MARGIN = 0.08;

    /** The part of the plane that is shown without points. */
    private static final DecisionMap.Window EMPTY_WINDOW = new DecisionMap.Window(-6, 6, -6, 6);

    /** The steps of a keyboard across the window. */
    private static final int KEY_STEPS = 50;

    private static final double PLACES = 1e3;

    private final ExperimentSettings settings;
    private final UndoHistory undo;
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper(this, "editing");
    private final ObjectProperty<Integer> label = new SimpleObjectProperty<>(this, "label", 0);
    private final ReadOnlyObjectWrapper<@Nullable Integer> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyObjectWrapper<DecisionMap.@Nullable Window> window =
            new ReadOnlyObjectWrapper<>(this, "window");
    private @Nullable DataSettings generatedFrom;
    private long generatedSeed;
    private PointSet generated = PointSet.EMPTY;

    public PointEditor(ExperimentSettings settings, UndoHistory undo) {
        this.settings = settings;
        this.undo = undo;
        settings.experimentProperty().addListener((observed, before, now) -> settingsChanged());
    }

    // properties

    /** Whether the points can be edited now. */
    public ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /** The class of the points that are added. */
    public ObjectProperty<Integer> labelProperty() {
        return label;
    }

    /** The index of the selected point; null for none. */
    public ReadOnlyObjectProperty<@Nullable Integer> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The part of the plane that must be visible, which leaves room around the points; null while not editing. */
    public ReadOnlyObjectProperty<DecisionMap.@Nullable Window> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** The points as they are: those of the data, or those that the generator makes. */
    public PointSet points() {
        Experiment experiment = settings.experimentProperty().get();
        DataSettings data = experiment.data();
        PointSet drawn = data.points();
        if (drawn != null) {
            return drawn;
        }
        if (!data.equals(generatedFrom) || experiment.seed() != generatedSeed) {
            generated = isGenerator(data) ? generate(data, experiment.seed()) : PointSet.EMPTY;
            generatedFrom = data;
            generatedSeed = experiment.seed();
        }
        return generated;
    }

    /** The first points that a generator makes do not depend on how many follow. */
    private static PointSet generate(DataSettings data, long seed) {
        Integer samples = data.samples();
        int count = samples == null ? DataGenerator.DEFAULT_SAMPLES : samples;
        return PointSet.of(DataSplitter.load(data.withSamples(Math.min(PointSet.MAX_POINTS, count)), seed, null));
    }

    /** How many of the generated points the first change leaves out, because there would be too many. */
    public int omittedPoints() {
        DataSettings data = settings.experimentProperty().get().data();
        Integer samples = data.samples();
        return samples != null && isGenerator(data) ? Math.max(0, samples - PointSet.MAX_POINTS) : 0;
    }

    /** Whether there are too few points to train on. */
    public boolean hasTooFewPoints() {
        return points().size() < DataSettings.MIN_SAMPLES;
    }

    /** The number of classes that can be chosen: those of the points, and another one. */
    public int choosableClasses() {
        return Math.min(PointSet.MAX_LABEL + 1, points().classes() + 1);
    }

    private static boolean isGenerator(DataSettings data) {
        return GENERATORS.stream().anyMatch(generator -> generator.fileName().equals(data.source()));
    }

    // commands

    /** Begins to edit. Data that are not points in the plane give way to an empty plane. */
    public void begin() {
        DataSettings data = settings.experimentProperty().get().data();
        if (data.points() == null && !isGenerator(data)) {
            replace(PointSet.EMPTY);
        }
        selected.set(null);
        window.set(windowOf(points(), ROOM));
        editing.set(true);
    }

    /** Ends editing. */
    public void end() {
        undo.settle();
        editing.set(false);
        selected.set(null);
        window.set(null);
    }

    /**
     * Adds a point of the chosen class and selects it. {@link #settle} ends the gesture.
     *
     * @throws InvalidInputException if there are too many points
     */
    public void add(double x, double y) {
        undo.settle();
        PointSet more = points().with(new LabeledPoint(rounded(x), rounded(y), label.get()));
        change(more);
        selected.set(more.size() - 1);
    }

    /** Selects a point; null for none. */
    public void select(@Nullable Integer index) {
        undo.settle();
        selected.set(index);
    }

    /** Selects the point after the selected one, or before it, in drawing order. */
    public void selectNext(int step) {
        int count = points().size();
        Integer index = selected.get();
        if (count > 0) {
            select(index == null ? 0 : Math.floorMod(index + step, count));
        }
    }

    /** Moves the selected point. {@link #settle} ends the gesture. */
    public void moveSelected(double x, double y) {
        Integer index = selected.get();
        if (index != null) {
            PointSet points = points();
            change(points.with(index, points.points().get(index).at(rounded(x), rounded(y))));
        }
    }

    /** Moves the selected point by steps of the keyboard. {@link #settle} ends the gesture. */
    public void nudgeSelected(int across, int up) {
        Integer index = selected.get();
        DecisionMap.Window shown = window.get();
        if (index != null && shown != null) {
            LabeledPoint point = points().points().get(index);
            moveSelected(point.x() + across * keyStepX(shown), point.y() + up * keyStepY(shown));
        }
    }

    /** The horizontal step of the keyboard in a part of the plane. */
    public static double keyStepX(DecisionMap.Window shown) {
        return (shown.xHigh() - shown.xLow()) / KEY_STEPS;
    }

    /** The vertical step of the keyboard in a part of the plane. */
    public static double keyStepY(DecisionMap.Window shown) {
        return (shown.yHigh() - shown.yLow()) / KEY_STEPS;
    }

    /** Ends a gesture, so that the next change is recorded separately. Keeps room around the points. */
    public void settle() {
        undo.settle();
        DecisionMap.Window shown = window.get();
        if (shown != null && !hasTooFewPoints()) {
            window.set(shown.including(windowOf(points(), MARGIN)));
        }
    }

    /** Removes a point as one undoable change. */
    public void remove(int index) {
        undo.settle();
        change(points().without(index));
        selected.set(null);
        undo.settle();
    }

    /** Removes the selected point, if there is one. */
    public void removeSelected() {
        Integer index = selected.get();
        if (index != null) {
            remove(index);
        }
    }

    /** Removes all points as one undoable change. */
    public void clear() {
        replace(PointSet.EMPTY);
    }

    /** Replaces the points with some from one of the {@link #GENERATORS}, as one undoable change. */
    public void startFrom(DataGenerator generator) {
        long seed = settings.seed().get();
        replace(PointSet.of(generator.generate(START_POINTS, START_NOISE, seed)));
        if (editing.get()) {
            window.set(windowOf(points(), ROOM));
        }
    }

    /**
     * The index of the point that is nearest to a place; null if there is none within reach.
     *
     * @param reachX the horizontal reach, > 0
     * @param reachY the vertical reach, > 0
     */
    public @Nullable Integer nearest(double x, double y, double reachX, double reachY) {
        List<LabeledPoint> points = points().points();
        Integer nearest = null;
        double least = 1;
        for (int i = 0; i < points.size(); i++) {
            double distance =
                    Math.hypot((points.get(i).x() - x) / reachX, (points.get(i).y() - y) / reachY);
            if (distance <= least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private void replace(PointSet points) {
        undo.settle();
        selected.set(null);
        change(points);
        undo.settle();
    }

    private void change(PointSet points) {
        settings.data().points().set(points);
    }

    private static double rounded(double value) {
        double scaled = value * PLACES;
        return Math.abs(scaled) < 1L << 53 ? Math.rint(scaled) / PLACES : value;
    }

    /** Undo may remove the selected point, and another source ends editing. */
    private void settingsChanged() {
        DataSettings data = settings.experimentProperty().get().data();
        if (editing.get() && data.points() == null && !isGenerator(data)) {
            end();
        }
        Integer index = selected.get();
        if (index != null && index >= points().size()) {
            selected.set(null);
        }
    }

    private static DecisionMap.Window windowOf(PointSet points, double room) {
        if (points.size() < DataSettings.MIN_SAMPLES) {
            return EMPTY_WINDOW;
        }
        double[] x =
                points.points().stream().mapToDouble(LabeledPoint::x).sorted().toArray();
        double[] y =
                points.points().stream().mapToDouble(LabeledPoint::y).sorted().toArray();
        double roomX = room * (x[x.length - 1] - x[0]);
        double roomY = room * (y[y.length - 1] - y[0]);
        return new DecisionMap.Window(x[0] - roomX, x[x.length - 1] + roomX, y[0] - roomY, y[y.length - 1] + roomY);
    }
}
