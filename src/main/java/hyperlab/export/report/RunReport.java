package hyperlab.export.report;

import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.PdfPages;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunsFormat;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes the report of a run or of a comparison of runs. As a PDF, it embeds the document and the runs, so that it
 * opens like a figure; as HTML or Markdown, each of its figures does.
 */
public final class RunReport {
    private static final int SHORT_DIGEST = 12;

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

    /** The form of a report. */
    private enum ReportForm {
        PDF,
        HTML,
        MARKDOWN;

        /**
         * By the ending of a file's name: {@code .html}, {@code .htm}, {@code .md}, {@code .markdown}; any other is
         * PDF.
         */
        static ReportForm of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".html") || name.endsWith(".htm")) {
                return HTML;
            }
            return name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : PDF;
        }
    }

    private RunReport() {}

    /**
     * Writes a report in the form that the ending of the file's name says: HTML in one file, Markdown with its figures
     * next to it, or PDF. The parameters are those of the other method.
     *
     * @throws hyperlab.rule.InvalidInputException if a file cannot be written
     */
    public static void write(
            Path file, String title, Document document, List<ReportedRun> runs, int hidden, Texts texts) {
        ReportForm form = ReportForm.of(file);
        if (form == ReportForm.PDF) {
            AtomicFile.write(file, out -> write(title, document, runs, hidden, texts, out));
            return;
        }
        ReportContent content = new ReportContent(runs, hidden, texts, false);
        String heading = title.isEmpty() ? content.title() : title;
        List<ReportBlock> blocks = content.blocks(heading);
        EmbeddedMetadata metadata = metadata(document, runs);
        if (form == ReportForm.HTML) {
            AtomicFile.write(file, new HtmlReport(texts, metadata).text(heading, blocks));
        } else {
            new MarkdownReport(file, metadata).write(blocks);
        }
    }

    private static EmbeddedMetadata metadata(Document document, List<ReportedRun> runs) {
        SavedRuns saved = new SavedRuns(runs.stream().map(ReportedRun::run).toList(), List.of());
        return new EmbeddedMetadata(Documents.write(document), RunsFormat.write(saved));
    }

    /**
     * Writes a report as PDF.
     *
     * @param title empty for the names of the runs
     * @param document what opens when the PDF is opened, with paths relative to its folder
     * @param runs at least one
     * @param hidden how many runs are left out because they are hidden
     */
    public static void write(
            String title, Document document, List<ReportedRun> runs, int hidden, Texts texts, OutputStream out)
            throws IOException {
        ReportContent content = new ReportContent(runs, hidden, texts, true);
        String heading = title.isEmpty() ? content.title() : title;
        String footer = "Hyperlab  ·  " + heading + "  ·  "
                + digest(runs.get(0).run().experiment()).substring(0, SHORT_DIGEST);
        PdfPages.write(PdfReport.items(content.blocks(heading)), heading, footer, metadata(document, runs), out);
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
}
