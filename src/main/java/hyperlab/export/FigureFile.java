package hyperlab.export;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureWidth;
import hyperlab.rule.InvalidInputException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Writes figures as files with the document that made them embedded. The same figure and document give the same bytes.
 */
public final class FigureFile {
    /** At the resolution of a screen, 96 dots per inch. */
    private static final int PIXELS_PER_METER = 3_780;

    private static final double METERS_PER_INCH = 0.0254;

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
                yield out -> out.write(EmbeddedPng.write(image, PIXELS_PER_METER * options.scale(), metadata));
            }
            case SVG -> SvgFigure.draw(figure, metadata);
            case PDF -> PdfFigure.draw(figure, metadata);
            case GIF -> drawGif(figure, metadata);
        };
    }

    /**
     * Draws a figure with exactly the width that its settings give. The figure must already have its colors, title and
     * marks.
     *
     * @param format not GIF
     */
    public static AtomicFile.ContentWriter draw(
            Figure figure, FigureFormat format, FigureSettings settings, EmbeddedMetadata metadata) {
        return switch (format) {
            case PNG -> {
                BufferedImage image =
                        PngFigure.imageOfWidth(figure, settings.width().pixels(settings.dpi()));
                int pixelsPerMeter = (int) Math.round(settings.dpi() / METERS_PER_INCH);
                yield out -> out.write(EmbeddedPng.write(image, pixelsPerMeter, metadata));
            }
            case SVG -> {
                FigureWidth width = settings.width();
                String unit = width.unit() == FigureWidth.Unit.PIXELS
                        ? ""
                        : width.unit().symbol();
                yield SvgFigure.draw(figure, width.value(), unit, metadata);
            }
            case PDF -> PdfFigure.draw(figure, settings.points(), metadata);
            case GIF -> throw new IllegalArgumentException("a GIF has the size on the screen");
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
