package hyperlab.cli.lesson;

import hyperlab.lesson.Exercise;
import hyperlab.lesson.LessonChecker;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.PageExercises;
import hyperlab.lesson.Question;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The exercises of a page as Markdown, with or without the computed answers. */
final class ExerciseText {
    private static final int DIGITS = 4;

    private final Texts texts;
    private final boolean answers;
    private final ReadoutCache cache = new ReadoutCache(null);

    /** @param answers whether the answers are computed and printed */
    ExerciseText(Texts texts, boolean answers) {
        this.texts = texts;
        this.answers = answers;
    }

    String markdown(PageExercises page) {
        List<String> blocks = new ArrayList<>();
        blocks.add("## " + texts.get("lesson.exercises.title"));
        int number = 1;
        for (Exercise exercise : page.exercises()) {
            blocks.add("### " + number + ". " + exercise.question().scene().title());
            blocks.add(exercise.question().scene().text().markdown(value -> "").strip());
            if (exercise.question().question() instanceof Question.Choice choice) {
                blocks.add(options(choice));
            }
            if (answers) {
                blocks.add(answer(exercise));
                DocumentReadouts readouts =
                        cache.of(exercise.explanation().scene().document());
                blocks.add(exercise.explanation()
                        .scene()
                        .text()
                        .markdown(value -> LessonText.format(value, readouts))
                        .strip());
            }
            number++;
        }
        return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String options(Question.Choice choice) {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < choice.options().size(); k++) {
            lines.add((k + 1) + ". " + choice.options().get(k).text());
        }
        return String.join("\n", lines);
    }

    private String answer(Exercise exercise) {
        DocumentReadouts readouts = cache.of(exercise.question().scene().document());
        if (exercise.question().question() instanceof Question.Choice choice) {
            int right = LessonChecker.answer(choice, readouts).orElse(choice.answer());
            List<String> lines = new ArrayList<>();
            lines.add(texts.get(
                    "lesson.exercises.answer",
                    "(" + (right + 1) + ") " + choice.options().get(right).text()));
            for (int k = 0; k < choice.options().size(); k++) {
                String misconception = choice.options().get(k).misconception();
                if (k != right && misconception != null) {
                    lines.add("- (" + (k + 1) + ") " + texts.get("lesson.sheet.belief", misconception));
                }
            }
            return String.join("\n", lines);
        }
        Question.Numeric number = (Question.Numeric) exercise.question().question();
        String value = texts.get(
                "lesson.sheet.number",
                NumberFormats.format(number.truth().value(readouts), DIGITS),
                NumberFormats.format(number.tolerance(), 3));
        return texts.get(
                "lesson.exercises.answer", number.unit().isEmpty() ? value : value + " (" + number.unit() + ")");
    }
}
