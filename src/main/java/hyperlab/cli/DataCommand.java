package hyperlab.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hyperlab.data.BundledDataSet;
import hyperlab.data.DataGenerator;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data}: lists the data sets, or prints one as CSV. */
@Command(
        name = "data")
final class DataCommand implements Callable<Integer> {
    private final CommandOutput console;

    @Parameters(arity = "0..1", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--samples", paramLabel = "N")
    private @Nullable BigInteger samples;

    @Option(names = "--noise", paramLabel = "Z")
    private @Nullable Double noise;

    @Option(names = "--seed", paramLabel = "N")
    private @Nullable Long seed;

    DataCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String requestedName = name;
        if (requestedName == null) {
            console.print(list());
        } else {
            print(load(requestedName));
        }
        return Commands.DONE;
    }

    private static String list() {
        StringBuilder list = new StringBuilder(row("name", "task", "rows", "features", "classes", "made"));
        for (BundledDataSet set : BundledDataSet.values()) {
            list.append(line(set.fileName(), set.task(), set.samples(), set.features(), set.outputs(), "measured"));
        }
        for (DataGenerator set : DataGenerator.values()) {
            list.append(line(
                    set.fileName(),
                    set.task(),
                    DataGenerator.DEFAULT_SAMPLES,
                    set.features(),
                    set.outputs(),
                    "generated"));
        }
        return list.toString();
    }

    private static String line(String name, PredictionTask task, int rows, int features, int outputs, String origin) {
        String classes = task == PredictionTask.CLASSIFICATION ? Integer.toString(outputs) : "-";
        return row(name, task.fileName(), Integer.toString(rows), Integer.toString(features), classes, origin);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %-15s %7s %9s %8s  %s\n", cells);
    }

    private DataSet load(String requestedName) {
        boolean generated = DataSources.generators().contains(requestedName);
        if (!generated && !DataSources.bundled().contains(requestedName)) {
            throw ComponentParser.unknownName(
                    "NAME",
                    requestedName,
                    Stream.concat(DataSources.bundled().stream(), DataSources.generators().stream())
                            .toList());
        }
        if (!generated && (noise != null || seed != null)) {
            throw new InvalidInputException(noise != null ? "--noise" : "--seed", Rule.GENERATOR_ONLY, requestedName);
        }
        DataSettings standard = DataSettings.DEFAULT;
        Integer rows = samples == null
                ? null
                : OptionValues.within("--samples", samples, DataSettings.MIN_SAMPLES, DataSettings.MAX_SAMPLES);
        DataSettings settings = new DataSettings(
                requestedName,
                rows,
                Checks.notNegative("--noise", Objects.requireNonNullElse(noise, standard.noise())),
                standard.trainFraction(),
                standard.split(),
                standard.standardize(),
                null,
                null);
        return DataSplitter.load(settings, Objects.requireNonNullElse(seed, Experiment.DEFAULT.seed()), null);
    }

    private void print(DataSet set) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(console.writer())) {
            List<String> cells = new ArrayList<>(set.featureNames());
            cells.add(set.targetName());
            csv.writeRecord(cells);
            for (int row = 0; row < set.samples(); row++) {
                cells.clear();
                for (int column = 0; column < set.features().numCols; column++) {
                    cells.add(Double.toString(set.features().get(row, column)));
                }
                double target = set.targets()[row];
                cells.add(
                        set.task() == PredictionTask.CLASSIFICATION
                                ? set.classNames().get((int) target)
                                : Double.toString(target));
                csv.writeRecord(cells);
            }
        }
    }
}
