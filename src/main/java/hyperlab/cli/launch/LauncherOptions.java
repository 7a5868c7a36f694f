package hyperlab.cli.launch;

import hyperlab.cli.io.OptionValues;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for trials as processes: {@code --launcher}, {@code --remote-command} and {@code --retries}. */
public final class LauncherOptions {
    static final String LAUNCHER = "--launcher";
    private static final String REMOTE_COMMAND = "--remote-command";
    private static final String RETRIES = "--retries";
    private static final int DEFAULT_RETRIES = 2;
    private static final int MAX_RETRIES = 100;

    @Option(names = LAUNCHER, paramLabel = "COMMAND")
    private @Nullable String launcher;

    @Option(names = REMOTE_COMMAND, paramLabel = "COMMAND")
    private @Nullable String remoteCommand;

    @Option(names = RETRIES, paramLabel = "N")
    private @Nullable BigInteger retries;

    /**
     * The launcher; empty without {@code --launcher}.
     *
     * @param language the code of the language of the output of the processes
     */
    public Optional<Launcher> launcher(String language) {
        if (launcher == null) {
            requireAbsent(REMOTE_COMMAND, remoteCommand);
            requireAbsent(RETRIES, retries);
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(CommandWords.split(LAUNCHER, launcher));
        words.addAll(
                remoteCommand == null ? OwnCommand.words() : CommandWords.split(REMOTE_COMMAND, remoteCommand));
        int count = retries == null ? DEFAULT_RETRIES : OptionValues.within(RETRIES, retries, 0, MAX_RETRIES);
        return Optional.of(new Launcher(List.copyOf(words), language, count));
    }

    private static void requireAbsent(String option, @Nullable Object value) {
        if (value != null) {
            throw new InvalidInputException(option, Rule.LAUNCHER_REQUIRED);
        }
    }
}
