package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.Commands;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.CsvSettings;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table has the same defaults in the window and on the command line, and opening it keeps the runs. */
class TableDefaultsTest {
    private static final int FULL_SPEED = 6;

    @TempDir
    Path folder;

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    /** Columns whose scales differ by a factor of 1,000. */
    private Path table(boolean numbers) throws IOException {
        StringBuilder text = new StringBuilder("width,area,kind\n");
        for (int i = 0; i < 60; i++) {
            text.append(i / 10.0).append(',').append(1000 * (i % 7)).append(',');
            text.append(numbers ? Double.toString(40 + i * i / 7.0) : i % 2 == 0 ? "yes" : "no");
            text.append('\n');
        }
        return Files.writeString(folder.resolve(numbers ? "sizes.csv" : "kinds.csv"), text);
    }

    private Experiment onCommandLine(Path table) {
        Path run = folder.resolve("run-" + table.getFileName());
        String[] words = {"train", table.toString(), "--target", "kind", "--out", run.toString()};
        PrintStream out = new PrintStream(OutputStream.nullOutputStream());
        assertEquals(0, Commands.run(words, out, out));
        return ((Document.OfExperiment) Documents.read(run.resolve("experiment.json"))).experiment();
    }

    private Experiment inWindow(Path table) {
        CsvPlan plan = CsvInference.of(CsvPreview.read(table), "kind").plan();
        lab.table().use(UserTable.experimentOn(table, plan, lab.experiment(), null));
        return RelativePaths.rebased(lab.experiment(), null, folder);
    }

    private static CsvSettings csv(Experiment experiment) {
        return Objects.requireNonNull(experiment.data().csv());
    }

    /** The experiment with a path that does not depend on the folder. */
    private static Experiment named(Experiment experiment, String file) {
        return experiment.withData(experiment.data().withCsv(csv(experiment).withFile(file)));
    }

    @Test
    void windowAndCommandLineChooseTheSameExperiment() throws IOException {
        for (boolean numbers : new boolean[] {false, true}) {
            Path table = table(numbers);
            Experiment experiment = onCommandLine(table);
            Experiment opened = inWindow(table);
            String name = table.getFileName().toString();
            assertEquals(named(experiment, name), named(opened, name));
            assertTrue(experiment.data().standardize());
        }
    }

    @Test
    void openingTableKeepsTheRunsAndUndoBringsTheDataBack() throws IOException {
        lab.playback().speedProperty().set(FULL_SPEED);
        lab.playback().playPause();
        lab.settings().learning().learningRate().set(0.1);
        lab.playback().playPause();
        int before = lab.runs().runsProperty().get().size();
        assertEquals(2, before);
        Experiment moons = lab.experiment();
        inWindow(table(false));
        assertEquals(before + 1, lab.runs().runsProperty().get().size());
        lab.undo().undo();
        assertEquals(moons, lab.experiment());
    }

    @Test
    void effectOfStandardizingIsASecondRunWithTheSameSeedAndBothStay() throws IOException {
        inWindow(table(false));
        lab.playback().speedProperty().set(FULL_SPEED);
        lab.playback().playPause();
        Experiment with = lab.experiment();
        double ratio = lab.viewStateProperty().get().facts().scaleRatioBefore();
        // Standard deviations of 48 of the rows: about 1.7 and 2,000.
        assertEquals(1150, ratio, 150);
        ComparedRun first = lab.runs().live();
        lab.scaling().trainWithout();
        Experiment without = lab.experiment();
        assertEquals(with.withData(with.data().withStandardize(false)), without);
        assertTrue(lab.runs().runsProperty().get().stream()
                .anyMatch(run -> run.history() == first.history() && run.pinned() && run.visible()));
        assertEquals(
                with.training().epochs(),
                lab.runs().live().history().newest().epoch());
        assertEquals(first.id(), lab.runs().reference().id());
        lab.undo().undo();
        assertEquals(with, lab.experiment());
    }

    @Test
    void changingTheUseOfTheCurrentTableKeepsTheNetwork() throws IOException {
        Path table = table(false);
        inWindow(table);
        lab.settings().learning().learningRate().set(0.25);
        CsvPlan plan = CsvInference.of(CsvPreview.read(table), "kind").plan().withStandardize(false);
        Experiment before = lab.experiment();
        lab.table().use(UserTable.experimentOn(table, plan, before, null));
        assertEquals(0.25, lab.experiment().training().learningRate());
        assertFalse(lab.experiment().data().standardize());
        assertNotEquals(before, lab.experiment());
    }
}
