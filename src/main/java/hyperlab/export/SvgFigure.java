package hyperlab.export;

import hyperlab.file.AtomicFile;
import java.awt.Dimension;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    static AtomicFile.ContentWriter draw(Figure figure, Carried carried) {
        Document svg = empty();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(svg);
        context.setComment("Hyperlab");
        context.setPrecision(PRECISION);
        context.setImageHandler(new Pictures());
        SVGGraphics2D g2 = new SVGGraphics2D(context, true);
        g2.setSVGCanvasSize(new Dimension(figure.width(), figure.wholeHeight()));
        Page.prepare(g2);
        figure.draw(g2);
        Element root = g2.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + figure.width() + " " + figure.wholeHeight());
        Caption caption = figure.caption();
        if (caption != null) {
            Element words = svg.createElementNS(CarriedSvg.SVG, "desc");
            words.appendChild(svg.createTextNode(caption.text()));
            root.insertBefore(words, root.getFirstChild());
        }
        root.insertBefore(CarriedSvg.metadata(svg, carried), root.getFirstChild());
        return out -> write(root, out);
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

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(CarriedSvg.SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML in this Java", e);
        }
    }

    /** Embeds images as Base64-encoded PNG. */
    private static final class Pictures extends ImageHandlerBase64Encoder {
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
