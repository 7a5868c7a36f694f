package hyperlab.export;

import hyperlab.file.disk.AtomicFile;
import java.awt.Dimension;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Renders a figure as SVG 1.1. Text becomes outlines, so that Korean is displayed even without a Korean font. */
final class SvgFigure {
    /** Decimals of a coordinate in logical pixels. */
    private static final int PRECISION = 3;

    private SvgFigure() {}

    /** Draws the figure on the calling thread. The returned content can be written once, from any thread. */
    static AtomicFile.ContentWriter draw(Figure figure, EmbeddedMetadata metadata) {
        return draw(figure, figure.width(), "", metadata);
    }

    /**
     * The same with another width.
     *
     * @param unit of the width in CSS, such as {@code cm}; empty for pixels
     */
    static AtomicFile.ContentWriter draw(Figure figure, double width, String unit, EmbeddedMetadata metadata) {
        Document svg = createDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(svg);
        context.setComment("Hyperlab");
        context.setPrecision(PRECISION);
        context.setImageHandler(new PngImageHandler());
        SVGGraphics2D g2 = new SVGGraphics2D(context, true);
        g2.setSVGCanvasSize(new Dimension(figure.width(), figure.totalHeight()));
        VectorRendering.setRenderingHints(g2);
        synchronized (VectorRendering.DRAWING_LOCK) {
            figure.draw(g2);
        }
        Element root = g2.getRoot();
        root.setAttributeNS(null, "width", length(width) + unit);
        root.setAttributeNS(null, "height", length(width * figure.totalHeight() / figure.width()) + unit);
        root.setAttributeNS(null, "viewBox", "0 0 " + figure.width() + " " + figure.totalHeight());
        Caption caption = figure.caption();
        if (caption != null) {
            Element description = svg.createElementNS(EmbeddedSvg.SVG, "desc");
            description.appendChild(svg.createTextNode(caption.text()));
            root.insertBefore(description, root.getFirstChild());
        }
        root.insertBefore(EmbeddedSvg.metadata(svg, metadata), root.getFirstChild());
        return out -> write(root, out);
    }

    private static String length(double value) {
        return BigDecimal.valueOf(value)
                .setScale(PRECISION, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Writes XML without a document type, which some readers would fetch. */
    private static void write(Element root, OutputStream out) throws IOException {
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    private static Document createDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(EmbeddedSvg.SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML in this Java", e);
        }
    }

    /** Embeds images as Base64-encoded PNG. */
    private static final class PngImageHandler extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
