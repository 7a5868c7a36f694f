package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.answers.CollectedAnswers;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import hyperlab.lesson.answers.LessonAnswers.Kind;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of a lesson. The golden pictures are the pages as PDFBox renders them. */
class LessonSheetTest {
    private static final ReadoutCache CACHE = new ReadoutCache(null);
    private static final float DPI = 60;

    private static byte[] sheet(Lesson lesson, boolean answers, boolean plans) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LessonSheet.write(lesson, Texts.in(lesson.language()), CACHE, answers, plans, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pagesMatchTheirReference(Language language) throws IOException {
        Lesson lesson = BundledLessons.load("four-fates", language);
        for (boolean answers : new boolean[] {false, true}) {
            try (PDDocument document = Loader.loadPDF(sheet(lesson, answers, false))) {
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
                    GoldenImage.assertMatchesReference(
                            "lesson-" + (answers ? "answers-" : "worksheet-") + language.code() + "-" + (page + 1),
                            image);
                }
            }
        }
    }

    @Test
    void worksheetTellsNoAnswers() throws IOException {
        String text = text(sheet(BundledLessons.load("four-fates", Language.ENGLISH), false, false));
        assertTrue(text.contains("1. Predict: After 8 steps, which rate is closer to the minimum, 0.1 or 1.9?"), text);
        assertTrue(text.contains("they are equally far away"), text);
        assertTrue(text.contains("Why does the side not matter"), text);
        assertTrue(text.contains("Name: __"), text);
        for (String secret :
                List.of("larger is faster", "1.38", "Students often", "Hint", "solution", "four fates\n0")) {
            assertTrue(!text.contains(secret), secret);
        }
        // A sentence of the explanation
        assertTrue(!text.contains("The sign only decides the side"), text);
    }

    @Test
    void answerKeyTellsEverything() throws IOException {
        String text = text(sheet(BundledLessons.load("four-fates", Language.ENGLISH), true, false));
        for (String part : List.of(
                "About 15 minutes",
                "Students often believe",
                "Belief behind it: a larger rate is faster",
                "which is 1.38",
                "0.5, within 0.02",
                "One solution: learningRate = 1.0",
                "Hint: The factor must be small in magnitude.")) {
            assertTrue(text.contains(part) || text.contains(part.replace("a larger rate", "larger")), part);
        }
    }

    @Test
    void printsEveryKindOfQuestionAndText() throws IOException {
        for (String name : List.of("when-to-stop", "noise-has-a-price")) {
            for (Language language : Language.values()) {
                assertTrue(!text(sheet(BundledLessons.load(name, language), true, false))
                        .isBlank());
            }
        }
        String text = text(sheet(BundledLessons.load("when-to-stop", Language.ENGLISH), true, false));
        assertTrue(text.indexOf("an L2 penalty of 0.1: 0.523") < text.indexOf("no remedy: 0.915"), text);
        Lesson lesson = LessonReader.parse("""
                        ---
                        format: hyperlab-lesson/1
                        language: en
                        title: A
                        subject: learning-rate
                        minutes: 1
                        ---

                        - a point
                        - [a link](try:overfit)

                        - [only a link](try:overfit)

                        ![a chart](chart:lines "words")

                        ## One

                        ```step
                        kind: explain
                        set: try:oscillating-rate
                        ```

                        **strong** text
                        """, null).lesson().orElseThrow();
        String other = text(sheet(lesson, true, false));
        for (String part : List.of("• a point", "• only a link", "a chart", "strong text")) {
            assertTrue(other.contains(part), other);
        }
        assertTrue(text(sheet(lesson, false, false)).contains("1. Explain: Why is that?"));
    }

    @Test
    void plansListTheLessonsWithTheirTimes() throws IOException {
        String text = text(sheet(BundledLessons.load("four-fates", Language.ENGLISH), false, true));
        assertTrue(text.contains("Plan for one hour") && text.contains("Plan for four hours"), text);
        assertTrue(text.contains("45 to 60 min Ten sigmoids"), text);
        assertTrue(text.contains("220 to 240 min Search like a miser"), text);
    }

    @Test
    void sameLessonGivesTheSameBytes() throws IOException {
        Lesson lesson = BundledLessons.load("four-fates", Language.KOREAN);
        assertArrayEquals(sheet(lesson, true, true), sheet(lesson, true, true));
    }

    @Test
    void picturesTheMisconceptions(@TempDir Path folder) throws IOException {
        Answer answer = new Answer(
                1,
                Kind.CHOICE,
                "a",
                Optional.of(0.0),
                Optional.of("a large rate is faster, " + "and a belief can be long ".repeat(5)));
        LessonAnswers one = new LessonAnswers("A", "0".repeat(64), Optional.empty(), List.of(answer));
        LessonAnswers none = new LessonAnswers("A", "0".repeat(64), Optional.empty(), List.of());
        MisconceptionPicture.write(
                folder.resolve("a.png"), new CollectedAnswers(Map.of("a", one)), Texts.in(Language.ENGLISH));
        MisconceptionPicture.write(
                folder.resolve("b.png"), new CollectedAnswers(Map.of("b", none)), Texts.in(Language.KOREAN));
        GoldenImage.assertMatchesReference(
                "lesson-misconceptions", ImageIO.read(folder.resolve("a.png").toFile()));
        assertEquals(900, ImageIO.read(folder.resolve("b.png").toFile()).getWidth());
    }
}
