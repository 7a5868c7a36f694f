package hyperlab.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.WordWrap;
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
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data}: lists the data sets, or prints one as CSV. */
@Command(name = "data")
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

    @Mixin
    private LanguageOption language = new LanguageOption();

    DataCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String requestedName = name;
        if (requestedName == null) {
            console.print(list(language.texts()));
        } else {
            print(load(requestedName));
        }
        return ExitCode.DONE;
    }

    private static String list(Texts texts) {
        StringBuilder list = new StringBuilder(row(
                texts.get("command.data.name"),
                texts.get("command.data.task"),
                texts.get("command.data.rows"),
                texts.get("command.data.features"),
                texts.get("command.data.classes"),
                texts.get("command.data.origin")));
        for (BundledDataSet set : BundledDataSet.values()) {
            list.append(line(
                    set.fileName(),
                    set.task(),
                    set.samples(),
                    set.features(),
                    set.outputs(),
                    texts.get("command.data.measured")));
        }
        for (DataGenerator set : DataGenerator.values()) {
            list.append(line(
                    set.fileName(),
                    set.task(),
                    DataGenerator.DEFAULT_SAMPLES,
                    set.features(),
                    set.outputs(),
                    texts.get("command.data.generated")));
        }
        return list.toString();
    }

    private static String line(String name, PredictionTask task, int rows, int features, int outputs, String origin) {
        String classes = task == PredictionTask.CLASSIFICATION ? Integer.toString(outputs) : "-";
        return row(name, task.fileName(), Integer.toString(rows), Integer.toString(features), classes, origin);
    }

    private static String row(String name, String task, String rows, String features, String classes, String origin) {
        return WordWrap.padRight(name, 14)
                + " "
                + WordWrap.padRight(task, 15)
                + " "
                + WordWrap.padLeft(rows, 7)
                + " "
                + WordWrap.padLeft(features, 9)
                + " "
                + WordWrap.padLeft(classes, 8)
                + "  "
                + origin
                + "\n";
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
