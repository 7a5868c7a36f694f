package hyperlab.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import hyperlab.file.disk.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.jfree.chart.text.TextUtils;

/**
 * Renders a figure as a PDF with one page of the size of the figure. Text stays text, in an embedded subset of
 * Pretendard.
 */
final class PdfFigure {
    /** A logical pixel is 1/96 inch and a point is 1/72 inch. */
    static final double POINTS_PER_PIXEL = 0.75;
    /** A fixed document ID, so that the output is reproducible. By default the ID depends on the current time. */
    private static final long DOCUMENT_ID = 0;

    private PdfFigure() {}

    /** Draws the figure on the calling thread. The returned content can be written once, from any thread. */
    static AtomicFile.ContentWriter draw(Figure figure, EmbeddedMetadata metadata) {
        return draw(figure, POINTS_PER_PIXEL * figure.width(), metadata);
    }

    /** The same with a page of this width in points. */
    static AtomicFile.ContentWriter draw(Figure figure, double points, EmbeddedMetadata metadata) {
        float scale = (float) (points / figure.width());
        try {
            PDDocument pdf = new PDDocument();
            pdf.setDocumentId(DOCUMENT_ID);
            pdf.getDocumentInformation().setCreator("Hyperlab");
            Caption caption = figure.caption();
            if (caption != null) {
                pdf.getDocumentInformation().setTitle(caption.text());
            }
            PDPage page = new PDPage(new PDRectangle((float) points, scale * figure.totalHeight()));
            pdf.addPage(page);
            PDFormXObject drawing = drawing(figure, pdf);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.transform(Matrix.getScaleInstance(scale, scale));
                content.drawForm(drawing);
            }
            EmbeddedPdf.attach(pdf, metadata);
            return out -> write(pdf, out);
        } catch (IOException e) {
            // All I/O is in memory.
            throw new UncheckedIOException(e);
        }
    }

    private static PDFormXObject drawing(Figure figure, PDDocument pdf) throws IOException {
        PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(pdf, figure.width(), figure.totalHeight());
        g2.setFontTextDrawer(new PdfFonts(pdf));
        VectorRendering.setRenderingHints(g2);
        // Without this, vertical text becomes outlines, which are not searchable.
        // The setting is global, so other drawing must wait.
        synchronized (VectorRendering.DRAWING_LOCK) {
            boolean previousSetting = TextUtils.isUseDrawRotatedStringWorkaround();
            TextUtils.setUseDrawRotatedStringWorkaround(false);
            try {
                figure.draw(g2);
            } finally {
                TextUtils.setUseDrawRotatedStringWorkaround(previousSetting);
            }
        }
        g2.dispose();
        return g2.getXFormObject();
    }

    private static void write(PDDocument pdf, OutputStream out) throws IOException {
        try (pdf) {
            pdf.save(out);
        }
    }
}
