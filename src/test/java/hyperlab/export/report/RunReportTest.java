package hyperlab.export.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.report.RunReport.ReportedRun;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunReportTest {
    private static final Experiment SLOW = ExperimentOverrides.with(
            Experiment.DEFAULT, List.of("training.learningRate=0.001", "training.epochs=4", "name=slow"));
    private static final Experiment FAST = ExperimentOverrides.with(
            Experiment.DEFAULT, List.of("training.learningRate=0.1", "training.epochs=4", "name=fast"));

    @TempDir
    Path folder;

    /** Losses that are halved in every epoch, so that every number of the report is known. */
    private static SavedRun run(Experiment experiment, int series, double start, TrainingOutcome outcome) {
        List<EpochReport> rows = new ArrayList<>();
        for (int epoch = 0; epoch <= 4; epoch++) {
            double loss = start * Math.pow(0.5, epoch);
            rows.add(new EpochReport(
                    epoch, 13L * epoch, loss, 1.25 * loss, 0.5 + 0.1 * epoch, 0.5 + 0.05 * epoch, 0.01, 0, 0));
        }
        return new SavedRun(
                "",
                series,
                true,
                true,
                experiment,
                null,
                new SavedHistory(1, rows, rows.get(4), outcome, 0, List.of()));
    }

    private static List<ReportedRun> runs() {
        return List.of(
                new ReportedRun(
                        run(SLOW, 0, 0.8, new TrainingOutcome.Completed(4, 4, false)),
                        List.of("The loss is still falling: train longer."),
                        true),
                new ReportedRun(run(FAST, 1, 0.4, new TrainingOutcome.Diverged(4, 4, 1e9)), List.of(), true));
    }

    private static byte[] report(Language language, List<ReportedRun> runs) throws IOException {
        return report(language, runs, 0);
    }

    private static byte[] report(Language language, List<ReportedRun> runs, int hidden) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunReport.write("", new Document.OfExperiment(SLOW), runs, hidden, Texts.in(language), out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void statesSettingsDifferencesResultsAndFindings() throws IOException {
        String text = text(report(Language.ENGLISH, runs()));
        for (String part : List.of(
                "Comparison of 2 runs",
                "slow: Two moons",
                "Run learning rate slow 0.001 fast 0.1",
                "slow 4 0.05 0.0625 0.0625 at epoch 4 70 %",
                "fast 4, then diverged 0.025 0.03125 0.03125 at epoch 4 70 %",
                "slow: The loss is still falling: train longer.",
                "fast: No rule applied.",
                RunReport.digest(SLOW),
                RunReport.digest(FAST))) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertFalse(text.contains("epochs slow"), "the runs have the same number of epochs");
    }

    private Path written(String name, List<ReportedRun> runs) {
        Path file = folder.resolve(name);
        RunReport.write(file, "", new Document.OfExperiment(SLOW), runs, 0, Texts.in(Language.ENGLISH));
        return file;
    }

    private static final String DANGEROUS = "<b>a</b> | *b* & \"c\"";

    private static List<ReportedRun> dangerous() {
        return List.of(new ReportedRun(runs().get(0).run(), DANGEROUS, List.of("<script>alert(1)</script>"), true));
    }

    @Test
    void htmlIsOneFileWithoutScriptsAndWithoutNetwork() throws IOException {
        String html = Files.readString(written("r.html", runs()));

        for (String part : List.of(
                "<html lang=\"en\">",
                "<h1>Comparison of 2 runs</h1>",
                "<tr><th scope=\"col\">Setting</th><th scope=\"col\">slow</th><th scope=\"col\">fast</th></tr>",
                "<tr><td>learning rate</td><td>0.001</td><td>0.1</td></tr>",
                "<td>4, then diverged</td>",
                "slow: The loss is still falling: train longer.",
                "<pre><code>hyperlab train run-2.hyperlab.json --out run-2.run\n</code></pre>",
                RunReport.digest(FAST))) {
            assertTrue(html.contains(part), part + " in " + html);
        }
        assertEquals(List.of(folder.resolve("r.html")), files());
        assertFalse(html.contains("<script"), html);
        assertFalse(html.matches("(?s).*(src|href)=\"(?!data:).*"), html);
        assertFalse(html.contains("http"), "no address");
        assertEquals(2, html.split("<img alt=\"Horizontal", -1).length - 1);
        String svg = new String(
                Base64.getDecoder()
                        .decode(html.replaceFirst("(?s).*?base64,", "").replaceFirst("(?s)\".*", "")),
                UTF_8);
        assertEquals(
                new Document.OfExperiment(SLOW),
                Documents.parse(
                        EmbeddedMetadataReader.readDocument(Files.writeString(folder.resolve("f.svg"), svg)), "f.svg"));
    }

    @Test
    void namesOfUsersAreTextInEveryForm() throws IOException {
        String html = Files.readString(written("r.html", dangerous()));
        String markdown = Files.readString(written("r.md", dangerous()));

        assertTrue(html.contains("<h1>Report of &lt;b&gt;a&lt;/b&gt; | *b* &amp; &quot;c&quot;</h1>"), html);
        assertTrue(html.contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"), html);
        assertTrue(markdown.contains("# Report of \\<b\\>a\\</b\\> \\| \\*b\\* & \"c\"\n"), markdown);
        assertTrue(markdown.contains("\n| \\<b\\>a\\</b\\> \\| \\*b\\* & \"c\" | 4 | 0.05 |"), markdown);
    }

    @Test
    void markdownHasItsFiguresNextToIt() throws IOException {
        String markdown = Files.readString(written("r.md", runs()));

        assertEquals(
                List.of("r-accuracy.svg", "r-loss.svg", "r.md"),
                files().stream().map(file -> String.valueOf(file.getFileName())).toList());
        assertTrue(markdown.startsWith("# Comparison of 2 runs\n\n## Settings\n"), markdown);
        assertTrue(markdown.contains("\n| learning rate | 0.001 | 0.1 |\n"), markdown);
        assertTrue(markdown.contains("](<r-loss.svg>)\n"), markdown);
        assertEquals(
                new Document.OfExperiment(SLOW),
                Documents.parse(EmbeddedMetadataReader.readDocument(folder.resolve("r-loss.svg")), "r-loss.svg"));
    }

    /** What is between the fences is the experiment of each run. */
    @Test
    void settingsToTrainAgainAreThoseOfTheRuns() throws IOException {
        String[] parts = Files.readString(written("r.md", runs())).split("```\n", -1);

        assertEquals(new Document.OfExperiment(SLOW), Documents.parse(parts[1], "first"));
        assertEquals(new Document.OfExperiment(FAST), Documents.parse(parts[5], "second"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void usesTheNamesOfTheWindowAndCountsHiddenRuns() throws IOException {
        List<ReportedRun> named = List.of(
                new ReportedRun(runs().get(0).run(), "batch size 4", List.of(), false),
                new ReportedRun(runs().get(1).run(), "batch size 32", List.of(), false));
        String text = text(report(Language.ENGLISH, named, 3));
        assertTrue(text.contains("batch size 4 4 0.05"), text);
        assertTrue(text.contains("batch size 32: SHA-256"), text);
        assertFalse(text.contains("slow: "), text);
        assertTrue(text.contains("3 hidden runs are left out."), text);
        assertTrue(text(report(Language.ENGLISH, named, 1)).contains("One hidden run is left out."));
        assertFalse(text(report(Language.ENGLISH, named)).contains("left out"));
    }

    @Test
    void singleRunHasNoDifferences() throws IOException {
        String text = text(report(Language.ENGLISH, runs().subList(0, 1)));
        assertTrue(text.contains("Report of slow"), text);
        assertFalse(text.contains("What differs"), text);
    }

    @Test
    void sameSettingsAreNotReportedAsSameRuns() throws IOException {
        SavedRun one = run(SLOW, 0, 0.8, new TrainingOutcome.Completed(4, 4, false));
        String text = text(report(
                Language.ENGLISH,
                List.of(new ReportedRun(one, List.of(), false), new ReportedRun(one, List.of(), false))));
        assertTrue(text.contains("The runs started with the same settings."), text);
        assertFalse(text.contains("Findings"), "nobody examined the runs");
    }

    /** The digest can be computed from what {@code hyperlab inspect} prints. */
    @Test
    void embedsDocumentAndRuns() throws IOException {
        Path file = Files.write(folder.resolve("report.pdf"), report(Language.KOREAN, runs()));
        EmbeddedMetadata embedded = EmbeddedMetadataReader.readAll(file);
        assertEquals(new Document.OfExperiment(SLOW), Documents.parse(embedded.document(), "report"));
        List<SavedRun> read = RunsFormat.parse(embedded.runs(), "report").runs();
        assertEquals(
                List.of(SLOW, FAST), read.stream().map(SavedRun::experiment).toList());
        assertEquals(runs().get(1).run().history().rows(), read.get(1).history().rows());
    }

    @ParameterizedTest
    @EnumSource
    void fontsAreEmbedded(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report(language, runs()))) {
            assertTrue(areEmbedded(pdf.getPage(0).getResources()));
        }
    }

    private static boolean areEmbedded(PDResources resources) throws IOException {
        boolean embedded = true;
        for (COSName name : resources.getFontNames()) {
            embedded &= resources.getFont(name).isEmbedded();
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                embedded &= areEmbedded(form.getResources());
            }
        }
        return embedded;
    }

    @Test
    void sameRunsGiveSameFile() throws IOException {
        assertArrayEquals(report(Language.KOREAN, runs()), report(Language.KOREAN, runs()));
    }

    @ParameterizedTest
    @EnumSource
    void looksAsBefore(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report(language, runs()))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
            GoldenImage.assertMatchesReference("run-report-" + language.code(), page);
        }
    }
}
