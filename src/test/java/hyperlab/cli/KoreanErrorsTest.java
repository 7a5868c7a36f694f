package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code --language ko}, every error about arguments and files is Korean. */
class KoreanErrorsTest {
    @TempDir
    private Path folder;

    private String error(Object... args) {
        List<Object> call = new ArrayList<>(List.of(args));
        call.addAll(List.of("--language", "ko"));
        return CommandRun.refused(call.toArray()).replace(folder.toString(), "DIR");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trian|trian: hyperlab에 없는 명령이에요 (비슷한 명령: train)
            tune a.json --paralel 3|--paralel: tune에 없는 옵션이에요 (비슷한 옵션: --parallel)
            tune|STUDY: 꼭 있어야 해요
            activation relu tanh|tanh: activation 명령에 인수가 너무 많아요
            activation relu --points --from 1|--points: 뒤에 값을 적어야 해요
            activation relu --from 1 --from 2|--from: 두 번 적혀 있어요
            activation relu --from x|--from: 수여야 해요. 지금 값: "x"
            activation relu --points 1.5|--points: 정수여야 해요. 지금 값: "1.5"
            descend --function bowl --seed 1e9|--seed: 정수여야 해요. 지금 값: "1e9"
            case iris --study=yes|--study: 값을 받지 않아요
            """)
    void errorsInArgumentsAreKorean(String args, String line) {
        assertEquals(line, error((Object[]) args.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {x                  | DIR/a.json 1번째 줄 2번째 글자: JSON이 아니에요. 여기에 올 수 없는 글자: 'x'
            [1}                 | DIR/a.json 1번째 줄 3번째 글자: JSON이 아니에요. 여기에 올 수 없는 글자: '}'
            {"seed": 01}        | DIR/a.json 1번째 줄 11번째 글자: JSON이 아니에요. 잘못된 수가 있어요
            {"name": "\\q"}     | DIR/a.json 1번째 줄 12번째 글자: JSON이 아니에요. 모르는 이스케이프: '\\q'
            nothing             | DIR/a.json 1번째 줄 1번째 글자: JSON이 아니에요. 모르는 낱말: 'nothing'
            {"name": "a         | DIR/a.json 1번째 줄 12번째 글자: 파일이 값 중간에서 끊겼어요
            {} {}               | DIR/a.json 1번째 줄 4번째 글자: 끝난 뒤에 내용이 더 있어요
            {"seed": 1, "seed": 2} | seed: 두 번 적혀 있어요
            """)
    void errorsInJsonAreKorean(String json, String line) throws IOException {
        assertEquals(line, error("train", file("a.json", json)));
    }

    @Test
    void numberThatIsTooLongIsRejected() throws IOException {
        Path file = file("a.json", "{\"seed\": " + "1".repeat(2000) + "}");
        assertEquals("DIR/a.json: 너무 긴 수나 이름, 문자열이 있어요", error("train", file));
        assertEquals(
                file + " has a number, name or text that is too long",
                CommandRun.refused("train", file, "--language", "en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b\\n1,x\\n2|DIR/t.csv 3번째 줄: 첫 행처럼 칸이 2개여야 해요. 지금은 1개예요
            a,b\\nz,x\\n2,y|DIR/t.csv 2번째 줄 “a” 열: 유한한 수여야 해요. 지금 값: "z"
            a,b\\n1,x\\n2,x|DIR/t.csv “b” 열: 클래스가 둘 이상이어야 해요. 지금은 하나: x
            a;b\\n1;x|DIR/t.csv 1번째 줄: 열을 쉼표로 구분해야 해요. 지금은 ";". data.separator에 semicolon이나 tab을 쓸 수 있어요
            a,b\\n1,\\0|DIR/t.csv 2번째 줄: UTF-8 텍스트가 아니에요. data.encoding에 cp949 같은 다른 문자 인코딩을 적을 수 있어요
            a,b\\n1,"x|DIR/t.csv: CSV가 아니에요. 닫는 따옴표가 없어요
            """)
    void errorsInTablesAreKorean(String table, String line) throws IOException {
        file("t.csv", table.replace("\\n", "\n").replace("\\0", "\0"));
        Path experiment = file(
                "e.hyperlab.json",
                "{\"format\": \"hyperlab-experiment/1\","
                        + " \"data\": {\"source\": \"csv\", \"file\": \"t.csv\", \"target\": \"b\", \"features\": [\"a\"]}}");
        assertEquals(line, error("train", experiment, "--out", folder.resolve("out")));
    }

    @Test
    void errorsOfTheFileSystemAreKorean() throws IOException {
        Path text = file("text.png", "no picture");
        assertEquals("DIR/gone.json: 파일이 없어요", error("train", folder.resolve("gone.json")));
        assertEquals("DIR: 파일이 아니라 폴더예요", error("train", folder));
        assertEquals("DIR/gone.png: 파일이 없어요", error("convolve", folder.resolve("gone.png")));
        assertEquals("DIR/text.png: 읽을 수 있는 그림이 아니에요. PNG, JPEG, GIF, BMP, TIFF를 읽을 수 있어요", error("convolve", text));
        assertEquals("DIR/text.png: PNG, SVG, PDF, GIF 파일이 아니에요", error("inspect", text));
        assertEquals(
                folder + ": 완전한 실행이 아니에요. outcome.json: 파일이 없어요\n",
                CommandRun.of("inspect", folder, "--language", "ko").err());
        assertEquals(
                "--out: 쓸 수 있는 폴더여야 해요. 지금 값: DIR/text.png/out",
                error("activation", "relu", "--out", text.resolve("out")));
        assertEquals("EXPERIMENT: 경로여야 해요. 지금은 \"\"", error("train", ""));
        assertEquals(
                "DIR/text.png/x.py: 쓸 수 없어요. 폴더가 아니라 파일이 있어요: DIR/text.png",
                error("code", experiment(), "--to", "pytorch", "--out", text.resolve("x.py")));
    }

    private Path experiment() throws IOException {
        return file("e.hyperlab.json", "{\"format\": \"hyperlab-experiment/1\"}");
    }
}
