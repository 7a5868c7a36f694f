package hyperlab.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.JobResult;
import hyperlab.tune.TrialFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchedTrialsTest {
    private static final Map<String, String> POINT = Map.of("x", "1", "y", "2");

    @TempDir
    Path study;

    private final List<String> failures = new ArrayList<>();

    private LaunchedTrials trials(TrialFactory local, int retries, String script) throws IOException {
        Path launcher = Files.writeString(study.resolve("launcher"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return new LaunchedTrials(
                local,
                study,
                new Launcher(List.of(launcher.toString()), "en", retries),
                (trial, attempt, reason) -> failures.add(attempt + " " + reason.rule()));
    }

    private LaunchedTrials trials(int retries, String script) throws IOException {
        return trials(new FunctionTrialFactory("branin"), retries, script);
    }

    private static @Nullable JobResult run(LaunchedTrials trials, BooleanSupplier cancelled) {
        return trials.create(0, POINT).runTo(1, report -> {}, cancelled);
    }

    private List<TrialFolder> folders() {
        return TrialFolder.find(study, new TrialFolder.Order(0, 1, POINT));
    }

    @Test
    void aCanceledTrialLeavesNothing() throws IOException {
        LaunchedTrials trials = trials(2, "touch \"$2/begun\"; exec sleep 1000");
        assertNull(run(trials, () -> Files.exists(folders().get(0).path().resolve("begun"))));
        assertEquals(List.of(), folders());
        assertEquals(List.of(), failures);
    }

    /** Ctrl-C in a terminal reaches the processes too, and may end them before the study is canceled. */
    @Test
    void aProcessThatFailsBecauseOfTheCancellationIsNoFailure() throws IOException {
        assertNull(run(
                trials(2, "kill -2 $$"),
                () -> ProcessHandle.current().children().findAny().isEmpty()));
        assertEquals(List.of(), folders());
        assertEquals(List.of(), failures);
    }

    @Test
    void eachAttemptHasAFolderOfItsOwn() throws IOException {
        LaunchedTrials trials = trials(2, "exit 4");
        InvalidInputException lost = assertThrows(InvalidInputException.class, () -> run(trials, () -> false));
        assertEquals(Rule.PROCESS_FAILED, lost.rule());
        assertEquals(List.of("1 PROCESS_FAILED", "2 PROCESS_FAILED", "3 PROCESS_FAILED"), failures);
        assertEquals(3, folders().size());
        assertEquals(3, trials.failureCount());
        assertEquals(1, trials.lostCount());
        assertTrue(trials.isLost(0));
    }

    /** Later, a machine may only have been too busy to start a process. */
    @Test
    void onlyALauncherThatNeverStartedEndsTheStudy() throws IOException {
        LaunchedTrials trials = trials(1, "rm \"$0\"; exit 4");
        InvalidInputException lost = assertThrows(InvalidInputException.class, () -> run(trials, () -> false));
        assertEquals("--launcher cannot start " + study.resolve("launcher") + ": it does not exist", lost.line());
        assertEquals(List.of("1 PROCESS_FAILED", "2 LAUNCHER_NOT_STARTED"), failures);
    }

    @Test
    void settingsThatCannotBeTrainedAreNotTheProcessesFault() throws IOException {
        InvalidInputException invalid = new InvalidInputException("x", Rule.POSITIVE, -1);
        TrialFactory local = (trial, values) -> {
            throw invalid;
        };
        LaunchedTrials trials = trials(local, 2, "exit 2");
        assertEquals(invalid, assertThrows(InvalidInputException.class, () -> run(trials, () -> false)));
        assertFalse(trials.isLost(0));
        assertEquals(List.of(), failures);
    }
}
