package hyperlab.cli;

import hyperlab.text.Texts;
import picocli.CommandLine.Option;

/** The {@code --format} option for charts. */
final class FormatOption {
    @Option(names = "--format", paramLabel = "LIST")
    private String list = "png";

    ChartFileWriter files(Texts texts) {
        return ChartFileWriter.of(list, texts);
    }
}
