package hyperlab.cli;

import hyperlab.cli.io.Assignments;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.OutputFolder;
import hyperlab.nn.Activation;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code activation}: writes a function and its derivative at evenly spaced points to {@code activation.csv}. */
@Command(name = "activation")
final class ActivationCommand implements Callable<Integer> {
    static final String FILE = "activation.csv";
    private static final int MAX_POINTS = 1_000_000;
    private static final double MAX_COORDINATE = 1e9;

    private final CommandOutput console;

    @Parameters(paramLabel = "NAME", completionCandidates = ActivationNames.class)
    private String name = "";

    @Option(names = "--set", paramLabel = "KEY=VALUE")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--from", paramLabel = "A")
    private Double from = -6.0;

    @Option(names = "--to", paramLabel = "B")
    private Double to = 6.0;

    @Option(names = "--points", paramLabel = "N")
    private BigInteger points = BigInteger.valueOf(241);

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("");

    ActivationCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> given = Assignments.of(assignments);
        ComponentParser.requireKnown(
                given.keySet(), ComponentParser.parametersOf(ComponentParser.activation(name, Map.of())), name);
        Activation activation = ComponentParser.activation(name, given);
        Checks.within("--from", from, -MAX_COORDINATE, MAX_COORDINATE);
        Checks.within("--to", to, -MAX_COORDINATE, MAX_COORDINATE);
        int rows = OptionValues.within("--points", points, 2, MAX_POINTS);
        if (from >= to) {
            throw new InvalidInputException("--to", Rule.GREATER_THAN, "--from", from, to);
        }
        Path file = OutputFolder.prepare(out, FILE);
        OutputFolder.write(file, table(activation, rows));
        console.printLine(file.toString());
        return ExitCode.DONE;
    }

    private String table(Activation activation, int rows) {
        StringBuilder table = new StringBuilder("x,value,derivative\n");
        for (int i = 0; i < rows; i++) {
            double x = (from * (rows - 1 - i) + to * i) / (rows - 1);
            table.append(x).append(',').append(activation.value(x)).append(',');
            table.append(activation.derivative(x)).append('\n');
        }
        return table.toString();
    }

    private static final class ActivationNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Activation.all().stream().map(Activation::name).iterator();
        }
    }
}
