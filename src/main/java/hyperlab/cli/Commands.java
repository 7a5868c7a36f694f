package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.CommonOptions;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.launch.TrialCommand;
import hyperlab.cli.lesson.LearnCommand;
import hyperlab.cli.lesson.LessonCommand;
import hyperlab.cli.log.DiagnoseCommand;
import hyperlab.cli.train.TrainCommand;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line: {@code hyperlab COMMAND …}. The exit status is 0 if the command is done, 1 if a run failed, and 2
 * if the arguments or a file are invalid. An error is printed in one line.
 */
public final class Commands {
    private static final Set<String> VERSION_OPTIONS = Set.of("-V", "--version");

    private Commands() {}

    /**
     * Runs the command in {@code args}. Prints results to {@code out} and errors to {@code err}, and returns the exit
     * status.
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 1 && VERSION_OPTIONS.contains(args[0]) && printVersion(out)) {
            return ExitCode.DONE;
        }
        Texts texts = texts(args);
        ErrorReporter errorReporter =
                new ErrorReporter(err, texts, Arrays.asList(args).contains("--verbose"));
        InterruptHandler stop = new InterruptHandler();
        int status = ExitCode.FAILED;
        try {
            status = commandLine(out, stop, texts, errorReporter).execute(args);
            // PrintStream does not throw on errors; it only sets a flag.
            if (status == ExitCode.DONE && out.checkError() && !isPipeClosed(out)) {
                status = errorReporter.reportOutputError();
            }
        } catch (Error error) {
            status = errorReporter.reportError(error);
        } finally {
            stop.complete(status);
        }
        return status;
    }

    /** Prints the version without the time that it takes to describe all commands. Returns false if that failed. */
    private static boolean printVersion(PrintStream out) {
        out.print(Version.line() + "\n");
        return !out.checkError() || isPipeClosed(out);
    }

    /**
     * Whether standard output is a pipe that its reader has closed, as {@code head} does. The missing output is no
     * error then.
     */
    private static boolean isPipeClosed(PrintStream out) {
        if (!out.equals(System.out)) {
            return false;
        }
        // Not closed, because it would close standard output.
        FileOutputStream raw = new FileOutputStream(FileDescriptor.out);
        try {
            raw.write('\n');
            return false;
        } catch (IOException fault) {
            return Objects.toString(fault.getMessage()).contains("pipe");
        }
    }

    private static List<Object> subcommands(CommandOutput console, InterruptHandler stop) {
        return List.of(
                new NewCommand(console),
                new TrainCommand(console, stop),
                new DiagnoseCommand(console),
                new DescendCommand(console),
                new TuneCommand(console, stop),
                new TrialCommand(console),
                new MapCommand(console, stop),
                new CaseCommand(console, stop),
                new ActivationCommand(console),
                new ConvolveCommand(console),
                new DataCommand(console),
                new LearnCommand(console),
                LessonCommand.spec(console),
                new ExportCommand(console),
                new InspectCommand(console),
                new CodeCommand(console),
                new DemoCommand(console, stop));
    }

    /** The texts in the language that {@code args} request, or in the system's language. */
    public static Texts texts(String[] args) {
        return Texts.in(LanguageOption.in(args));
    }

    /** The command line with its subcommands; help is in the language of {@code texts}. */
    static CommandLine commandLine(PrintStream out, InterruptHandler stop, Texts texts, ErrorReporter errorReporter) {
        CommandLine line = new CommandLine(new HyperlabCommand());
        CommonOptions.addTo(line.getCommandSpec());
        for (Object subcommand : subcommands(new CommandOutput(out), stop)) {
            CommandSpec spec =
                    subcommand instanceof CommandSpec nested ? nested : CommandSpec.forAnnotatedObject(subcommand);
            CommonOptions.addTo(spec);
            line.addSubcommand(spec.name(), spec);
        }
        line.setExpandAtFiles(false);
        HelpText.addTo(line, texts);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.registerConverter(Language.class, LanguageOption::parse);
        line.registerConverter(Double.class, OptionValues::number);
        line.registerConverter(BigInteger.class, OptionValues::wholeNumber);
        line.registerConverter(Path.class, OptionValues::path);
        line.registerConverter(Long.class, OptionValues::longWholeNumber);
        line.setParameterExceptionHandler(errorReporter);
        line.setExecutionExceptionHandler(errorReporter);
        return line;
    }
}
