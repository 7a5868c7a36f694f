package hyperlab.cli;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints every error in one line on stderr, with name, rule and value, and returns the exit status. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;
    private final boolean verbose;

    /** @param verbose whether to print the stack trace after the error */
    ErrorReporter(PrintStream err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** Handles arguments that picocli cannot parse. */
    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        print(format(fault));
        return Commands.INVALID_INPUT;
    }

    /** Handles exceptions thrown by a command. */
    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        if (fault instanceof RunFailure) {
            print(text(fault));
            printStackTrace(fault);
            return Commands.FAILED;
        }
        if (fault instanceof InvalidInputException error) {
            print(text(error));
            printStackTrace(fault);
            return Commands.INVALID_INPUT;
        }
        print(
                fault instanceof UncheckedIOException unchecked
                        ? fileError(Objects.requireNonNull(unchecked.getCause()))
                        : fault instanceof IOException checked ? fileError(checked) : unexpectedError(fault));
        printStackTrace(fault);
        return Commands.FAILED;
    }

    /** Handles an {@link Error} of the Java runtime. */
    int reportError(Error fault) {
        print(
                fault instanceof OutOfMemoryError
                        ? "memory must be larger for this run, got "
                                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB"
                        : unexpectedError(fault));
        printStackTrace(fault);
        return Commands.FAILED;
    }

    int reportOutputError() {
        print("standard output could not be written to its end");
        return Commands.FAILED;
    }

    private static String format(ParameterException fault) {
        if (fault.getCause() instanceof InvalidInputException error) {
            return text(error);
        }
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatchedArgument(unmatched);
        }
        if (fault instanceof OverwrittenOptionException overwritten) {
            return nameOf(overwritten.getOverwritten()) + " is given twice";
        }
        if (fault instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missingParameter(missing);
        }
        ArgSpec argument = fault.getArgSpec();
        if (argument != null && fault.getCause() instanceof TypeConversionException conversion) {
            return nameOf(argument) + " " + text(conversion);
        }
        return text(fault);
    }

    private static String unmatchedArgument(UnmatchedArgumentException fault) {
        CommandSpec spec = fault.getCommandLine().getCommandSpec();
        String word = fault.getUnmatched().get(0).replaceFirst("=.*", "");
        String verb = spec.name();
        if (word.startsWith("-")) {
            List<String> options = new ArrayList<>(spec.optionsMap().keySet());
            options.removeIf(option -> !option.startsWith("--"));
            return word + " is no option of " + verb + " (nearest: " + ClosestMatch.of(word, options) + ")";
        }
        if (spec.parent() == null) {
            return word + " is no command of hyperlab (nearest: "
                    + ClosestMatch.of(word, spec.subcommands().keySet()) + ")";
        }
        return word + " is one argument too many for " + verb;
    }

    private static String missingParameter(MissingParameterException fault) {
        ArgSpec argument = fault.getMissing().get(0);
        boolean optionIsThere = argument.isOption() && !text(fault).startsWith("Missing required option");
        return nameOf(argument) + (optionIsThere ? " must be followed by a value" : " must be given");
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String fileError(IOException fault) {
        if (fault instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + " could not be read or written: " + reason(file);
        }
        return "a file could not be read or written: " + text(fault);
    }

    private static String reason(FileSystemException fault) {
        if (fault instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (fault instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = fault.getReason();
        return reason == null ? fault.getClass().getSimpleName() : reason;
    }

    private String unexpectedError(Throwable fault) {
        return "hyperlab failed where it should not: " + fault + (verbose ? "" : " (--verbose shows where)");
    }

    private static String text(Exception fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    }

    private void print(String line) {
        err.print(line.replaceAll("\\s*\\R\\s*", " ") + "\n");
        err.flush();
    }

    private void printStackTrace(Throwable fault) {
        if (verbose) {
            fault.printStackTrace(err);
        }
    }
}
