package hyperlab.cli;

import hyperlab.text.Texts;
import picocli.CommandLine.Option;

/** The {@code --format} option for charts. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "LIST",
            description = "of the charts: of png, svg, pdf, with commas between (default: ${DEFAULT-VALUE})")
    private String list = "png";

    ChartFileWriter files(Texts texts) {
        return ChartFileWriter.of(list, texts);
    }
}
