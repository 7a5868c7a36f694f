package hyperlab.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import hyperlab.file.SafeFile;
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

/** A figure as a PDF of one page that is as large as the figure; letters are text in the part of Pretendard that it needs. */
final class PdfFigure {
    /** A logical pixel is 1/96 inch, a point 1/72. */
    private static final float POINTS = 0.75f;
    /** No two runs differ in it, where a clock would stand otherwise. */
    private static final long ID = 0;

    private PdfFigure() {}

    /** Draws it here; what comes back is written once, from any thread. */
    static SafeFile.Content draw(Figure figure, Carried carried) {
        try {
            PDDocument pdf = new PDDocument();
            pdf.setDocumentId(ID);
            pdf.getDocumentInformation().setCreator("Hyperlab");
            Caption caption = figure.caption();
            if (caption != null) {
                pdf.getDocumentInformation().setTitle(caption.text());
            }
            PDPage page = new PDPage(new PDRectangle(POINTS * figure.width(), POINTS * figure.wholeHeight()));
            pdf.addPage(page);
            PDFormXObject drawing = drawing(figure, pdf);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.transform(Matrix.getScaleInstance(POINTS, POINTS));
                content.drawForm(drawing);
            }
            CarriedPdf.attach(pdf, carried);
            return out -> write(pdf, out);
        } catch (IOException e) {
            // Nothing of it is outside memory.
            throw new UncheckedIOException(e);
        }
    }

    private static PDFormXObject drawing(Figure figure, PDDocument pdf) throws IOException {
        PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(pdf, figure.width(), figure.wholeHeight());
        g2.setFontTextDrawer(new PdfFonts(pdf));
        Page.prepare(g2);
        // Upright words would be outlines otherwise, which no search finds. What is drawn meanwhile waits.
        synchronized (Page.DRAWING) {
            boolean outlines = TextUtils.isUseDrawRotatedStringWorkaround();
            TextUtils.setUseDrawRotatedStringWorkaround(false);
            try {
                figure.draw(g2);
            } finally {
                TextUtils.setUseDrawRotatedStringWorkaround(outlines);
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
