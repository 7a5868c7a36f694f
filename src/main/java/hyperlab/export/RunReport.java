package hyperlab.export;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.RunLine;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.data.PredictionTask;
import hyperlab.export.PageItem.Paragraph;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.nn.Loss;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;

/**
 * The report of a run or of a comparison of runs as one PDF: settings, what differs, curves, results, findings, and a
 * digest by which a run is traced. The document and the runs are embedded, so that the PDF opens like a figure.
 */
public final class RunReport {
    private static final double TITLE = 20;
    private static final double HEADING = 13;
    private static final double BODY = 10;
    private static final double CHART_HEIGHT = 190;
    private static final int MAX_COLUMNS = 5;
    private static final int DIGITS = 4;
    private static final int SHORT_DIGEST = 12;
    private static final String NONE = "–";

    private final List<ReportedRun> runs;
    private final int hidden;
    private final Texts texts;
    private final List<PageItem> items = new ArrayList<>();

    /**
     * A run of the report.
     *
     * @param name what the window calls it; empty for a name from its experiment
     * @param findings what the doctor found, one text each; empty if it found nothing
     * @param examined whether the doctor examined the run
     */
    public record ReportedRun(SavedRun run, String name, List<String> findings, boolean examined) {
        public ReportedRun {
            findings = List.copyOf(findings);
        }

        public ReportedRun(SavedRun run, List<String> findings, boolean examined) {
            this(run, "", findings, examined);
        }
    }

    private RunReport(List<ReportedRun> runs, int hidden, Texts texts) {
        this.runs = List.copyOf(runs);
        this.hidden = hidden;
        this.texts = texts;
    }

    /**
     * Writes a report.
     *
     * @param title empty for the names of the runs
     * @param document what opens when the PDF is opened, with paths relative to its folder
     * @param runs at least one
     * @param hidden how many runs are left out because they are hidden
     */
    public static void write(
            String title, Document document, List<ReportedRun> runs, int hidden, Texts texts, OutputStream out)
            throws IOException {
        RunReport report = new RunReport(runs, hidden, texts);
        String heading = title.isEmpty() ? report.title() : title;
        report.addAll(heading);
        SavedRuns saved = new SavedRuns(runs.stream().map(ReportedRun::run).toList(), List.of());
        EmbeddedMetadata metadata = new EmbeddedMetadata(Documents.write(document), RunsFormat.write(saved));
        String footer = "Hyperlab  ·  " + heading + "  ·  "
                + digest(runs.get(0).run().experiment()).substring(0, SHORT_DIGEST);
        PdfPages.write(report.items, heading, footer, metadata, out);
    }

    /** The SHA-256 of an experiment's file with every default filled in, in hexadecimal. */
    public static String digest(Experiment experiment) {
        try {
            byte[] text = Documents.write(new Document.OfExperiment(experiment)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this Java", e);
        }
    }

    private String title() {
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

    private void addAll(String heading) {
        items.add(new Paragraph(PageItem.words(heading, TITLE, true), TITLE, 0, true));
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
        addOrigin();
    }

    private void addHeading(String key) {
        items.add(new PageItem.Gap(12));
        items.add(new Paragraph(PageItem.words(texts.get(key), HEADING, true), HEADING, 0, true));
        items.add(new PageItem.Gap(2));
    }

    private void addText(String text) {
        items.add(new Paragraph(PageItem.words(text, BODY, false), BODY, 0, false));
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
    }

    private static Document document(SavedRun run) {
        if (run.log() != null) {
            return new Document.OfLog(run.log());
        }
        return run.original() == null
                ? new Document.OfExperiment(run.experiment())
                : new Document.OfPlayground(run.original());
    }

    private void addDifferences() {
        List<Integer> own = IntStream.range(0, runs.size())
                .filter(k -> runs.get(k).run().log() == null)
                .boxed()
                .toList();
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
            items.add(TableRow.of(header, true));
            for (int k : own) {
                List<String> row = new ArrayList<>(List.of(name(k)));
                Experiment experiment = runs.get(k).run().experiment();
                some.forEach(key -> row.add(value(experiment, key)));
                items.add(TableRow.of(row, false));
            }
            items.add(new PageItem.Gap(4));
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
        boolean hasClasses = runs.stream().anyMatch(RunReport::hasAccuracy);
        LossChart loss = new LossChart(texts, ChartTheme.LIGHT);
        loss.setLoss(loss());
        loss.show(curves(EpochReport::trainLoss, EpochReport::validationLoss));
        addChart(loss.chart());
        if (hasClasses) {
            AccuracyChart accuracy = new AccuracyChart(texts, ChartTheme.LIGHT);
            accuracy.show(curves(EpochReport::trainAccuracy, EpochReport::validationAccuracy));
            addChart(accuracy.chart());
        }
        addText(texts.get("chart.report.solid"));
    }

    private Loss loss() {
        SavedRun first = runs.get(0).run();
        PredictionTask task = hasAccuracy(runs.get(0)) ? PredictionTask.CLASSIFICATION : PredictionTask.REGRESSION;
        return first.original() == null ? first.experiment().training().lossFor(task) : Loss.SQUARED_ERROR;
    }

    private static boolean hasAccuracy(ReportedRun reported) {
        return reported.run().history().rows().stream().anyMatch(row -> !Double.isNaN(row.trainAccuracy()));
    }

    private void addChart(JFreeChart chart) {
        items.add(new PageItem.ChartItem(chart, CHART_HEIGHT));
        items.add(new PageItem.Gap(6));
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
        items.add(TableRow.of(
                List.of(
                        texts.get("chart.report.runColumn"),
                        texts.get("chart.report.epochs"),
                        texts.get("chart.report.trainLoss"),
                        texts.get("chart.report.validationLoss"),
                        texts.get("chart.report.lowest"),
                        texts.get("chart.report.accuracy")),
                true));
        for (int k = 0; k < runs.size(); k++) {
            SavedHistory history = runs.get(k).run().history();
            EpochReport last = history.rows().get(history.rows().size() - 1);
            String epochs = Integer.toString(last.epoch());
            items.add(TableRow.of(
                    List.of(
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
                                    : NumberFormats.format(100 * last.validationAccuracy(), DIGITS) + "\u00a0%"),
                    false));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? NumberFormats.format(value, DIGITS) : NONE;
    }

    private void addFindings() {
        if (runs.stream().noneMatch(ReportedRun::examined)) {
            return;
        }
        addHeading("chart.report.findings");
        for (int k = 0; k < runs.size(); k++) {
            ReportedRun reported = runs.get(k);
            if (reported.examined()) {
                String found = reported.findings().isEmpty()
                        ? texts.get("chart.report.noFindings")
                        : String.join(" ", reported.findings());
                addText(runs.size() == 1 ? found : texts.get("chart.report.named", name(k), found));
            }
        }
    }

    private void addOrigin() {
        addHeading("chart.report.origin");
        for (int k = 0; k < runs.size(); k++) {
            Experiment experiment = runs.get(k).run().experiment();
            addText(texts.get("chart.report.digest", name(k), digest(experiment), Long.toString(experiment.seed())));
        }
        addText(texts.get("chart.report.made", Version.text()));
    }
}
