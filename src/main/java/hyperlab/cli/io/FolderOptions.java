package hyperlab.cli.io;

import hyperlab.tune.TuningStudy;
import java.math.BigInteger;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that do many training runs at a time and write a folder: {@code --out} and
 * {@code --parallel}.
 */
public final class FolderOptions {
    private static final String PARALLEL = "--parallel";

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = PARALLEL, paramLabel = "N")
    private @Nullable BigInteger parallel;

    /**
     * The folder to write.
     *
     * @param name its name without the ending if the user gives none
     * @param ending the ending, such as {@code .study}
     */
    public Path folder(String name, String ending) {
        return out == null ? Path.of(name + ending) : out;
    }

    /**
     * The number of simultaneous runs.
     *
     * @param usual the number if the user gives none
     */
    public int threads(int usual) {
        return parallel == null ? usual : OptionValues.within(PARALLEL, parallel, 1, TuningStudy.MAX_PARALLEL);
    }

    /**
     * The name of a file with a document or a table, without the endings of such files.
     *
     * @param kinds the kinds of documents, as in {@code *.hyperlab-study.json}, separated by {@code |}
     * @param fallback the name if the file has no other name than these
     */
    public static String stem(Path file, String kinds, String fallback) {
        String stem = String.valueOf(file.getFileName())
                .replaceFirst("((\\.hyperlab-(" + kinds + "))?\\.json|\\.(?i:csv|tsv|txt))$", "");
        return stem.isEmpty() ? fallback : stem;
    }
}
