package hyperlab.cli;

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
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line: {@code hyperlab COMMAND …}. The exit status is 0 if the command is done, 1 if a run failed, and 2
 * if the arguments or a file are invalid. An error is printed in one line.
 */
public final class Commands {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    private static final int HELP_WIDTH = 100;

    private Commands() {}

    /**
     * Runs the command in {@code args}. Prints results to {@code out} and errors to {@code err}, and returns the exit
     * status.
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        FaultLines faults = new FaultLines(err, Arrays.asList(args).contains("--verbose"));
        StopSignal stop = new StopSignal();
        int status = FAILED;
        try {
            status = commandLine(verbs(new Console(out), stop), out, faults).execute(args);
            // PrintStream does not throw on errors; it only sets a flag.
            if (status == DONE && out.checkError() && !readerIsGone(out)) {
                status = faults.outputFailed();
            }
        } catch (Error grave) {
            status = faults.failed(grave);
        } finally {
            stop.finish(status);
        }
        return status;
    }

    /**
     * Whether standard output is a pipe that its reader has closed, as {@code head} does. The missing output is no
     * error then.
     */
    private static boolean readerIsGone(PrintStream out) {
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

    private static List<Object> verbs(Console console, StopSignal stop) {
        return List.of(
                new TrainCommand(console, stop),
                new DescendCommand(console),
                new TuneCommand(console, stop),
                new CaseCommand(console, stop),
                new ActivationCommand(console),
                new ConvolveCommand(console),
                new DataCommand(console),
                new LearnCommand(console),
                new InspectCommand(console),
                new CodeCommand(console),
                new DemoCommand(console, stop));
    }

    private static CommandLine commandLine(List<Object> verbs, PrintStream out, FaultLines faults) {
        CommandLine line = new CommandLine(new HyperlabCommand());
        CommonOptions.addTo(line.getCommandSpec());
        for (Object verb : verbs) {
            CommandSpec spec = CommandSpec.forAnnotatedObject(verb);
            CommonOptions.addTo(spec);
            line.addSubcommand(spec.name(), spec);
        }
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.registerConverter(Double.class, OptionValues::number);
        line.registerConverter(BigInteger.class, OptionValues::wholeNumber);
        line.registerConverter(Path.class, OptionValues::path);
        line.registerConverter(Long.class, OptionValues::longWholeNumber);
        line.setParameterExceptionHandler(faults);
        line.setExecutionExceptionHandler(faults);
        return line;
    }
}
