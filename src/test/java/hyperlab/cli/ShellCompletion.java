package hyperlab.cli;

import hyperlab.cli.io.InterruptHandler;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;

/** Writes the script that lets Bash complete commands and options into the file that the argument names. */
final class ShellCompletion {
    private ShellCompletion() {}

    public static void main(String[] args) throws IOException {
        Texts texts = Texts.in(Language.ENGLISH);
        String script = AutoComplete.bash(
                "hyperlab",
                Commands.commandLine(
                        System.out, new InterruptHandler(), texts, new ErrorReporter(System.err, texts, false)));
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, script);
    }
}
