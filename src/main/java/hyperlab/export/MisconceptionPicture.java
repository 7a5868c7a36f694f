package hyperlab.export;

import hyperlab.chart.lesson.MisconceptionBars;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lesson.answers.CollectedAnswers;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A PNG that shows which misconceptions the answers of a class point to. */
public final class MisconceptionPicture {
    private MisconceptionPicture() {}

    /** Writes the picture. */
    public static void write(Path file, CollectedAnswers answers, Texts texts) {
        var image = MisconceptionBars.draw(
                texts.get("lesson.collect.title"),
                answers.misconceptions().stream()
                        .map(each -> new MisconceptionBars.Bar(each.text(), each.count()))
                        .toList(),
                texts.get("lesson.collect.none"));
        AtomicFile.write(file, out -> {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no PNG writer");
            }
        });
    }
}
