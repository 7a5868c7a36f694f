package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.lesson.expression.ReadoutNames;
import hyperlab.lesson.expression.ReadoutNames.Readout;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LabReadouts;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.text.Texts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lesson names}: the names that a lesson in a lab may use. */
@Command(name = "names")
final class LessonNamesCommand implements Callable<Integer> {
    private static final int WIDTH = 24;

    private final CommandOutput console;

    @Parameters(paramLabel = "LAB")
    private String lab = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    LessonNamesCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = language.texts();
        LessonLab known =
                LessonLab.ofId(lab).orElseThrow(() -> ComponentParser.unknownName("LAB", lab, LessonLab.ids()));
        ReadoutNames names = LabReadouts.of(known);
        console.printLine(texts.get("lesson.names.readouts"));
        for (Readout readout : names.readouts()) {
            String signature = signature(readout);
            console.printLine("  " + signature + " ".repeat(Math.max(1, WIDTH - signature.length()))
                    + texts.get(names.descriptionKey(readout)));
        }
        if (!LabControls.names(known).isEmpty()) {
            console.printLine(texts.get("lesson.names.controls"));
            console.printLine("  " + String.join(", ", LabControls.names(known)));
        }
        console.printLine(texts.get("lesson.names.parts"));
        console.printLine("  " + String.join(", ", LabControls.parts(known)));
        return ExitCode.DONE;
    }

    private static String signature(Readout readout) {
        return switch (readout.kind()) {
            case NUMBER, FLAG -> readout.name();
            case SERIES -> readout.name() + ", " + readout.name() + "[k]";
            case FUNCTION -> readout.name() + "(v)";
        };
    }
}
