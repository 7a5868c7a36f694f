package hyperlab.export;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** A figure as a file that carries what made it. The same figure and document give the same bytes. */
public final class FigureFile {
    private FigureFile() {}

    /**
     * Draws a figure. On the thread that the chart belongs to; what comes back is written once, from any thread.
     *
     * @param document what made the chart, with its paths as they must be in the file's folder
     */
    public static SafeFile.Content draw(Figure figure, FigureForm form, Document document) {
        return draw(figure, form, new Carried(Documents.write(document)));
    }

    /** The same with all that the file is to carry. */
    public static SafeFile.Content draw(Figure figure, FigureForm form, Carried carried) {
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

    /** A GIF of one frame. */
    private static SafeFile.Content still(Figure figure, Carried carried) {
        Film film = new Film();
        film.add(PngFigure.image(figure, 1));
        return out -> out.write(film.gif(carried, share -> {}, () -> false).orElseThrow());
    }

    /**
     * Draws and writes a figure, as a whole or not at all.
     *
     * @throws Refusal if the file cannot be written
     */
    public static void write(Path path, Figure figure, FigureForm form, Document document) {
        SafeFile.write(path, draw(figure, form, document));
    }
}
