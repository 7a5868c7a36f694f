package hyperlab.cli.launch;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How this program was started. */
final class OwnCommand {
    private static final String MAIN_CLASS = "hyperlab.Hyperlab";
    private static final List<String> AGENTS = List.of("-javaagent:", "-agentlib:", "-agentpath:", "-Xrun");

    private OwnCommand() {}

    /** The words that start this program again, without its arguments. All paths are absolute. */
    static List<String> words() {
        String java = ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!String.valueOf(Path.of(java).getFileName()).startsWith("java")) {
            // The program of a package with its own Java
            return List.of(java);
        }
        List<String> words = new ArrayList<>(List.of(java));
        words.addAll(withoutAgents(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        words.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), MAIN_CLASS));
        return words;
    }

    /**
     * Leaves out debuggers, profilers and other agents. They belong to this process alone: a debugger's port is taken,
     * and starting with an agent can take longer than the work.
     */
    static List<String> withoutAgents(List<String> options) {
        return options.stream()
                .filter(option -> AGENTS.stream().noneMatch(option::startsWith))
                .toList();
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
