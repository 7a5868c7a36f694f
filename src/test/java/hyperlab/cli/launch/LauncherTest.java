package hyperlab.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
    @TempDir
    Path study;

    private TrialFolder folder = new TrialFolder(Path.of(""));

    @BeforeEach
    void createFolder() {
        folder = TrialFolder.create(study, new TrialFolder.Order(0, 1, Map.of("x", "0.5")));
    }

    private Launcher script(String text) throws IOException {
        return new Launcher(
                List.of("sh", Files.writeString(study.resolve("launcher.sh"), text).toString()), "en", 0);
    }

    private boolean run(String script) throws IOException {
        Launcher launcher = script(script);
        return launcher.await(launcher.start(folder), folder, () -> false);
    }

    @Test
    void passesTheFolderAndTheLanguageAndAGreeting() throws IOException {
        assertTrue(run("echo \"$@\"; head -1"));
        assertEquals(
                "trial " + folder.path() + " --attached --language en\n" + AttachedInput.GREETING,
                Files.readString(folder.output()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3                          | ended with exit status 3
            echo one; echo two >&2; exit 1  | ended with exit status 1: two
            kill -9 $$                      | was ended by signal 9
            echo out of memory; kill -15 $$ | was ended by signal 15: out of memory
            exit 250                        | ended with exit status 250
            """)
    void reportsHowAProcessFailed(String script, String reason) {
        InvalidInputException failure = assertThrows(InvalidInputException.class, () -> run(script));
        assertEquals(folder.path() + " " + reason, failure.line());
    }

    @Test
    void aProcessThatReadsNoInputIsNoFailure() throws IOException {
        assertTrue(run("exec <&-; exit 0"));
    }

    @Test
    void cancellationEndsTheProcessAndThoseThatItStarted() throws IOException {
        Path started = study.resolve("started");
        Launcher launcher =
                script("sleep 1000 & echo $! > " + started + ".new; mv " + started + ".new " + started + "; wait");
        Process process = launcher.start(folder);
        assertFalse(launcher.await(process, folder, () -> Files.exists(started)));
        assertFalse(process.isAlive());
        long child = Long.parseLong(Files.readString(started).strip());
        assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    }

    /** The end of the input means the end of the program only if it was that program's input. */
    @ParameterizedTest
    @CsvSource({"'hyperlab\n', true", "'hyperlab\nmore', true", "'', false", "'else\n', false", "'\nhyperlab\n', false"})
    void theEndOfAGreetedInputIsTheEndOfTheProgram(String input, boolean ended) {
        AttachedInput attached = new AttachedInput();
        attached.read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        assertEquals(ended, attached.hasEnded());
    }
}
