package hyperlab.export;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.AtomicFile;
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
    public static AtomicFile.ContentWriter draw(Figure figure, FigureForm form, Document document) {
        return draw(figure, form, new Carried(Documents.write(document)));
    }

    /** The same with all of the metadata to embed. */
    public static AtomicFile.ContentWriter draw(Figure figure, FigureForm form, Carried carried) {
        return switch (form.format()) {
            case PNG -> {
                BufferedImage image = PngFigure.image(figure, form.scale());
                yield out -> out.write(CarriedPng.write(image, form.scale(), carried));
            }
            case SVG -> SvgFigure.draw(figure, carried);
            case PDF -> PdfFigure.draw(figure, carried);
            case GIF -> still(figure, carried);
        };
    }

    /** A GIF with one frame. */
    private static AtomicFile.ContentWriter still(Figure figure, Carried carried) {
        Film film = new Film();
        film.add(PngFigure.image(figure, 1));
        return out -> out.write(film.gif(carried, share -> {}, () -> false).orElseThrow());
    }

    /**
     * Draws a figure and writes it atomically.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    public static void write(Path path, Figure figure, FigureForm form, Document document) {
        AtomicFile.write(path, draw(figure, form, document));
    }
}
