package hyperlab.export.report;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.RunLine;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.data.PredictionTask;
import hyperlab.export.SettingFormat;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.nn.Loss;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The content of a report of runs: settings, what differs, curves, results, findings, how to train the runs again, and
 * a digest by which each run is traced.
 */
final class ReportContent {
    private static final int MAX_COLUMNS = 5;
    private static final int DIGITS = 4;
    private static final String NONE = "–";

    private final List<RunReport.ReportedRun> runs;
    private final int hidden;
    private final Texts texts;
    private final boolean pdf;
    private final List<ReportBlock> blocks = new ArrayList<>();

    /**
     * @param hidden how many runs are left out because they are hidden
     * @param pdf whether the report is a PDF, which embeds all settings and does not list them
     */
    ReportContent(List<RunReport.ReportedRun> runs, int hidden, Texts texts, boolean pdf) {
        this.runs = List.copyOf(runs);
        this.hidden = hidden;
        this.texts = texts;
        this.pdf = pdf;
    }

    /** A title from the names of the runs. */
    String title() {
        return runs.size() == 1
                ? texts.get("chart.report.ofRun", name(0))
                : texts.get("chart.report.ofRuns", Integer.toString(runs.size()));
    }

    private String name(int index) {
        SavedRun run = runs.get(index).run();
        if (!runs.get(index).name().isEmpty()) {
            return runs.get(index).name();
        }
        if (!run.name().isEmpty()) {
            return run.name();
        }
        String own = run.experiment().name();
        boolean unique = !own.isEmpty()
                && runs.stream()
                                .filter(other -> other.run().experiment().name().equals(own))
                                .count()
                        == 1;
        return unique ? own : texts.get("chart.report.run", Integer.toString(index + 1));
    }

    /** The blocks of the report, in order. */
    List<ReportBlock> blocks(String heading) {
        blocks.clear();
        blocks.add(new ReportBlock.Title(heading));
        if (hidden > 0) {
            addText(
                    hidden == 1
                            ? texts.get("chart.report.hidden.one")
                            : texts.get("chart.report.hidden", Integer.toString(hidden)));
        }
        addSettings();
        addDifferences();
        addCurves();
        addResults();
        addFindings();
        addInstructions();
        addOrigin();
        return List.copyOf(blocks);
    }

    private void addHeading(String key) {
        blocks.add(new ReportBlock.Heading(texts.get(key)));
    }

    private void addText(String text) {
        blocks.add(new ReportBlock.Text(text));
    }

    private void addSettings() {
        addHeading("chart.report.settings");
        for (int k = 0; k < runs.size(); k++) {
            SavedRun run = runs.get(k).run();
            String settings = Captions.of(document(run), texts);
            addText(runs.size() == 1 ? settings : texts.get("chart.report.named", name(k), settings));
            for (SavedHistory.SettingChange change : run.history().changes()) {
                for (String key : keys(change.before(), change.after())) {
                    addText(texts.get(
                            "chart.report.changed",
                            name(k),
                            KeyNames.of(key, texts),
                            value(change.before(), key),
                            value(change.after(), key),
                            NumberFormats.format(change.epoch())));
                }
            }
        }
        if (!pdf && !own().isEmpty()) {
            addSettingsTable();
        }
    }

    /** All settings at the start of the runs, one column for each. */
    private void addSettingsTable() {
        Set<String> keys = new LinkedHashSet<>();
        own().forEach(k ->
                keys.addAll(ExperimentOverrides.keys(runs.get(k).run().experiment())));
        keys.removeAll(List.of("format", "name"));
        List<String> header = new ArrayList<>(List.of(texts.get("chart.report.settingColumn")));
        for (int k : own()) {
            header.add(runs.size() == 1 ? texts.get("chart.report.valueColumn") : name(k));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> row = new ArrayList<>(List.of(KeyNames.of(key, texts)));
            own().forEach(k -> row.add(value(runs.get(k).run().experiment(), key)));
            rows.add(row);
        }
        blocks.add(new ReportBlock.Table(header, rows));
    }

    private static Document document(SavedRun run) {
        if (run.log() != null) {
            return new Document.OfLog(run.log());
        }
        return run.original() == null
                ? new Document.OfExperiment(run.experiment())
                : new Document.OfPlayground(run.original());
    }

    /**
     * The indices of the runs that Hyperlab trained. The settings of the others, logs of other programs, are unknown.
     */
    private List<Integer> own() {
        return IntStream.range(0, runs.size())
                .filter(k -> runs.get(k).run().log() == null)
                .boxed()
                .toList();
    }

    private void addDifferences() {
        List<Integer> own = own();
        if (own.size() < 2) {
            return;
        }
        addHeading("chart.report.differences");
        Set<String> all = new LinkedHashSet<>();
        Experiment first = runs.get(own.get(0)).run().experiment();
        own.forEach(other -> all.addAll(keys(first, runs.get(other).run().experiment())));
        List<String> keys = new ArrayList<>(all);
        if (keys.isEmpty()) {
            addText(texts.get("chart.report.sameSettings"));
        }
        for (int from = 0; from < keys.size(); from += MAX_COLUMNS) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + MAX_COLUMNS));
            List<String> header = new ArrayList<>(List.of(texts.get("chart.report.runColumn")));
            some.forEach(key -> header.add(KeyNames.of(key, texts)));
            List<List<String>> rows = new ArrayList<>();
            for (int k : own) {
                List<String> row = new ArrayList<>(List.of(name(k)));
                Experiment experiment = runs.get(k).run().experiment();
                some.forEach(key -> row.add(value(experiment, key)));
                rows.add(row);
            }
            blocks.add(new ReportBlock.Table(header, rows));
        }
    }

    /** The keys whose values differ, without the name. */
    private static List<String> keys(Experiment before, Experiment after) {
        return ExperimentOverrides.difference(before, after).stream()
                .map(assignment -> assignment.substring(0, assignment.indexOf('=')))
                .filter(key -> !key.equals("name"))
                .toList();
    }

    private String value(Experiment experiment, String key) {
        String value = new SettingFormat(texts).value(experiment, key);
        return value.equals("null") || value.isEmpty() ? NONE : value;
    }

    private void addCurves() {
        addHeading("chart.report.curves");
        boolean hasClasses = runs.stream().anyMatch(ReportContent::hasAccuracy);
        LossChart loss = new LossChart(texts, ChartTheme.LIGHT);
        loss.setLoss(loss());
        loss.show(curves(EpochReport::trainLoss, EpochReport::validationLoss));
        blocks.add(new ReportBlock.Chart("loss", loss));
        if (hasClasses) {
            AccuracyChart accuracy = new AccuracyChart(texts, ChartTheme.LIGHT);
            accuracy.show(curves(EpochReport::trainAccuracy, EpochReport::validationAccuracy));
            blocks.add(new ReportBlock.Chart("accuracy", accuracy));
        }
        addText(texts.get("chart.report.solid"));
    }

    private Loss loss() {
        SavedRun first = runs.get(0).run();
        PredictionTask task = hasAccuracy(runs.get(0)) ? PredictionTask.CLASSIFICATION : PredictionTask.REGRESSION;
        return first.original() == null ? first.experiment().training().lossFor(task) : Loss.SQUARED_ERROR;
    }

    private static boolean hasAccuracy(RunReport.ReportedRun reported) {
        return reported.run().history().rows().stream().anyMatch(row -> !Double.isNaN(row.trainAccuracy()));
    }

    private TrainingCurvesModel curves(ToDoubleFunction<EpochReport> train, ToDoubleFunction<EpochReport> validation) {
        List<RunLine> lines = new ArrayList<>();
        int last = 1;
        for (int k = 0; k < runs.size(); k++) {
            SavedRun run = runs.get(k).run();
            List<EpochReport> rows = run.history().rows();
            last = Math.max(last, rows.get(rows.size() - 1).epoch());
            Integer diverged = run.history().outcome() instanceof TrainingOutcome.Diverged ended
                    ? (Integer) (ended.epochs() + 1)
                    : null;
            lines.add(new RunLine(
                    runs.size() == 1 ? "" : name(k),
                    run.seriesIndex(),
                    new RunCurves(curve(rows, train), curve(rows, validation), run.log() != null),
                    null,
                    runs.size() == 1,
                    diverged));
        }
        return new TrainingCurvesModel(lines, List.of(), last, null, TrainingCurvesModel.TrainingMarks.NONE);
    }

    private static Curve curve(List<EpochReport> all, ToDoubleFunction<EpochReport> of) {
        List<EpochReport> rows =
                all.stream().filter(row -> !Double.isNaN(of.applyAsDouble(row))).toList();
        return Curve.of(
                rows.stream().mapToDouble(EpochReport::epoch).toArray(),
                rows.stream().mapToDouble(of).toArray());
    }

    private void addResults() {
        addHeading("chart.report.results");
        List<String> header = List.of(
                texts.get("chart.report.runColumn"),
                texts.get("chart.report.epochs"),
                texts.get("chart.report.trainLoss"),
                texts.get("chart.report.validationLoss"),
                texts.get("chart.report.lowest"),
                texts.get("chart.report.accuracy"));
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            SavedHistory history = runs.get(k).run().history();
            EpochReport last = history.rows().get(history.rows().size() - 1);
            String epochs = Integer.toString(last.epoch());
            rows.add(List.of(
                    name(k),
                    history.outcome() instanceof TrainingOutcome.Diverged
                            ? texts.get("chart.report.diverged", epochs)
                            : epochs,
                    number(last.trainLoss()),
                    number(last.validationLoss()),
                    texts.get(
                            "chart.report.atEpoch",
                            number(history.best().validationLoss()),
                            Integer.toString(history.best().epoch())),
                    Double.isNaN(last.validationAccuracy())
                            ? NONE
                            : NumberFormats.format(100 * last.validationAccuracy(), DIGITS) + "\u00a0%"));
        }
        blocks.add(new ReportBlock.Table(header, rows));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? NumberFormats.format(value, DIGITS) : NONE;
    }

    private void addFindings() {
        if (runs.stream().noneMatch(RunReport.ReportedRun::examined)) {
            return;
        }
        addHeading("chart.report.findings");
        for (int k = 0; k < runs.size(); k++) {
            RunReport.ReportedRun reported = runs.get(k);
            if (reported.examined()) {
                String found = reported.findings().isEmpty()
                        ? texts.get("chart.report.noFindings")
                        : String.join(" ", reported.findings());
                addText(runs.size() == 1 ? found : texts.get("chart.report.named", name(k), found));
            }
        }
    }

    /** How to train the runs again. A PDF has the settings of the first one embedded, the other forms those of all. */
    private void addInstructions() {
        List<Integer> own = own();
        if (own.isEmpty()) {
            return;
        }
        addHeading("chart.report.again");
        if (runs.stream()
                .anyMatch(reported -> !reported.run().history().changes().isEmpty())) {
            addText(texts.get("chart.report.again.changed"));
        }
        if (pdf) {
            addText(texts.get("chart.report.again.pdf"));
            return;
        }
        addText(texts.get(own.size() == 1 ? "chart.report.again.text" : "chart.report.again.texts"));
        for (int k : own) {
            String file = runs.size() == 1 ? "run" : "run-" + (k + 1);
            if (runs.size() > 1) {
                addText(texts.get("chart.report.again.run", name(k), file + ".hyperlab.json"));
            }
            blocks.add(new ReportBlock.Code(Documents.write(document(runs.get(k).run()))));
            blocks.add(new ReportBlock.Code("hyperlab train " + file + ".hyperlab.json --out " + file + ".run\n"));
        }
    }

    private void addOrigin() {
        addHeading("chart.report.origin");
        for (int k : own()) {
            Experiment experiment = runs.get(k).run().experiment();
            addText(texts.get(
                    "chart.report.digest", name(k), RunReport.digest(experiment), Long.toString(experiment.seed())));
        }
        addText(texts.get(pdf ? "chart.report.made" : "chart.report.madeFigures", Version.text()));
    }
}
