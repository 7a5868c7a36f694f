package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.CommonOptions;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lesson}: the commands for those who write and teach lessons. */
@Command(name = "lesson")
public final class LessonCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** The specification with its subcommands. */
    public static CommandSpec spec(CommandOutput console) {
        CommandSpec lesson = CommandSpec.forAnnotatedObject(new LessonCommand());
        for (Object subcommand : List.of(
                new LessonCheckCommand(console),
                new LessonNewCommand(console),
                new LessonNamesCommand(console),
                new LessonPrintCommand(),
                new LessonCollectCommand(console))) {
            CommandSpec child = CommandSpec.forAnnotatedObject(subcommand);
            CommonOptions.addTo(child);
            lesson.addSubcommand(child.name(), child);
        }
        return lesson;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "lesson must be followed by "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
