package hyperlab.lab.map;

import hyperlab.data.DataSettings;
import hyperlab.data.PredictionTask;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.WalkDirection;
import hyperlab.train.Experiment;
import hyperlab.ui.SettingsState;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of the lab, each as a property. Together they form one {@link MapSetup}. */
final class MapSettings {
    static final int DEFAULT_RESOLUTION = 64;
    static final String DEFAULT_SOURCE = "moons";
    static final String DEFAULT_FUNCTION = "parabola";
    static final List<Integer> RESOLUTIONS = List.of(16, 32, 64, 128, 256, 512);
    /** A zoom ends where neighboring values would differ by less than this fraction. */
    private static final double MIN_RELATIVE_DISTANCE = 1e-13;

    private final MapAxisProperties x;
    private final MapAxisProperties y;
    private final ObjectProperty<Integer> resolution;
    private final ObjectProperty<MapColor> color;
    private final DoubleProperty target;
    private final DoubleProperty seeds;
    private final DoubleProperty epochs;
    private final ObjectProperty<String> source;
    private final ObjectProperty<String> function;
    private final ObjectProperty<Boolean> curves;
    private final ObjectProperty<Boolean> ratio;
    private final ObjectProperty<Boolean> best;
    private final ObjectProperty<Boolean> contours;
    private final ObjectProperty<WalkDirection> walk;

    MapSettings(SettingsState<MapSetup> state) {
        x = new MapAxisProperties(state, true);
        y = new MapAxisProperties(state, false);
        resolution = state.part(
                "map.undo.resolution",
                setup -> setup.map().x().count(),
                (setup, count) -> new MapSetup(
                        setup.map()
                                .withAxes(
                                        withCount(setup.map().x(), count),
                                        withCount(setup.map().y(), count)),
                        withCount(setup.homeX(), count),
                        withCount(setup.homeY(), count),
                        setup.display()));
        color = state.part(
                "map.undo.color",
                setup -> setup.map().color(),
                (setup, chosen) -> setup.withMap(setup.map().withColor(chosen)));
        target = state.number(
                "map.undo.target",
                setup -> setup.map().target(),
                (setup, loss) -> setup.withMap(setup.map().withTarget(loss)));
        seeds = state.number(
                "map.undo.seeds",
                setup -> (double) setup.map().seeds(),
                (setup, count) -> setup.withMap(setup.map().withSeeds(count.intValue())));
        epochs = state.number(
                "map.undo.epochs",
                setup -> (double) setup.map().subject().epochs(),
                (setup, count) -> setup.withSubject(withEpochs(setup.map().subject(), count.intValue())));
        source = state.part(
                "map.undo.source",
                setup -> setup.map().subject() instanceof MapSubject.OfExperiment of
                        ? of.experiment().data().source()
                        : DEFAULT_SOURCE,
                MapSettings::withSource);
        function = state.part(
                "map.undo.function",
                setup -> setup.map().subject() instanceof MapSubject.OfDescent of
                        ? of.setup().function()
                        : DEFAULT_FUNCTION,
                MapSettings::withFunction);
        curves = display(state, MapDisplay::curves, MapDisplay::withCurves);
        ratio = display(state, MapDisplay::ratio, MapDisplay::withRatio);
        best = display(state, MapDisplay::best, MapDisplay::withBest);
        contours = display(state, MapDisplay::contours, MapDisplay::withContours);
        walk = state.part(
                "map.undo.walk",
                setup -> setup.display().walk(),
                (setup, direction) -> setup.withDisplay(setup.display().withWalk(direction)));
    }

    private static ObjectProperty<Boolean> display(
            SettingsState<MapSetup> state,
            Function<MapDisplay, Boolean> part,
            BiFunction<MapDisplay, Boolean, MapDisplay> with) {
        return state.part(
                "map.undo.overlay",
                setup -> part.apply(setup.display()),
                (setup, on) -> setup.withDisplay(with.apply(setup.display(), on)));
    }

    private static MapAxis withCount(MapAxis axis, int count) {
        return new MapAxis(axis.key(), axis.dimension(), count, axis.logarithmic());
    }

    private static MapSubject withEpochs(MapSubject subject, int epochs) {
        if (subject instanceof MapSubject.OfExperiment of) {
            Experiment experiment = of.experiment();
            return new MapSubject.OfExperiment(
                    experiment.withTraining(experiment.training().withEpochs(epochs)));
        }
        if (subject instanceof MapSubject.OfDescent of) {
            return new MapSubject.OfDescent(of.setup().withSteps(epochs));
        }
        return new MapSubject.OfMeanField(
                ((MapSubject.OfMeanField) subject).network().withSteps(epochs));
    }

    private static MapSetup withSource(MapSetup setup, String source) {
        if (!(setup.map().subject() instanceof MapSubject.OfExperiment of)
                || source.equals(of.experiment().data().source())) {
            return setup;
        }
        DataSettings data = DataSettings.DEFAULT.withSource(source);
        MapSubject subject = new MapSubject.OfExperiment(of.experiment().withData(data));
        return withOffered(setup, subject, List.of("training.learningRate", "training.batchSize"));
    }

    private static MapSetup withFunction(MapSetup setup, String name) {
        if (!(setup.map().subject() instanceof MapSubject.OfDescent of)
                || name.equals(of.setup().function())) {
            return setup;
        }
        ObjectiveFunction objective = ObjectiveFunctions.of(name);
        DescentSetup descent = new DescentSetup(
                objective.name(),
                objective.parameters(),
                objective.start(),
                of.setup().steps(),
                of.setup().racers());
        MapSubject subject = new MapSubject.OfDescent(descent);
        return withOffered(setup, subject, List.of("learningRate", "optimizer.momentum"));
    }

    /** Another subject; an axis or a color that it does not have is replaced. */
    private static MapSetup withOffered(MapSetup setup, MapSubject subject, List<String> usual) {
        List<String> keys = AxisKeys.of(subject);
        MapSpecification map = setup.map();
        boolean keepsX = keys.contains(map.x().key());
        boolean keepsY = keys.contains(map.y().key());
        if (keepsX && keepsY) {
            return withOfferedColor(setup.withSubject(subject));
        }
        MapAxis newX = keepsX ? setup.homeX() : axis(keys, usual, map.x().count(), map.y());
        MapAxis newY = keepsY ? setup.homeY() : axis(keys, usual, map.y().count(), newX);
        return withOfferedColor(MapSetup.of(
                map.withSubject(subject).withAxes(newX, newY), setup.display().withoutPlaces()));
    }

    static MapSetup withOfferedColor(MapSetup setup) {
        MapColor color = setup.map().color();
        // A table keeps its colors: only another axis can have been chosen.
        boolean offered =
                AxisKeys.colors(setup.map(), PredictionTask.CLASSIFICATION).contains(color);
        return offered ? setup : setup.withMap(setup.map().withColor(MapColor.TRAIN_LOSS));
    }

    /** The first usual axis that exists and that the other one is not. */
    private static MapAxis axis(List<String> keys, List<String> usual, int count, MapAxis other) {
        String key = Stream.concat(usual.stream().filter(keys::contains), keys.stream())
                .filter(each -> !each.equals(other.key()))
                .findFirst()
                .orElseThrow();
        return AxisKeys.axis(key, count);
    }

    /**
     * The part of an axis between two values of the chart. Whole numbers are rounded outward; a choice stays complete.
     */
    static MapAxis zoomed(MapAxis axis, double low, double high) {
        AxisScale scale = AxisScale.of(axis);
        if (scale == AxisScale.LIST) {
            return axis;
        }
        double edge = scale == AxisScale.LOG ? Math.max(low, Double.MIN_NORMAL) : low;
        double distance = (high - edge) / axis.count();
        if (!(distance > MIN_RELATIVE_DISTANCE * Math.max(Math.abs(edge), Math.abs(high)))) {
            return axis;
        }
        if (scale.isInteger()) {
            double first = Math.max(Math.min(axis.low(), 1), Math.floor(edge + 0.5));
            return scale.withBounds(axis, first, Math.max(first + 1, Math.ceil(high - 0.5)));
        }
        // The chart ends half a cell beyond the first and the last value.
        double half = 0.5 / axis.count();
        if (scale == AxisScale.LOG) {
            double factor = Math.pow(high / edge, half);
            return scale.withBounds(axis, edge * factor, high / factor);
        }
        return scale.withBounds(axis, edge + half * (high - edge), high - half * (high - edge));
    }

    MapAxisProperties x() {
        return x;
    }

    MapAxisProperties y() {
        return y;
    }

    /** The maximum number of values of each axis. */
    ObjectProperty<Integer> resolutionProperty() {
        return resolution;
    }

    ObjectProperty<MapColor> colorProperty() {
        return color;
    }

    DoubleProperty targetProperty() {
        return target;
    }

    DoubleProperty seedsProperty() {
        return seeds;
    }

    /** The number of epochs of a run, or of steps. */
    DoubleProperty epochsProperty() {
        return epochs;
    }

    /** The data of a network; without effect for other maps. */
    ObjectProperty<String> sourceProperty() {
        return source;
    }

    /** The function of a descent; without effect for other maps. */
    ObjectProperty<String> functionProperty() {
        return function;
    }

    ObjectProperty<Boolean> curvesProperty() {
        return curves;
    }

    ObjectProperty<Boolean> ratioProperty() {
        return ratio;
    }

    ObjectProperty<Boolean> bestProperty() {
        return best;
    }

    ObjectProperty<Boolean> contoursProperty() {
        return contours;
    }

    ObjectProperty<WalkDirection> walkProperty() {
        return walk;
    }
}
