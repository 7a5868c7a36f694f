package hyperlab.cli;

import hyperlab.text.Texts;
import picocli.CommandLine.Option;

/** The {@code --format} option for training charts. */
final class TrainingFormatOption {
    @Option(
            names = "--format",
            paramLabel = "LIST",
            description = {
                "of the charts: of png, svg, pdf, gif, with commas between (default: ${DEFAULT-VALUE});",
                "a gif goes through the epochs, from the first to the last"
            })
    private String list = "png";

    ChartFileWriter files(Texts texts) {
        return ChartFileWriter.ofTraining(list, texts);
    }
}
