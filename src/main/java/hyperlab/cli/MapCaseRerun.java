package hyperlab.cli;

import hyperlab.cases.MapCase;
import hyperlab.chart.map.RateScalingChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.RunFailure;
import hyperlab.export.CaseReport.CaseSection;
import hyperlab.export.MapCaseReport;
import hyperlab.file.BestRatesFile;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.map.MapSnapshot;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the maps of a case again, prints its answer with the resulting numbers, and writes its folder. */
final class MapCaseRerun {
    private static final String CHART = "bestRates";
    private static final int HEIGHT = 420;
    private static final String BEST = "best.csv";

    private final CommandOutput console;
    private final Texts texts;
    private final InterruptHandler stop;
    private final ChartFileWriter files;
    private final MapCase subject;
    private final @Nullable Path baseFolder;

    /** @param baseFolder the base folder of the case's relative paths; null for the working directory */
    MapCaseRerun(
            CommandOutput console,
            Texts texts,
            InterruptHandler stop,
            ChartFileWriter files,
            MapCase subject,
            @Nullable Path baseFolder) {
        this.console = console;
        this.texts = texts;
        this.stop = stop;
        this.files = files;
        this.subject = subject;
        this.baseFolder = baseFolder;
    }

    /**
     * Runs the case; maps that are already in the folder are continued.
     *
     * @param seeds the number of maps
     * @throws RunFailure if a best rate differs from the record, or something cannot be written
     */
    void run(int seeds, int threads, Path folder) throws IOException {
        MapCaseReport report = new MapCaseReport(subject, texts);
        files.requireWritable(folder.resolve(ChartFileWriter.FOLDER), CHART);
        console.printLine(report.title());
        print(report.introduction());
        List<MapSnapshot> maps = new MapRecorder(console, texts, stop, files)
                .runSeeds(subject.map().withSeeds(seeds), threads, baseFolder, folder);
        if (stop.isRequested()) {
            console.printLine(texts.get(
                    "command.case.stopped", Integer.toString(maps.size()), Integer.toString(seeds)));
            console.printLine(folder.toString());
            return;
        }
        Optional<RateScaling> found = RateScaling.of(maps);
        if (found.isEmpty()) {
            throw new RunFailure(new InvalidInputException(subject.name(), Rule.NO_BEST_RATES));
        }
        RateScaling scaling = found.get();
        BestRatesFile.write(folder.resolve(BEST), scaling.seeds(), subject.map().color());
        writeChart(scaling, folder);
        print(report.outcome(scaling));
        compare(scaling.seeds());
        console.printLine(folder.toString());
    }

    private void print(List<CaseSection> sections) {
        sections.forEach(section -> console.printLine(section.heading() + ": " + section.text().replace("**", "")));
    }

    private void writeChart(RateScaling scaling, Path folder) throws IOException {
        RateScalingChart chart = new RateScalingChart(texts, ChartTheme.LIGHT);
        chart.show(new RateScalingChart.Model(scaling, true));
        Path charts = folder.resolve(ChartFileWriter.FOLDER);
        Document document =
                RelativePaths.rebased(new Document.OfMapCase(subject), baseFolder, charts.toAbsolutePath());
        files.write(charts, CHART, chart, HEIGHT, document);
    }

    private void compare(List<SeedRates> found) {
        Optional<SeedRates> different = subject.firstDifference(found);
        if (different.isPresent()) {
            throw new RunFailure(difference(different.get()));
        }
        int seeds = Math.min(found.size(), subject.recordedRates().size());
        if (seeds > 0) {
            int rates = seeds * found.get(0).rates().size();
            console.printLine(texts.get("command.case.cameRates", Integer.toString(rates)));
        }
    }

    /** Names the first batch size at which the best rates of a seed differ from the record. */
    private InvalidInputException difference(SeedRates found) {
        int index = (int) (found.seed() - subject.experiment().seed());
        List<BestRate> recorded = subject.recordedRates().get(index).rates();
        int batch = 0;
        while (batch + 1 < recorded.size() && recorded.get(batch).equals(found.rates().get(batch))) {
            batch++;
        }
        BestRate before = recorded.get(batch);
        BestRate now = found.rates().get(batch);
        return new InvalidInputException(
                subject.name() + ", seed " + found.seed() + ", batch size " + now.batchSize(),
                Rule.AS_RECORDED,
                before.rate() + " (" + before.value() + ")",
                now.rate() + " (" + now.value() + ")");
    }
}
