package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDataReaderTest {
    @TempDir
    Path folder;

    @Test
    void usesAllOtherNumericColumnsAsFeatures() throws IOException {
        DataSet data = read("a,word,y,b\n1,one,no,0.5\n-2e1,two,yes,+.25\n3.,2,no,7\n", "y");

        assertEquals(List.of("a", "b"), data.featureNames());
        assertArrayEquals(new double[] {1, 0.5, -20, 0.25, 3, 7}, data.features().data);
        assertEquals(PredictionTask.CLASSIFICATION, data.task());
        assertEquals(List.of("no", "yes"), data.classNames());
        assertArrayEquals(new double[] {0, 1, 0}, data.targets());
        assertEquals("y", data.targetName());
    }

    @Test
    void isNamedAfterFile() throws IOException {
        assertEquals("data.csv", read("a,y\n1,p\n2,q\n", "y").name());
    }

    @Test
    void ordersFeaturesAsNamed() throws IOException {
        DataSet data = read("a,b,c,y\n1,2,3,p\n4,5,6,q\n", settings("y", List.of("c", "a"), null, false));

        assertEquals(List.of("c", "a"), data.featureNames());
        assertArrayEquals(new double[] {3, 1, 6, 4}, data.features().data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFa,y\n1,p\n2,q\n",
                "\uFEFF\"a\",\"y\"\n1,p\n2,q\n",
                "a,y\r\n1,p\r\n2,q\r\n",
                "a,y\n1,p\n2,q",
                "a,y\n\n1,p\n\n2,q\n\n",
                "a, y\n 1 , p\n2\t,q \n",
                "\"a\",y\n\"1\",\"p\"\n2,\"q\"\n"
            })
    void marksLineEndsBlanksAndQuotesDoNotMatter(String text) throws IOException {
        DataSet data = read(text, "y");

        assertEquals(List.of("a"), data.featureNames());
        assertArrayEquals(new double[] {1, 2}, data.features().data);
        assertEquals(List.of("p", "q"), data.classNames());
    }

    @Test
    void quotedFieldsMayContainCommasQuotesAndLineEnds() throws IOException {
        DataSet data = read("\"a, b\",y\n1,\"say \"\"so\"\"\"\n2,\"two\nlines\"\n", "y");

        assertEquals(List.of("a, b"), data.featureNames());
        assertEquals(List.of("say \"so\"", "two\nlines"), data.classNames());
    }

    @Test
    void readsKoreanNamesAcrossBufferEnds() throws IOException {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> i + "," + (i % 2 == 0 ? "꽃받침" : "펭귄🐧"))
                .collect(Collectors.joining("\n"));
        DataSet data = read("길이,종\n" + rows, "종");

        assertEquals(20_000, data.samples());
        assertEquals(List.of("길이"), data.featureNames());
        assertEquals(List.of("꽃받침", "펭귄🐧"), data.classNames());
    }

    @Test
    void sortsNumericClassesAsNumbers() throws IOException {
        DataSet data = read("a,y\n1,10\n2,9\n3,-1\n4,9.0\n", "y");

        assertEquals(List.of("-1", "9", "10"), data.classNames());
        assertArrayEquals(new double[] {2, 1, 0, 1}, data.targets());
    }

    @Test
    void sortsPartlyNumericClassesAsText() throws IOException {
        DataSet data = read("a,y\n1,10\n2,9\n3,x\n", "y");

        assertEquals(List.of("10", "9", "x"), data.classNames());
        assertArrayEquals(new double[] {0, 1, 2}, data.targets());
    }

    @ParameterizedTest
    @CsvSource({"20,CLASSIFICATION", "21,REGRESSION"})
    void moreThanTwentyDifferentNumbersMakeARegression(int different, PredictionTask task) throws IOException {
        DataSet data = read(rows(60, i -> Integer.toString(i % different)), "y");

        assertEquals(task, data.task());
        assertEquals(task == PredictionTask.REGRESSION ? 1 : different, data.outputs());
    }

    @Test
    void acceptsMoreThanTwentyTextClasses() throws IOException {
        assertEquals(30, read(rows(60, i -> "w" + i % 30), "y").outputs());
    }

    @Test
    void acceptsGivenTask() throws IOException {
        assertEquals(
                PredictionTask.REGRESSION,
                read("a,y\n1,0\n2,1\n", settings("y", List.of(), PredictionTask.REGRESSION, false))
                        .task());
        assertEquals(
                50,
                read(rows(50, Integer::toString), settings("y", List.of(), PredictionTask.CLASSIFICATION, false))
                        .outputs());
    }

    @Test
    void dropsAndCountsRowsWithMissingFeature() throws IOException {
        String text = "a,b,y\n1,2,p\n,2,q\n3,x,q\n4,NaN,p\n5,6,q\n";
        DataSet data = read(text, settings("y", List.of("a", "b"), null, true));

        assertEquals(3, data.droppedRows());
        assertArrayEquals(new double[] {1, 2, 5, 6}, data.features().data);
        assertArrayEquals(new double[] {0, 1}, data.targets());
    }

    @Test
    void ignoresColumnsWithoutNumbers() throws IOException {
        assertEquals(List.of("b"), read("a,b,y\n,2,p\n,3,q\n", "y").featureNames());
    }

    @Test
    void readsTheSameInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de", "ar-EG", "tr")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                DataSet data = read("i,y\n1.5,p\n2.5,q\n", "y");
                assertArrayEquals(new double[] {1.5, 2.5}, data.features().data);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                          | FILE is empty; it must have a header row
                    a,y\\n                      | FILE has a header but no rows
                    a,y\\n1,p\\n2\\n            | FILE line 3 must have 2 fields, like the header, got 1
                    a,y\\n1,p\\n2,q,r\\n        | FILE line 3 must have 2 fields, like the header, got 3
                    a,b,a\\n1,2,p\\n            | FILE line 1 must name each column once, got a twice
                    a,target\\n1,p\\n           | data.target must be a column of FILE, got "y"
                    a,y\\n1,p\\n,q\\n           | FILE line 3 column a is empty
                    a,y\\n1,p\\nNaN,q\\n        | FILE line 3 column a must be a finite number, got "NaN"
                    a,y\\n1,p\\n-inf,q\\n       | FILE line 3 column a must be a finite number, got "-inf"
                    a,y\\n1,p\\n1e999,q\\n      | FILE line 3 column a must be a finite number, got "1e999"
                    a,y\\n1,p\\n0x10,q\\n       | FILE must have a numeric column besides the target y, or data.categories
                    a,y\\n1,p\\n1f,q\\n         | FILE must have a numeric column besides the target y, or data.categories
                    a,y\\n1,p\\n٣,q\\n          | FILE must have a numeric column besides the target y, or data.categories
                    a,y\\nx,p\\nz,q\\n          | FILE must have a numeric column besides the target y, or data.categories
                    a,y\\n1,p\\n2,\\n           | FILE line 3 column y is empty
                    a,y\\n1,1\\n2,NaN\\n        | FILE line 3 column y must be a finite number, got "NaN"
                    a,y\\n1,p\\n2,p\\n          | FILE column y must have at least two classes, got one: p
                    a,y\\n1,p\\n                | FILE must have at least two complete rows, got 1 and dropped 0
                    a,y\\n1,p\\n"2,q\\n         | FILE line 3 must have 2 fields, like the header, got 1
                    a,y\\n1,"p"x\\n2,q\\n       | FILE is not CSV: 'x' after a closing quotation mark
                    a;y\\n1;p\\n2;q\\n            | FILE line 1 must have commas between its columns, got ";"; data.separator can be semicolon or tab
                    a\\ty\\n1\\tp\\n2\\tq\\n         | FILE line 1 must have commas between its columns, got "\\t"; data.separator can be semicolon or tab
                    a,y\\n1,p\\n2,"q\\n3,p\\n    | FILE is not CSV: a quotation mark has no closing one
                    a,y\\n1,p\\n2,q\\0\\n       | FILE line 3 is not text in UTF-8; data.encoding names another encoding, such as cp949
                    """)
    void refusesInOneLine(String text, String line) {
        assertEquals(line, error(text.translateEscapes(), settings("y", List.of(), null, false)));
    }

    @Test
    void suggestsANearColumn() {
        assertEquals(
                "data.target must be a column of FILE, got \"targte\" (nearest: target)",
                error("a,target\n1,p\n", settings("targte", List.of(), null, false)));
        assertEquals(
                "data.target must be a column of FILE, got \"species\"",
                error("길이,키\n1,2\n", settings("species", List.of(), null, false)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a,b,y\\n1,2,p\\n3,x,q\\n    | false | FILE line 3 column b must be a finite number, got "x"
                    a,b,y\\n1,,p\\nx,4,q\\n     | false | FILE line 2 column b is empty
                    a,c,y\\n1,2,p\\n3,4,q\\n    | false | data.features must be a column of FILE, got "b"
                    a,b,y\\n1,x,p\\n,4,q\\n     | true  | FILE must have at least two complete rows, got 0 and dropped 2
                    """)
    void rejectsNonNumericNamedFeatures(String text, boolean drop, String line) {
        assertEquals(line, error(text.translateEscapes(), settings("y", List.of("a", "b"), null, drop)));
    }

    @Test
    void rejectsRegressionOnText() {
        assertEquals(
                "FILE line 3 column y must be a finite number, got \"two\"",
                error("a,y\n1,1\n2,two\n", settings("y", List.of(), PredictionTask.REGRESSION, false)));
    }

    @Test
    void rejectsMoreClassesThanMaximumUnits() throws IOException {
        assertEquals(
                "FILE column y must be a number or one of at most 4096 classes",
                error(rows(5000, i -> "w" + i), settings("y", List.of(), null, false)));
        assertEquals(
                "FILE column y must have at most 4096 classes",
                error(rows(5000, Integer::toString), settings("y", List.of(), PredictionTask.CLASSIFICATION, false)));
    }

    @Test
    void rejectsInvalidUtf8WithLineNumber() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "a,y\n1,p\n2,Übung\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "FILE line 3 is not text in UTF-8; data.encoding names another encoding, such as cp949", error(file));

        Files.write(file, new byte[] {'a', ',', 'y', '\n', '1', ',', (byte) 0xEA});
        assertEquals(
                "FILE line 2 is not text in UTF-8; data.encoding names another encoding, such as cp949", error(file));

        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertEquals(
                "FILE line 1 is not text in UTF-8; data.encoding names another encoding, such as cp949", error(file));
    }

    @Test
    void rejectsMissingFile() {
        assertEquals("FILE does not exist", error(folder.resolve("none.csv")));
        assertEquals("FILE is a folder, not a CSV file", error(folder));
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertEquals("FILE is not a regular file", error(device));
        }
    }

    @Test
    void rejectsUnterminatedField() {
        String endless = "a,y\n1,\"" + "x".repeat(1 << 21);
        assertEquals(
                "FILE is not CSV: a field is longer than 1048576 characters",
                error(endless, settings("y", List.of(), null, false)));
    }

    @Test
    void rejectsMoreThanMillionRows() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("a,y\n");
            for (int i = 0; i <= 1_000_000; i++) {
                out.write(i % 2 == 0 ? "0,p\n" : "1,q\n");
            }
        }
        assertEquals("FILE must have at most 1,000,000 rows; line 1000002 is one too many", error(file));
    }

    @Test
    void rejectsMoreNumbersThanMemoryAllows() {
        byte[] text = "a,word,b,y\n1,x,2,p\n3,x,4,q\n5,x,6,q\n".getBytes(StandardCharsets.UTF_8);
        CsvSettings settings = settings("y", List.of(), null, false);

        InvalidInputException error = assertThrows(
                InvalidInputException.class,
                () -> CsvDataReader.read(new ByteArrayInputStream(text), "wide.csv", settings, 5));

        assertEquals(
                "wide.csv must have at most 5 numbers in its features; line 4 exceeds that:"
                        + " list fewer columns in data.features",
                error.getMessage());
    }

    private interface Cell {
        String of(int row);
    }

    private static String rows(int count, Cell target) {
        return "a,y\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> i + "," + target.of(i))
                        .collect(Collectors.joining("\n"));
    }

    private static CsvSettings settings(
            String target, List<String> features, @Nullable PredictionTask task, boolean drop) {
        return new CsvSettings("data.csv", target, features, task, drop);
    }

    private DataSet read(String text, String target) throws IOException {
        return read(text, settings(target, List.of(), null, false));
    }

    private DataSet read(String text, CsvSettings settings) throws IOException {
        Files.writeString(folder.resolve("data.csv"), text);
        return CsvDataReader.read(settings, folder);
    }

    private String error(String text, CsvSettings settings) {
        String message = assertThrows(InvalidInputException.class, () -> read(text, settings))
                .getMessage();
        return message.replace(folder.resolve("data.csv").toString(), "FILE");
    }

    private String error(Path file) {
        CsvSettings settings = new CsvSettings(file.toString(), "y", List.of(), null, false);
        return assertThrows(InvalidInputException.class, () -> CsvDataReader.read(settings, null))
                .getMessage()
                .replace(file.toString(), "FILE");
    }
}
