package hyperlab.cli.log;

import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FindingPrinter;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OutputFolder;
import hyperlab.cli.io.TrainingFormatOption;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.log.LogReaders;
import hyperlab.log.LogAxis;
import hyperlab.log.LogColumns;
import hyperlab.log.LogDoctor;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diagnose}: reads another program's training log and reports what the rules find in its curves. */
@Command(name = "diagnose")
public final class DiagnoseCommand implements Callable<Integer> {
    /** The document of the log in the folder of its charts. */
    static final String DOCUMENT = "log.hyperlab.json";

    /** Stands for no column. */
    private static final String NONE = "-";

    private final CommandOutput console;

    @Parameters(paramLabel = "LOG")
    private Path file = Path.of("");

    @Option(names = "--epoch", paramLabel = "COLUMN")
    private @Nullable String epoch;

    @Option(names = "--step", paramLabel = "COLUMN")
    private @Nullable String step;

    @Option(names = "--train", paramLabel = "COLUMN")
    private @Nullable String train;

    @Option(names = "--validation", paramLabel = "COLUMN")
    private @Nullable String validation;

    @Option(names = "--train-accuracy", paramLabel = "COLUMN")
    private @Nullable String trainAccuracy;

    @Option(names = "--validation-accuracy", paramLabel = "COLUMN")
    private @Nullable String validationAccuracy;

    @Option(names = "--learning-rate", paramLabel = "COLUMN")
    private @Nullable String learningRate;

    @Option(names = "--by", paramLabel = "AXIS")
    private @Nullable String by;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Mixin
    private TrainingFormatOption formats = new TrainingFormatOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    public DiagnoseCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        ChartFileWriter files = formats.files(texts);
        LogTable table = LogReaders.readAny(file);
        LogColumns columns = columns(table);
        TrainingLog log = TrainingLog.of(table, columns);
        LogAxis axis = axis(log);
        new LogText(texts).lines(table, columns, log, axis).forEach(console::printLine);
        new FindingPrinter(console, texts).printWithoutRemedies(LogDoctor.examine(log, axis));
        if (out != null || formats.isGiven()) {
            Path folder = out == null ? Path.of(log.name() + ".diagnosis") : out;
            Document document = new Document.OfLog(log);
            OutputFolder.write(OutputFolder.prepare(folder, DOCUMENT), Documents.write(document));
            new LogCharts(log, axis, files, texts).write(folder.resolve(ChartFileWriter.FOLDER), document);
            console.printLine(texts.get("log.written", folder));
        }
        return ExitCode.DONE;
    }

    /** The guessed columns, with those that the options name instead. */
    private LogColumns columns(LogTable table) {
        Map<LogQuantity, String> given = new EnumMap<>(LogQuantity.class);
        put(given, LogQuantity.EPOCH, epoch);
        put(given, LogQuantity.STEP, step);
        put(given, LogQuantity.TRAIN_LOSS, train);
        put(given, LogQuantity.VALIDATION_LOSS, validation);
        put(given, LogQuantity.TRAIN_ACCURACY, trainAccuracy);
        put(given, LogQuantity.VALIDATION_ACCURACY, validationAccuracy);
        put(given, LogQuantity.LEARNING_RATE, learningRate);
        LogColumns columns = LogColumns.guess(table);
        for (Map.Entry<LogQuantity, String> each : given.entrySet()) {
            columns = each.getValue().equals(NONE)
                    ? columns.without(each.getKey())
                    : columns.with(each.getKey(), each.getValue(), table, option(each.getKey()));
        }
        return columns;
    }

    private static void put(Map<LogQuantity, String> given, LogQuantity quantity, @Nullable String column) {
        if (column != null) {
            given.put(quantity, column);
        }
    }

    /** The option that names the column of a quantity. */
    static String option(LogQuantity quantity) {
        return switch (quantity) {
            case EPOCH -> "--epoch";
            case STEP -> "--step";
            case TRAIN_LOSS -> "--train";
            case VALIDATION_LOSS -> "--validation";
            case TRAIN_ACCURACY -> "--train-accuracy";
            case VALIDATION_ACCURACY -> "--validation-accuracy";
            case LEARNING_RATE -> "--learning-rate";
        };
    }

    private LogAxis axis(TrainingLog log) {
        String name = by;
        if (name == null) {
            return log.defaultAxis();
        }
        LogAxis axis = Arrays.stream(LogAxis.values())
                .filter(each -> each.fileName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("--by", Rule.ONE_OF, "epoch, step", name));
        if (!log.isOn(axis)) {
            throw new InvalidInputException("--by", Rule.LOG_NOT_ON_AXIS, axis.fileName());
        }
        return axis;
    }
}
