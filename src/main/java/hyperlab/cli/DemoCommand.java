package hyperlab.cli;

import hyperlab.chart.descent.DescentLine;
import hyperlab.chart.descent.DescentValueChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FindingPrinter;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OutputFolder;
import hyperlab.cli.io.RunFailure;
import hyperlab.cli.train.EpochReportSampler;
import hyperlab.cli.train.RunCharts;
import hyperlab.cli.train.RunMetadata;
import hyperlab.cli.train.RunRecorder;
import hyperlab.cli.train.TrainingDiagnosis;
import hyperlab.cli.train.TrainingText;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Stability;
import hyperlab.export.FigureFormat;
import hyperlab.file.Document;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: demonstrates the main features without a window. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final double CURVATURE = 1;
    private static final List<Double> RATES = List.of(0.1, 1.0, 1.8, 2.1);
    private static final int STEPS = 20;
    private static final String VALUE = "value";
    private static final List<String> IRIS_SETTINGS = List.of(
            "data.source=iris",
            "data.standardize=true",
            "network.hidden=[16,16]",
            "training.learningRate=0.01",
            "training.batchSize=16",
            "training.epochs=60");

    private static final List<String> CHARTS = List.of(RunCharts.LOSS, RunCharts.ACCURACY);

    private final CommandOutput console;
    private final InterruptHandler stop;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("hyperlab-demo");

    @Mixin
    private LanguageOption language = new LanguageOption();

    DemoCommand(CommandOutput console, InterruptHandler stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        Path descent = out.resolve("descent");
        Path training = out.resolve("iris");
        OutputFolder.prepare(descent, DescendCommand.FILE);
        Experiment iris = ExperimentOverrides.with(Experiment.DEFAULT.withName("iris"), IRIS_SETTINGS);
        TrainingRun run = new RunLoader(null).open(iris);
        ChartFileWriter files = ChartFileWriter.png(texts);
        Path figure = descend(texts, descent, files);
        EpochReportSampler reports = new RunRecorder(
                        console, new TrainingText(texts), new RunCharts(CHARTS, files, texts))
                .train(run, RunMetadata.of(iris, run.partition().all().task(), null), training, stop);
        new FindingPrinter(console, texts)
                .print(
                        TrainingDiagnosis.examine(run, new RunLoader(null), reports, stop::isRequested),
                        remedy -> TrainingDiagnosis.options(run.experiment(), remedy));
        console.printLine(texts.get("command.demo.charts"));
        console.printLine(figure.toString());
        for (String name : CHARTS) {
            console.printLine(training.resolve(ChartFileWriter.FOLDER)
                    .resolve(name + FigureFormat.PNG.fileExtension())
                    .toString());
        }
        return ExitCode.DONE;
    }

    /**
     * Runs gradient descent at each rate, writes path.csv for the first and one file for each of the others, and draws
     * them in one chart.
     */
    private Path descend(Texts texts, Path folder, ChartFileWriter files) throws IOException {
        ObjectiveFunction parabola = ObjectiveFunctions.of("parabola", Map.of("curvature", CURVATURE));
        DescentText text = new DescentText(texts);
        List<DescentLine> lines = new ArrayList<>();
        for (double rate : RATES) {
            DescentRunSettings settings = new DescentRunSettings(parabola.start(), rate, Sgd.DEFAULT, STEPS);
            DescentPath path = GradientDescent.run(parabola, settings);
            String file = lines.isEmpty() ? DescendCommand.FILE : "path-" + rate + ".csv";
            OutputFolder.write(folder.resolve(file), DescendCommand.table(path));
            console.printLine(text.describeDescent(parabola, settings));
            Stability.borders(CURVATURE, Sgd.DEFAULT)
                    .ifPresent(borders -> console.printLine(text.describeStability(parabola, settings, path, borders)));
            lines.add(line(lines.size(), rate, path));
        }
        draw(texts, files, folder, parabola, lines);
        return folder.resolve(VALUE + FigureFormat.PNG.fileExtension());
    }

    private static DescentLine line(int series, double rate, DescentPath path) {
        String name = "η = " + NumberFormats.format(rate);
        return new DescentLine(
                series,
                Stability.regime(rate, CURVATURE, Sgd.DEFAULT).orElseThrow(),
                name,
                name,
                path.steps(),
                path.diverged(),
                path::x,
                path::value,
                path.firstRowAtOrBelow(0).orElse(-1));
    }

    private static void draw(
            Texts texts, ChartFileWriter files, Path folder, ObjectiveFunction parabola, List<DescentLine> lines)
            throws IOException {
        DescentValueChart chart = new DescentValueChart(texts, ChartTheme.LIGHT);
        chart.show(DescentValueChart.Model.of(
                lines,
                STEPS,
                new DescentValueChart.DisplayedQuantity("f(x) = " + parabola.formula(), true, Double.NaN),
                STEPS));
        DescentSetup setup = new DescentSetup(
                parabola.name(),
                parabola.parameters(),
                parabola.start(),
                STEPS,
                RATES.stream().map(rate -> new Racer(rate, Sgd.DEFAULT, true)).toList());
        Document document = new Document.OfDescent(setup);
        try {
            files.write(folder, VALUE, chart, document);
        } catch (InvalidInputException error) {
            throw new RunFailure(error);
        }
    }
}
