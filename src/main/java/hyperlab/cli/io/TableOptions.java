package hyperlab.cli.io;

import hyperlab.cases.Baseline;
import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.DecimalMark;
import hyperlab.data.FieldSeparator;
import hyperlab.data.MissingValues;
import hyperlab.data.TargetLeaks;
import hyperlab.data.TextEncoding;
import hyperlab.diagnosis.TableDoctor;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to read and use a table. What they leave open is inferred from the table. */
public final class TableOptions {
    @Option(names = "--target", paramLabel = "COLUMN")
    private @Nullable String target;

    @Option(names = "--features", paramLabel = "LIST")
    private @Nullable String features;

    @Option(names = "--categories", paramLabel = "LIST")
    private @Nullable String categories;

    @Option(names = "--missing", paramLabel = "WAY")
    private @Nullable String missing;

    @Option(names = "--standardize", negatable = true)
    private @Nullable Boolean standardize;

    @Option(names = "--encoding", paramLabel = "NAME")
    private @Nullable String encoding;

    @Option(names = "--separator", paramLabel = "NAME")
    private @Nullable String separator;

    @Option(names = "--decimal", paramLabel = "MARK")
    private @Nullable String decimal;

    @Option(names = "--header", negatable = true)
    private @Nullable Boolean header;

    /**
     * Checks that no option is given, because the argument is not a table.
     *
     * @throws InvalidInputException for the first option that is given
     */
    public void requireNone() {
        Stream.of(
                        given("--target", target),
                        given("--features", features),
                        given("--categories", categories),
                        given("--missing", missing),
                        given("--standardize", standardize),
                        given("--encoding", encoding),
                        given("--separator", separator),
                        given("--decimal", decimal),
                        given("--header", header))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInputException(name, Rule.TABLE_ONLY);
                });
    }

    private static String given(String name, @Nullable Object value) {
        return value == null ? "" : name;
    }

    /**
     * Reads a table and returns the baseline experiment on it, whose path is relative to the table's folder. Prints how
     * the table is used, and warnings.
     */
    public Experiment experiment(Path table, CommandOutput console, Texts texts) {
        CsvPreview preview = CsvPreview.read(table, format(table));
        String chosen = target;
        CsvInference inferred =
                chosen == null ? CsvInference.of(preview) : CsvInference.of(preview, target(preview, chosen));
        CsvInference inference = inferred.forPlan(preview, plan(preview, inferred.plan()));
        CsvPlan plan = inference.plan();
        Path folder = table.toAbsolutePath().getParent();
        String name = String.valueOf(table.getFileName());
        DataSet data = DataSplitter.load(DataSettings.DEFAULT.withCsv(plan.toSettings(name)), 1, folder);
        Experiment experiment = Baseline.ofTable(plan, name, data);
        new TableDescription(texts).lines(preview, inference).forEach(console::printLine);
        new FindingPrinter(console, texts)
                .printWithoutRemedies(TableDoctor.examine(
                        preview,
                        inference,
                        DataSplitter.split(data, experiment.data(), experiment.seed())
                                .test()
                                .samples(),
                        TargetLeaks.find(table, plan)));
        return experiment;
    }

    private CsvFormat format(Path table) {
        CsvFormat format = CsvFormat.detect(table);
        return new CsvFormat(
                named("--encoding", encoding, TextEncoding.values(), TextEncoding::fileName, format.encoding()),
                named("--separator", separator, FieldSeparator.values(), FieldSeparator::fileName, format.separator()),
                named("--decimal", decimal, DecimalMark.values(), DecimalMark::fileName, format.decimal()),
                Objects.requireNonNullElse(header, format.header()));
    }

    private CsvPlan plan(CsvPreview preview, CsvPlan inferred) {
        CsvPlan plan = inferred;
        if (features != null) {
            plan = plan.withFeatures(columns(preview, "--features", features));
        }
        if (categories != null) {
            plan = plan.withCategories(columns(preview, "--categories", categories));
        }
        if (missing != null) {
            plan = plan.withMissing(
                    named("--missing", missing, MissingValues.values(), MissingValues::fileName, plan.missing()));
        }
        return standardize == null ? plan : plan.withStandardize(standardize);
    }

    private static <T> T named(
            String option, @Nullable String name, T[] values, Function<T, String> names, T fallback) {
        if (name == null) {
            return fallback;
        }
        return Arrays.stream(values)
                .filter(value -> names.apply(value).equals(name))
                .findFirst()
                .orElseThrow(() -> ComponentParser.unknownName(
                        option, name, Arrays.stream(values).map(names).toList()));
    }

    private static String target(CsvPreview preview, String name) {
        List<String> names = names(preview);
        if (!names.contains(name)) {
            throw ComponentParser.unknownName("--target", name, names);
        }
        return name;
    }

    private static List<String> columns(CsvPreview preview, String option, String list) {
        return ComponentParser.parseList(option, list, names(preview));
    }

    private static List<String> names(CsvPreview preview) {
        return preview.columns().stream().map(ColumnProfile::name).toList();
    }
}
