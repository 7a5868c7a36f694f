package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvFormatTest {
    private static final String KOREAN = "이름;키;몸무게;반\r\n김민수;172,5;63,1;가\r\n이서연;160,0;51,9;나\r\n박지훈;181,2;77,4;가\r\n";

    @TempDir
    Path folder;

    private static CsvFormat detect(byte[] bytes) {
        try {
            return CsvFormatDetector.detect(new ByteArrayInputStream(bytes), "own.csv");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CsvFormat detect(String text) {
        return detect(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void koreanExcelExportIsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("반.csv");
        Files.write(file, KOREAN.getBytes(Charset.forName("x-windows-949")));
        CsvPreview preview = CsvPreview.read(file);

        assertEquals(
                new CsvFormat(TextEncoding.CP949, FieldSeparator.SEMICOLON, DecimalMark.COMMA, true), preview.format());
        assertEquals(
                List.of("이름", "키", "몸무게", "반"),
                preview.columns().stream().map(ColumnProfile::name).toList());
        assertEquals(181.2, preview.column("키").maximum());
        assertEquals("김민수", preview.firstRows().get(0).get(0));
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void detectsEachEncodingAndReadsTheSameNumbers(TextEncoding encoding) throws IOException {
        String text = encoding == TextEncoding.LATIN_1
                ? "größe,häufig,fröhlich\n1.5,2,ja\n2.5,4,nein\n3.5,5,ja\n"
                : "키,몸무게,행복\n1.5,2,네\n2.5,4,아니요\n3.5,5,네\n";
        Path file = Files.write(folder.resolve("own.csv"), text.getBytes(encoding.charset()));
        CsvPreview preview = CsvPreview.read(file);

        assertEquals(encoding, preview.format().encoding());
        assertEquals(
                text.substring(0, text.indexOf(',')), preview.columns().get(0).name());
        assertEquals(2.5, preview.columns().get(0).mean());
    }

    @Test
    void byteOrderMarkDecidesTheEncoding() throws IOException {
        for (TextEncoding encoding : List.of(TextEncoding.UTF_8, TextEncoding.UTF_16LE, TextEncoding.UTF_16BE)) {
            byte[] bytes = "\uFEFF키,y\n1,2\n3,4\n".getBytes(encoding.charset());
            assertEquals(encoding, detect(bytes).encoding());
            assertEquals(
                    "키",
                    CsvDataReader.columns(Files.write(folder.resolve("b.csv"), bytes), detect(bytes))
                            .get(0));
        }
    }

    /** Valid UTF-8 is certain, even where the bytes would also be Korean in CP949. */
    @Test
    void validUtf8WinsBeforeAnyGuess() {
        assertEquals(TextEncoding.UTF_8, detect("a,y\n1,é\n2,ü\n").encoding());
        assertEquals(
                TextEncoding.UTF_8,
                detect("a,y\n" + "1,x\n".repeat(100_000) + "2,꽃\n").encoding());
    }

    @Test
    void encodingIsFoundWhereTheFirstSpecialCharacterComesLate() {
        byte[] ascii = "a,y\n".concat("1,x\n".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
        byte[] end = "2,펭귄\n3,꽃받침\n".getBytes(TextEncoding.CP949.charset());
        byte[] bytes = Arrays.copyOf(ascii, ascii.length + end.length);
        System.arraycopy(end, 0, bytes, ascii.length, end.length);
        assertEquals(TextEncoding.CP949, detect(bytes).encoding());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a,y\\n1,2\\n3,4              | COMMA     | POINT
                    a;y\\n1;2\\n3;4              | SEMICOLON | POINT
                    a;y\\n1,5;2\\n3,25;4         | SEMICOLON | COMMA
                    1,5;2,5\\n3,25;4,5           | SEMICOLON | COMMA
                    a;y\\n1.5;2\\n3.25;4         | SEMICOLON | POINT
                    a\\ty\\n1\\t2\\n3\\t4        | TAB       | POINT
                    a\\ty\\n1,5\\t2\\n3,5\\t4    | TAB       | COMMA
                    a,y\\n"x;y",2\\n"u;v;w",4    | COMMA     | POINT
                    a,y\\n"1,5",2\\n"2,5",4      | COMMA     | POINT
                    a\\n1\\n2                    | COMMA     | POINT
                    """)
    void detectsSeparatorAndDecimalMark(String text, FieldSeparator separator, DecimalMark decimal) {
        CsvFormat format = detect(text.translateEscapes());
        assertEquals(separator, format.separator());
        assertEquals(decimal, format.decimal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a,y\\n1,2\\n3,4                         | true
                    5.1,3.5,setosa\\n4.9,3,setosa\\n7,3,v   | false
                    NA,3.5,setosa\\n4.9,3,setosa\\n7,3,v    | false
                    p,x,s\\nq,x,s\\np,y,s                   | false
                    kind,shape\\np,x\\nq,y                  | true
                    id,2019,2020\\na,1,2\\nb,3,4            | false
                    ,age,kind\\n0,31,p\\n1,35,q             | true
                    """)
    void firstRowIsDataIfItLooksLikeTheOthers(String text, boolean header) {
        assertEquals(header, detect(text.translateEscapes()).header());
    }

    @Test
    void firstRowIsNotLostWithoutHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("iris.csv"), "5.1,3.5,setosa\n7,3.2,versicolor\n6.3,3.3,setosa\n");
        CsvPreview preview = CsvPreview.read(file);
        assertEquals(3, preview.rows());
        assertEquals(
                List.of("column1", "column2", "column3"),
                preview.columns().stream().map(ColumnProfile::name).toList());

        DataSet data = CsvDataReader.read(CsvInference.of(preview).plan().toSettings(file.toString()), null);
        assertEquals(3, data.samples());
        assertEquals(5.1, data.features().get(0, 0));
        assertEquals(2, CsvPreview.read(file, preview.format().withHeader(true)).rows());
    }

    /** pandas.to_csv leaves the name of the index empty. */
    @Test
    void unnamedColumnGetsItsNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), ",column1,y\n0,5,p\n1,6,q\n2,8,p\n");
        assertEquals(List.of("column1_", "column1", "y"), CsvDataReader.columns(file, CsvFormat.DEFAULT));
    }

    @Test
    void rejectsWhatIsNoTable() {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0};
        assertEquals("own.csv is a workbook or an archive, not a table of text: save it as CSV", error(workbook));
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        assertEquals("own.csv is a binary file, not a table of text", error(image));
        assertEquals(CsvFormat.DEFAULT, detect(new byte[0]));
    }

    private static String error(byte[] bytes) {
        return assertThrows(InvalidInputException.class, () -> detect(bytes)).line();
    }

    @Test
    void wrongEncodingIsAnErrorThatNamesTheLine() throws IOException {
        Path file = Files.write(folder.resolve("own.csv"), KOREAN.getBytes(TextEncoding.CP949.charset()));
        String line = assertThrows(InvalidInputException.class, () -> CsvPreview.read(file, CsvFormat.DEFAULT))
                .line();
        assertEquals(file + " line 1 is not text in UTF-8; data.encoding names another encoding, such as cp949", line);
    }

    /** Damaged tables are read or rejected in one line; nothing else is thrown. */
    @Test
    void damagedTablesAreReadOrRejectedInOneLine() throws IOException {
        List<byte[]> tables = List.of(
                KOREAN.getBytes(TextEncoding.CP949.charset()),
                "\uFEFFa,b,y\n1,,p\n\"2\",x,q\n3,4,p\n".getBytes(StandardCharsets.UTF_16LE),
                "1.5\t2\tja\n2\tNA\tnein\n?\t3\tja\n".getBytes(StandardCharsets.ISO_8859_1));
        SplittableRandom random = new SplittableRandom(7);
        Path file = folder.resolve("fuzz.csv");
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = tables.get(round % tables.size()).clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) "\",;\t\n\r.".charAt(random.nextInt(7));
            }
            Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try {
                CsvPreview preview = CsvPreview.read(file);
                CsvPlan plan = CsvInference.of(preview).plan();
                for (MissingValues missing : MissingValues.values()) {
                    if (!plan.features().isEmpty()) {
                        read += load(plan.withMissing(missing).toSettings(file.toString()));
                    }
                }
            } catch (InvalidInputException error) {
                assertFalse(error.line().contains("\n"), error.line());
            }
        }
        assertFalse(read < 1000, "only " + read + " tables were read");
    }

    private static int load(CsvSettings settings) {
        try {
            DataSettings data = DataSettings.DEFAULT.withCsv(settings).withStandardize(true);
            for (double value : DataSplitter.loadAndSplit(data, 1, null).all().features().data) {
                assertFalse(Double.isNaN(value));
            }
            return 1;
        } catch (InvalidInputException error) {
            assertFalse(error.line().contains("\n"), error.line());
            return 0;
        }
    }
}
