package hyperlab.export.report;

import hyperlab.export.EmbeddedMetadata;
import hyperlab.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The blocks of a report as one HTML file. It has no scripts and needs no network: its figures are data URIs of SVG, so
 * that the definitions of one do not clash with those of another.
 */
final class HtmlReport implements ReportBlock.Visitor<String> {
    private static final String STYLE = """
            body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1f2933; background: #fff; }
            h1 { font-size: 1.75rem; }
            h2 { margin-top: 2rem; font-size: 1.25rem; }
            div.table { overflow-x: auto; }
            table { border-collapse: collapse; margin: 1rem 0; font-size: 0.875rem; }
            th, td { padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid #b8c0cc; text-align: left; vertical-align: top; }
            img { display: block; width: 100%; height: auto; margin: 1rem 0; }
            pre { overflow: auto; max-height: 20rem; padding: 0.75rem; background: #f4f6f8; font-size: 0.8125rem; }
            @media print { pre { max-height: none; white-space: pre-wrap; } h2 { break-after: avoid; } img, tr { break-inside: avoid; } }
            """;

    private final Texts texts;
    private final EmbeddedMetadata metadata;

    HtmlReport(Texts texts, EmbeddedMetadata metadata) {
        this.texts = texts;
        this.metadata = metadata;
    }

    String text(String title, List<ReportBlock> blocks) {
        return "<!DOCTYPE html>\n<html lang=\"" + texts.language().code() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"generator\" content=\"Hyperlab\">\n<title>" + escape(title) + "</title>\n<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n"
                + blocks.stream().map(block -> block.accept(this)).collect(Collectors.joining()) + "</body>\n</html>\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String visit(ReportBlock.Title title) {
        return "<h1>" + escape(title.text()) + "</h1>\n";
    }

    @Override
    public String visit(ReportBlock.Heading heading) {
        return "<h2>" + escape(heading.text()) + "</h2>\n";
    }

    @Override
    public String visit(ReportBlock.Text text) {
        return "<p>" + escape(text.text()) + "</p>\n";
    }

    @Override
    public String visit(ReportBlock.Table table) {
        return "<div class=\"table\">\n<table>\n<thead>\n" + row(table.header(), "th scope=\"col\"", "th")
                + "</thead>\n<tbody>\n"
                + table.rows().stream().map(cells -> row(cells, "td", "td")).collect(Collectors.joining())
                + "</tbody>\n</table>\n</div>\n";
    }

    private static String row(List<String> cells, String start, String end) {
        return cells.stream()
                .map(cell -> "<" + start + ">" + escape(cell) + "</" + end + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    @Override
    public String visit(ReportBlock.Chart chart) {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        try {
            ReportFigure.draw(chart, metadata).writeTo(svg);
        } catch (IOException e) {
            // All I/O is in memory.
            throw new UncheckedIOException(e);
        }
        return "<img alt=\"" + escape(chart.chart().describe()) + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.toByteArray()) + "\">\n";
    }

    @Override
    public String visit(ReportBlock.Code code) {
        return "<pre><code>" + escape(code.text()) + "</code></pre>\n";
    }
}
