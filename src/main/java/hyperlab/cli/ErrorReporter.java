package hyperlab.cli;

import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.RunFailure;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
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
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints every error in one line on stderr, with name, rule and value, and returns the exit status. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;
    private final Texts texts;
    private final boolean verbose;

    /** @param verbose whether to print the stack trace after the error */
    ErrorReporter(PrintStream err, Texts texts, boolean verbose) {
        this.err = err;
        this.texts = texts;
        this.verbose = verbose;
    }

    /** Handles arguments that picocli cannot parse. */
    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        print(format(fault));
        return ExitCode.INVALID_INPUT;
    }

    /** Handles exceptions thrown by a command. */
    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        if (fault instanceof RunFailure failure) {
            print(ErrorMessages.message(failure.error(), texts));
            printStackTrace(fault);
            return ExitCode.FAILED;
        }
        if (fault instanceof InvalidInputException error) {
            print(ErrorMessages.message(error, texts));
            printStackTrace(fault);
            return ExitCode.INVALID_INPUT;
        }
        print(
                fault instanceof UncheckedIOException unchecked
                        ? fileError(Objects.requireNonNull(unchecked.getCause()))
                        : fault instanceof IOException checked ? fileError(checked) : unexpectedError(fault));
        printStackTrace(fault);
        return ExitCode.FAILED;
    }

    /** Handles an {@link Error} of the Java runtime. */
    int reportError(Error fault) {
        print(
                fault instanceof OutOfMemoryError
                        ? ErrorMessages.message(InvalidInputException.outOfMemory(), texts)
                        : unexpectedError(fault));
        printStackTrace(fault);
        return ExitCode.FAILED;
    }

    int reportOutputError() {
        print(texts.get("command.error.output"));
        return ExitCode.FAILED;
    }

    private String format(ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        if (fault.getCause() instanceof InvalidInputException error) {
            return ErrorMessages.message(
                    argument == null || !error.name().isEmpty() ? error : error.withName(nameOf(argument)), texts);
        }
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatchedArgument(unmatched);
        }
        if (fault instanceof OverwrittenOptionException overwritten) {
            return violation(overwritten.getOverwritten(), Rule.GIVEN_TWICE);
        }
        if (fault instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missingParameter(missing);
        }
        // What is left is a value after a flag, as in --study=yes.
        return argument == null ? text(fault) : violation(argument, Rule.NO_VALUE_EXPECTED);
    }

    private String unmatchedArgument(UnmatchedArgumentException fault) {
        CommandSpec spec = fault.getCommandLine().getCommandSpec();
        String word = fault.getUnmatched().get(0).replaceFirst("=.*", "");
        String verb = spec.name();
        if (word.startsWith("-")) {
            List<String> options = new ArrayList<>(spec.optionsMap().keySet());
            options.removeIf(option -> !option.startsWith("--"));
            return texts.get("command.error.option", word, verb, ClosestMatch.of(word, options));
        }
        if (spec.parent() == null) {
            return texts.get(
                    "command.error.command",
                    word,
                    ClosestMatch.of(word, spec.subcommands().keySet()));
        }
        return texts.get("command.error.argument", word, verb);
    }

    private String missingParameter(MissingParameterException fault) {
        ArgSpec argument = fault.getMissing().get(0);
        boolean optionIsThere = argument.isOption() && !text(fault).startsWith("Missing required option");
        return violation(argument, optionIsThere ? Rule.VALUE_EXPECTED : Rule.REQUIRED);
    }

    private String violation(ArgSpec argument, Rule rule) {
        return ErrorMessages.message(new InvalidInputException(nameOf(argument), rule), texts);
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String fileError(IOException fault) {
        String reason = texts.get(IoReason.of(fault).key());
        return fault instanceof FileSystemException file && file.getFile() != null
                ? texts.get("command.error.file", file.getFile(), reason)
                : texts.get("command.error.someFile", reason);
    }

    private String unexpectedError(Throwable fault) {
        String error = texts.get("command.error.unexpected", fault);
        return verbose ? error : texts.get("command.error.verbose", error);
    }

    private static String text(Exception fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    }

    private void print(String line) {
        err.print(InvalidInputException.oneLine(line) + "\n");
        err.flush();
    }

    private void printStackTrace(Throwable fault) {
        if (verbose) {
            fault.printStackTrace(err);
        }
    }
}
