package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.PointSet;
import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points in an experiment file: {@code "data": {"source": "points", "points": [[x, y, class], …]}}. */
class PointsFormatTest {
    private static Experiment read(String data) {
        String text = "{\"format\": \"hyperlab-experiment/1\", \"data\": {" + data + "}}";
        return ((Document.OfExperiment) Documents.parse(text, "drawn")).experiment();
    }

    private static String error(String data) {
        return assertThrows(InvalidInputException.class, () -> read(data)).getMessage();
    }

    @Test
    void readsPointsAndWritesThemAgainWithAllDigits() {
        Experiment experiment = read("\"source\": \"points\", \"points\": [[0.1, -2, 0], [1e-3, 3.25, 1]]");
        assertEquals(
                new PointSet(List.of(new LabeledPoint(0.1, -2, 0), new LabeledPoint(0.001, 3.25, 1))),
                experiment.data().points());
        assertEquals("[[0.1,-2.0,0],[0.001,3.25,1]]", ExperimentOverrides.value(experiment, "data.points"));
        String written = Documents.write(new Document.OfExperiment(experiment));
        assertEquals(experiment, ((Document.OfExperiment) Documents.parse(written, "drawn")).experiment());
    }

    @Test
    void errorsNameThePoint() {
        String points = "\"source\": \"points\", \"points\": ";
        assertEquals("data.points[1] must be [x, y, class], got [1.0, 2.0]", error(points + "[[1, 2, 0], [1, 2]]"));
        assertEquals(
                "data.points[0][2] must be a whole number from 0 to 9, got 1.5", error(points + "[[1, 2, 1.5]]"));
        assertEquals("data.points[0][1] must be a number, got \"a\"", error(points + "[[1, \"a\", 1]]"));
        assertEquals("data.points[0] must be a list in [ ], got 3", error(points + "[3]"));
        assertEquals("data.points must be given if source is points", error("\"source\": \"points\""));
        assertEquals(
                "data.points is only for source points, got source moons",
                error("\"source\": \"moons\", \"points\": [[1, 2, 0]]"));
        assertEquals(
                "data.file is only for source csv, got source points", error(points + "[], \"file\": \"a.csv\""));
    }

    @Test
    void errorsAreAlsoKorean() {
        InvalidInputException error = assertThrows(
                InvalidInputException.class, () -> read("\"source\": \"points\", \"points\": [[1, 2]]"));
        assertEquals(
                "[x, y, 클래스]여야 해요. 지금 값: [1.0, 2.0]", ErrorMessages.detail(error, Texts.in(Language.KOREAN)));
    }

    @Test
    void anotherSourceRemovesThePoints() {
        Experiment drawn = read("\"source\": \"points\", \"points\": [[0, 0, 0], [1, 1, 1]]");
        assertEquals(
                Experiment.DEFAULT.withName(drawn.name()),
                ExperimentOverrides.with(drawn, List.of("data.source=moons")));
        assertEquals(
                List.of(new LabeledPoint(5, 5, 1), new LabeledPoint(1, 1, 1)),
                ExperimentOverrides.with(drawn, List.of("data.points.0=[5,5,1]"))
                        .data()
                        .points()
                        .points());
    }
}
