package hyperlab.export.report;

import hyperlab.export.PageItem;
import hyperlab.export.PageItem.Paragraph;
import hyperlab.export.TableRow;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a report as items of a page. */
final class PdfReport implements ReportBlock.Visitor<List<PageItem>> {
    private static final double TITLE = 20;
    private static final double HEADING = 13;
    private static final double BODY = 10;
    private static final double CHART_HEIGHT = 190;

    private PdfReport() {}

    static List<PageItem> items(List<ReportBlock> blocks) {
        PdfReport report = new PdfReport();
        return blocks.stream().flatMap(block -> block.accept(report).stream()).toList();
    }

    @Override
    public List<PageItem> visit(ReportBlock.Title title) {
        return List.of(new Paragraph(PageItem.words(title.text(), TITLE, true), TITLE, 0, true));
    }

    @Override
    public List<PageItem> visit(ReportBlock.Heading heading) {
        return List.of(
                new PageItem.Gap(12),
                new Paragraph(PageItem.words(heading.text(), HEADING, true), HEADING, 0, true),
                new PageItem.Gap(2));
    }

    @Override
    public List<PageItem> visit(ReportBlock.Text text) {
        return List.of(new Paragraph(PageItem.words(text.text(), BODY, false), BODY, 0, false));
    }

    @Override
    public List<PageItem> visit(ReportBlock.Table table) {
        List<PageItem> items = new ArrayList<>(List.of(TableRow.of(table.header(), true)));
        table.rows().forEach(row -> items.add(TableRow.of(row, false)));
        items.add(new PageItem.Gap(4));
        return items;
    }

    @Override
    public List<PageItem> visit(ReportBlock.Chart chart) {
        return List.of(new PageItem.ChartItem(chart.chart().chart(), CHART_HEIGHT), new PageItem.Gap(6));
    }

    @Override
    public List<PageItem> visit(ReportBlock.Code code) {
        return List.of(new Paragraph(PageItem.words(code.text(), BODY, false), BODY, 0, false));
    }
}
