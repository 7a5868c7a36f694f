package hyperlab.export.report;

import hyperlab.export.EmbeddedMetadata;
import hyperlab.file.disk.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The blocks of a report as Markdown with tables, and its figures as SVG files next to it. */
final class MarkdownReport implements ReportBlock.Visitor<String> {
    private final Path file;
    private final EmbeddedMetadata metadata;

    /** @param file the Markdown file; the names of the figures begin with its name */
    MarkdownReport(Path file, EmbeddedMetadata metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    /** Writes the figures, and then the text that shows them. */
    void write(List<ReportBlock> blocks) {
        AtomicFile.write(file, blocks.stream().map(block -> block.accept(this)).collect(Collectors.joining("\n")));
    }

    /** A text without Markdown, in one line. */
    static String escape(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
    }

    @Override
    public String visit(ReportBlock.Title title) {
        return "# " + escape(title.text()) + "\n";
    }

    @Override
    public String visit(ReportBlock.Heading heading) {
        return "## " + escape(heading.text()) + "\n";
    }

    @Override
    public String visit(ReportBlock.Text text) {
        return escape(text.text()) + "\n";
    }

    @Override
    public String visit(ReportBlock.Table table) {
        String line = table.header().stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(table.header())
                + line
                + table.rows().stream().map(MarkdownReport::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownReport::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    @Override
    public String visit(ReportBlock.Chart chart) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path figure = file.resolveSibling(stem + "-" + chart.name() + ".svg");
        AtomicFile.write(figure, ReportFigure.draw(chart, metadata));
        return "![" + escape(chart.chart().describe()) + "](<" + figure.getFileName() + ">)\n";
    }

    @Override
    public String visit(ReportBlock.Code code) {
        return "```\n" + code.text().stripTrailing() + "\n```\n";
    }
}
