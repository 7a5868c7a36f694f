package hyperlab.cli;

import hyperlab.text.Texts;
import picocli.CommandLine.Option;

/** What the charts of a command are written as. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "LIST",
            description = "of the charts: of png, svg, pdf, with commas between (default: ${DEFAULT-VALUE})")
    private String list = "png";

    ChartFiles files(Texts texts) {
        return ChartFiles.of(list, texts);
    }
}
