package hyperlab.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import hyperlab.chart.style.ChartFonts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Sets items on A4 pages, with a footer on each. */
public final class PdfPages {
    private static final double MARGIN = 54;
    private static final double FOOTER = 24;
    private static final float FOOTER_SIZE = 8;
    private static final Color FOOTER_COLOR = new Color(0x7b8794);
    private static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final double HEIGHT = PDRectangle.A4.getHeight() - 2 * MARGIN - FOOTER;

    private PdfPages() {}

    /** An item and its distance from the top of the column. */
    private record Placed(PageItem item, double y) {}

    /**
     * Writes the pages. The same items give the same bytes.
     *
     * @param footer is printed on each page before the page number
     */
    static void write(List<PageItem> items, String title, String footer, OutputStream out) throws IOException {
        write(items, title, footer, null, out);
    }

    /** The same with embedded metadata; null for none. */
    public static void write(
            List<PageItem> items, String title, String footer, @Nullable EmbeddedMetadata metadata, OutputStream out)
            throws IOException {
        List<List<Placed>> pages = pages(items);
        try (PDDocument pdf = new PDDocument()) {
            pdf.setDocumentId(0L);
            pdf.getDocumentInformation().setCreator("Hyperlab");
            pdf.getDocumentInformation().setTitle(title);
            PdfFonts fonts = new PdfFonts(pdf);
            for (int number = 1; number <= pages.size(); number++) {
                addPage(pdf, fonts, pages.get(number - 1), footer + "  ·  " + number + "/" + pages.size());
            }
            if (metadata != null) {
                EmbeddedPdf.attach(pdf, metadata);
            }
            pdf.save(out);
        }
    }

    /** An item that stays with the next moves to the next page together with it. */
    private static List<List<Placed>> pages(List<PageItem> items) {
        List<List<Placed>> pages = new ArrayList<>();
        List<Placed> page = new ArrayList<>();
        double used = 0;
        for (int first = 0; first < items.size(); ) {
            int end = first + 1;
            double height = items.get(first).height(WIDTH);
            while (end < items.size() && items.get(end - 1).staysWithNext()) {
                height += items.get(end).height(WIDTH);
                end++;
            }
            if ((used + height > HEIGHT || items.get(first).startsPage()) && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                used = 0;
            }
            for (PageItem item : items.subList(first, end)) {
                page.add(new Placed(item, used));
                used += item.height(WIDTH);
            }
            first = end;
        }
        pages.add(page);
        return pages;
    }

    private static void addPage(PDDocument pdf, PdfFonts fonts, List<Placed> placed, String footer) {
        try {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(pdf, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            g2.setFontTextDrawer(fonts);
            VectorRendering.setRenderingHints(g2);
            synchronized (VectorRendering.DRAWING_LOCK) {
                for (Placed item : placed) {
                    item.item().draw(g2, MARGIN, MARGIN + item.y(), WIDTH);
                }
                drawFooter(g2, footer);
            }
            g2.dispose();
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawForm(g2.getXFormObject());
            }
        } catch (IOException e) {
            // All I/O is in memory.
            throw new UncheckedIOException(e);
        }
    }

    private static void drawFooter(Graphics2D g2, String footer) {
        g2.setColor(FOOTER_COLOR);
        g2.setFont(ChartFonts.withFallback(ChartFonts.regular(FOOTER_SIZE), footer));
        g2.drawString(footer, (float) MARGIN, (float) (PDRectangle.A4.getHeight() - MARGIN));
    }
}
