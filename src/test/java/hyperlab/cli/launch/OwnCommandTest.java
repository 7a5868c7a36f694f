package hyperlab.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnCommandTest {
    @Test
    void startsTrialsWithoutTheDebuggerAndTheAgentsOfThisProcess() {
        assertEquals(
                List.of("-Xmx512m", "-Dfile.encoding=UTF-8"),
                OwnCommand.withoutAgents(List.of(
                        "-javaagent:coverage.jar=destfile=a",
                        "-Xmx512m",
                        "-agentlib:jdwp=transport=dt_socket,server=y,address=5005",
                        "-agentpath:/opt/profiler.so",
                        "-Xrunjdwp:address=5005",
                        "-Dfile.encoding=UTF-8")));
    }

    @Test
    void startsTrialsWithTheOtherOptionsOfThisProcess() {
        List<String> words = OwnCommand.words();
        assertEquals("hyperlab.Hyperlab", words.get(words.size() - 1));
        assertEquals("-cp", words.get(words.size() - 3));
        assertEquals(
                1,
                words.stream()
                        .filter(word -> word.startsWith("-Dfile.encoding="))
                        .count());
        assertEquals(
                List.of(),
                words.stream().filter(word -> word.startsWith("-javaagent:")).toList());
    }
}
