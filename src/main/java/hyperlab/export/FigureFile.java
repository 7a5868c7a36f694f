package hyperlab.export;

import hyperlab.file.AtomicFile;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.rule.InvalidInputException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Writes figures as files with the document that made them embedded. The same figure and document give the same bytes.
 */
public final class FigureFile {
    private FigureFile() {}

    /**
     * Draws a figure. Must be called on the thread that owns the chart; the returned content can be written once, from
     * any thread.
     *
     * @param document the document that made the chart, with paths relative to the file's folder
     */
    public static AtomicFile.ContentWriter draw(Figure figure, FigureOptions options, Document document) {
        return draw(figure, options, new EmbeddedMetadata(Documents.write(document)));
    }

    /** The same with all of the metadata to embed. */
    public static AtomicFile.ContentWriter draw(Figure figure, FigureOptions options, EmbeddedMetadata metadata) {
        return switch (options.format()) {
            case PNG -> {
                BufferedImage image = PngFigure.image(figure, options.scale());
                yield out -> out.write(EmbeddedPng.write(image, options.scale(), metadata));
            }
            case SVG -> SvgFigure.draw(figure, metadata);
            case PDF -> PdfFigure.draw(figure, metadata);
            case GIF -> drawGif(figure, metadata);
        };
    }

    /** A GIF with one frame. */
    private static AtomicFile.ContentWriter drawGif(Figure figure, EmbeddedMetadata metadata) {
        GifFrameBuffer frames = new GifFrameBuffer();
        frames.add(PngFigure.image(figure, 1));
        return out ->
                out.write(frames.encode(metadata, progress -> {}, () -> false).orElseThrow());
    }

    /**
     * Draws a figure and writes it atomically.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    public static void write(Path path, Figure figure, FigureOptions options, Document document) {
        AtomicFile.write(path, draw(figure, options, document));
    }
}
