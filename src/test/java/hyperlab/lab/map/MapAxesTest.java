package hyperlab.lab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.PredictionTask;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelTrainer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.KeyNames;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The axes of a map: which are offered, their bounds, and their scales. */
class MapAxesTest extends MapLabFixture {
    @Test
    void everySettingChangesTheMapAndCanBeUndone() {
        openSmall();
        MapSettings settings = lab.settings();
        List<Runnable> changes = List.of(
                () -> settings.x().keyProperty().set("training.penalty.l2"),
                () -> settings.x().scaleProperty().set(AxisScale.LINEAR),
                () -> settings.x().scaleProperty().set(AxisScale.LIST),
                () -> settings.x().lowProperty().set(0.02),
                () -> settings.y().highProperty().set(16),
                () -> settings.resolutionProperty().set(16),
                () -> settings.colorProperty().set(MapColor.VALIDATION_ACCURACY),
                () -> settings.targetProperty().set(0.2),
                () -> settings.seedsProperty().set(2),
                () -> settings.epochsProperty().set(2),
                () -> settings.sourceProperty().set("iris"));
        for (Runnable change : changes) {
            MapSetup before = lab.setup();
            change.run();
            MapSetup after = lab.setup();
            assertNotEquals(before, after);
            assertNull(state().error());
            assertEquals(after.map(), snapshot().map());
            lab.undo().undo();
            assertEquals(before, lab.setup());
            lab.undo().redo();
            assertEquals(after, lab.setup());
            lab.undo().undo();
        }
        assertEquals(List.of(), rejected);
    }

    @Test
    void invalidBoundsAreRejected() {
        openSmall();
        lab.settings().x().lowProperty().set(1000);
        assertEquals(1, rejected.size());
        assertEquals(SMALL, lab.setup().map());
        assertEquals(0.01, lab.settings().x().lowProperty().get());
    }

    @Test
    void axesTradePlacesWhenOneGetsTheKeyOfTheOther() {
        openSmall();
        lab.settings().x().keyProperty().set("training.batchSize");
        assertEquals(SMALL.y(), lab.setup().map().x());
        assertEquals(SMALL.x(), lab.setup().map().y());
    }

    @Test
    void scalesKeepBoundsAsFarAsTheyCan() {
        MapAxis log = SMALL.x();
        MapAxis linear = AxisScale.LINEAR.apply(log);
        assertEquals(new SearchDimension.LinearDimension(0.01, 100), linear.dimension());
        assertEquals(log, AxisScale.LOG.apply(linear));
        MapAxis fromZero = new MapAxis("network.dropout", new SearchDimension.LinearDimension(0, 0.8), 9);
        assertEquals(
                new SearchDimension.LogDimension(0.0008, 0.8),
                AxisScale.LOG.apply(fromZero).dimension());
        MapAxis list = AxisScale.LIST.apply(SMALL.y());
        assertEquals(AxisScale.LIST, AxisScale.of(list));
        assertEquals(SMALL.y(), AxisScale.INTEGER_LOG.apply(list));
    }

    @Test
    void everyPresetCanBeComputed() {
        lab.resume();
        for (MapPreset preset : MapPreset.values()) {
            assertNotNull(MapTrainers.of(preset.map(), null));
            assertEquals(preset, MapPreset.of(preset.map().subject()).orElseThrow());
            AxisValues x = new AxisValues(preset.map().x());
            AxisValues y = new AxisValues(preset.map().y());
            assertTrue(x.contains(preset.pinnedX()) && x.contains(preset.comparedX()), preset.id());
            assertTrue(y.contains(preset.pinnedY()) && y.contains(preset.comparedY()), preset.id());
        }
        lab.choosePreset(MapPreset.MOMENTUM);
        assertTrue(state().isCurrent());
        assertEquals(3, state().overlays().size());
        assertTrue(new MapText(Texts.in(Language.ENGLISH)).explanation(state()).size() >= 1);
    }

    @Test
    void accuracyIsOfferedWhereThereAreClasses() {
        for (String source : AxisKeys.SOURCES) {
            if (source.equals("mnist")) {
                continue; // Takes long to read.
            }
            MapSubject subject =
                    new MapSubject.OfExperiment(EXPERIMENT.withData(DataSettings.DEFAULT.withSource(source)));
            MapSpecification map = SMALL.withSubject(subject).withColor(MapColor.VALIDATION_ACCURACY);
            assertEquals(isValid(map, null), AxisKeys.colors(map, null).contains(MapColor.VALIDATION_ACCURACY), source);
        }
    }

    private static boolean isValid(MapSpecification map, @Nullable Path folder) {
        try {
            return MapTrainers.of(map, folder) != null;
        } catch (InvalidInputException invalid) {
            return false;
        }
    }

    /** Whether a column of numbers is a class depends on the rows of the table. */
    @Test
    void tableWithoutAGivenTaskOffersAccuracyOnceItsTargetIsKnown(@TempDir Path folder) throws IOException {
        StringBuilder table = new StringBuilder("a,class,number\n");
        for (int row = 0; row < 60; row++) {
            table.append(row % 7)
                    .append(',')
                    .append(row % 3)
                    .append(',')
                    .append(row * 0.5)
                    .append('\n');
        }
        Files.writeString(folder.resolve("table.csv"), table);
        for (String target : List.of("class", "number")) {
            CsvSettings csv = new CsvSettings("table.csv", target, List.of("a"), null, false);
            MapSpecification map = SMALL.withSubject(
                    new MapSubject.OfExperiment(EXPERIMENT.withData(DataSettings.DEFAULT.withCsv(csv))));
            assertFalse(AxisKeys.colors(map, null).contains(MapColor.TRAIN_ACCURACY));
            lab.open(new Document.OfMap(map), folder);
            lab.resume();
            PredictionTask task = Objects.requireNonNull(state().analysis()).task();
            List<MapColor> offered = AxisKeys.colors(map, task);
            assertEquals(target.equals("class"), offered.contains(MapColor.TRAIN_ACCURACY));
            for (MapColor color : MapColor.values()) {
                assertEquals(isValid(map.withColor(color), folder), offered.contains(color), color::name);
            }
        }
    }

    @Test
    void axesWithoutEffectAreNotOfferedAndNotKept() {
        openSmall();
        MapSettings settings = lab.settings();
        assertTrue(AxisKeys.of(SMALL.subject()).containsAll(List.of("data.noise", "network.dropout")));
        settings.y().keyProperty().set("data.noise");
        settings.sourceProperty().set("iris");
        assertFalse(AxisKeys.of(lab.setup().map().subject()).contains("data.noise"));
        assertEquals("training.batchSize", lab.setup().map().y().key());
        assertEquals("training.learningRate", lab.setup().map().x().key());
        assertNull(state().error());
        Experiment linear = EXPERIMENT.withNetwork(EXPERIMENT.network().withHidden(List.of()));
        assertFalse(AxisKeys.of(new MapSubject.OfExperiment(linear)).contains("network.dropout"));
    }

    @Test
    void everyAxisThatIsOfferedIsValid() {
        for (MapPreset preset : MapPreset.values()) {
            for (String key : AxisKeys.of(preset.map().subject())) {
                MapAxis axis = AxisKeys.axis(key, 4);
                assertTrue(AxisKeys.scales(axis).contains(AxisScale.of(axis)), key);
                String otherKey = AxisKeys.of(preset.map().subject()).stream()
                        .filter(each -> !each.equals(key))
                        .findFirst()
                        .orElseThrow();
                MapSpecification map = preset.map().withAxes(axis, AxisKeys.axis(otherKey, 4));
                for (MapColor color : AxisKeys.colors(map, null)) {
                    assertNotNull(MapTrainers.of(map.withColor(color), null));
                }
            }
        }
    }

    /** Also with the constants of all optimizers and schedules, and of all functions. */
    @Test
    void everyAxisOfADescentHasANameAndValidPixels() {
        Texts english = Texts.in(Language.ENGLISH);
        for (String name : ObjectiveFunctions.names()) {
            ObjectiveFunction function = ObjectiveFunctions.of(name);
            int number = ObjectiveFunctions.names().indexOf(name);
            DescentSetup.Racer racer = new DescentSetup.Racer(0.1, atIndex(Optimizer.all(), number), true)
                    .withSchedule(atIndex(Schedule.all(), number));
            MapSubject subject = new MapSubject.OfDescent(
                    new DescentSetup(name, function.parameters(), function.start(), 20, List.of(racer)));
            for (String key : AxisKeys.of(subject)) {
                assertTrue(key.equals("steps") || !KeyNames.of(key, english).equals(key), key);
                MapAxis axis = AxisKeys.axis(key, 3);
                MapAxis other = AxisKeys.axis(key.equals("learningRate") ? "steps" : "learningRate", 3);
                MapSpecification map = new MapSpecification(subject, axis, other, MapColor.OUTCOME);
                PixelTrainer trainer = MapTrainers.of(map, null);
                for (String value : axis.values()) {
                    Pixel pixel = trainer.train(
                            new PixelTrainer.PixelValues(value, other.values().get(0)), () -> false);
                    assertNotEquals(
                            PixelOutcome.INVALID, Objects.requireNonNull(pixel).outcome(), name + " " + key);
                }
            }
        }
    }

    private static <T> T atIndex(List<T> all, int index) {
        return all.get(index % all.size());
    }

    @Test
    void closedFormIsNotOfferedForAScheduleOfTheRate() {
        lab.resume();
        lab.choosePreset(MapPreset.MOMENTUM);
        assertTrue(AxisKeys.colors(lab.setup().map(), null).contains(MapColor.SPECTRAL_RADIUS));
        lab.settings().x().keyProperty().set("schedule.warmup");
        assertEquals(MapColor.TRAIN_LOSS, lab.setup().map().color());
        assertFalse(AxisKeys.colors(lab.setup().map(), null).contains(MapColor.SPECTRAL_RADIUS));
    }

    @Test
    void absurdBoundsAreRejectedAndChangeNothing() {
        openSmall();
        lab.settings().x().scaleProperty().set(AxisScale.LINEAR);
        MapSetup before = lab.setup();
        lab.settings().x().highProperty().set(1e300);
        lab.settings().x().lowProperty().set(-1e308);
        lab.settings().x().lowProperty().set(Double.NaN);
        lab.settings().x().lowProperty().set(before.map().x().high());
        assertEquals(before, lab.setup());
        assertEquals(4, rejected.size());
    }

    @Test
    void settingsFromTrainingArePinned() {
        lab.resume();
        lab.chooseExperiment(EXPERIMENT, null);
        assertEquals(new MapSubject.OfExperiment(EXPERIMENT), lab.setup().map().subject());
        PixelRun run = Objects.requireNonNull(state().pinned());
        assertEquals(8, Integer.parseInt(run.y()));
        assertEquals(0.2, Double.parseDouble(run.x()), 0.02);
        lab.undo().undo();
        assertEquals(MapPreset.MOONS.map(), lab.setup().map());
    }
}
