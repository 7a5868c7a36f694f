package hyperlab.export;

import hyperlab.chart.lesson.SketchChart;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.export.PageItem.Paragraph;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Exercise;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonChecker;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.PageExercises;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A lesson or exercises on paper: the worksheet, or the answer key with the computed curves and the notes for the
 * teacher.
 */
public final class LessonSheet {
    private static final double TITLE = 18;
    private static final double HEADING = 12.5;
    private static final double BODY = 10.5;
    private static final double NOTE = 9.5;
    private static final double SKETCH_HEIGHT = 210;
    private static final double NUMBER_BOX = 70;
    private static final int EXPLAIN_LINES = 3;
    private static final int PROMPT_LINES = 2;

    private final Texts texts;
    private final ReadoutCache cache;
    private final boolean answers;
    private final List<PageItem> items = new ArrayList<>();
    private final BlockItems blocks = new BlockItems(items);

    private LessonSheet(Texts texts, ReadoutCache cache, boolean answers) {
        this.texts = texts;
        this.cache = cache;
        this.answers = answers;
    }

    /**
     * Writes the pages as PDF.
     *
     * @param texts in the language of the lesson
     * @param cache computes the numbers of the texts, and the answers if asked for
     * @param answers whether it is the answer key
     * @param plans whether the plans for one hour and for four hours follow
     */
    public static void write(
            Lesson lesson, Texts texts, ReadoutCache cache, boolean answers, boolean plans, OutputStream out)
            throws IOException {
        LessonSheet sheet = new LessonSheet(texts, cache, answers);
        sheet.addLesson(lesson);
        if (plans) {
            sheet.items.add(new PageItem.PageBreak());
            sheet.addPlan("lesson.plan.oneHour", BundledLessons.ONE_HOUR, lesson.language());
            sheet.items.add(new PageItem.Gap(20));
            sheet.addPlan("lesson.plan.fourHours", BundledLessons.FOUR_HOURS, lesson.language());
        }
        sheet.write(lesson.title(), out);
    }

    /**
     * Writes the exercises of some pages as PDF.
     *
     * @param texts in the language of the exercises
     * @param cache computes the answers if they are asked for
     * @param answers whether it is the answer key
     */
    public static void writeExercises(
            List<PageExercises> pages, Texts texts, ReadoutCache cache, boolean answers, OutputStream out)
            throws IOException {
        LessonSheet sheet = new LessonSheet(texts, cache, answers);
        boolean first = true;
        for (PageExercises page : pages) {
            if (!first) {
                sheet.items.add(new PageItem.Gap(24));
            }
            sheet.addExercises(page, first);
            first = false;
        }
        String title = pages.size() == 1 ? title(pages.get(0)) : texts.get("lesson.exercises.title");
        sheet.write(title, out);
    }

    private void write(String title, OutputStream out) throws IOException {
        String kind = texts.get(answers ? "lesson.sheet.answers" : "lesson.sheet.worksheet");
        PdfPages.write(items, title + ": " + kind, "Hyperlab  ·  " + title + "  ·  " + kind, out);
    }

    private static String title(PageExercises page) {
        return LearnPages.of(page.page(), page.language()).title();
    }

    private void addExercises(PageExercises page, boolean first) {
        items.add(new Paragraph(PageItem.words(title(page), TITLE, true), TITLE, 0, true));
        if (first && !answers) {
            blocks.addText(texts.get("lesson.sheet.name"), BODY, false);
        }
        int number = 1;
        for (Exercise exercise : page.exercises()) {
            items.add(new PageItem.Gap(14));
            addHeading(number + ". " + exercise.question().scene().title());
            add(exercise.question());
            if (answers) {
                items.add(new PageItem.Gap(4));
                add(exercise.explanation());
            }
            number++;
        }
    }

    private void addLesson(Lesson lesson) {
        items.add(new Paragraph(PageItem.words(lesson.title(), TITLE, true), TITLE, 0, true));
        if (answers) {
            blocks.addText(texts.get("lesson.sheet.minutes", lesson.minutes()), NOTE, false);
            blocks.addBlocks(lesson.notes().blocks(value -> ""), NOTE, false);
        } else {
            blocks.addText(texts.get("lesson.sheet.name"), BODY, false);
        }
        int number = 1;
        for (Step step : lesson.steps()) {
            items.add(new PageItem.Gap(14));
            addHeading(number + ". " + texts.get("lesson.kind." + step.kind()) + ": " + heading(step));
            add(step);
            number++;
        }
    }

    /** The title of a step; on the worksheet, a question in place of a title that reveals the answer. */
    private String heading(Step step) {
        return step.accept(new Step.Visitor<>() {
            @Override
            public String visit(Step.Predict predict) {
                return predict.scene().title();
            }

            @Override
            public String visit(Step.Observe observe) {
                return answers ? observe.scene().title() : texts.get("lesson.sheet.see");
            }

            @Override
            public String visit(Step.Explain explain) {
                return answers ? explain.scene().title() : texts.get("lesson.sheet.why");
            }

            @Override
            public String visit(Step.Reach reach) {
                return reach.scene().title();
            }
        });
    }

    /** The lessons in order, each with the minutes from its beginning to its end. */
    private void addPlan(String titleKey, List<String> names, Language language) {
        addHeading(texts.get(titleKey));
        int minute = 0;
        for (String name : names) {
            Lesson planned = BundledLessons.load(name, language);
            int end = minute + planned.minutes();
            String time = texts.get("lesson.plan.time", Integer.toString(minute), Integer.toString(end));
            items.add(new BlockItems.TableRow(List.of(
                    plain(time),
                    plain(planned.title()),
                    plain(texts.get(planned.lab().id() + ".lab")))));
            minute = end;
        }
    }

    private static Paragraph plain(String text) {
        return new Paragraph(PageItem.words(text, BODY, false), BODY, 0, false);
    }

    private void add(Step step) {
        DocumentReadouts readouts = cache.of(step.scene().document());
        Function<LessonText.Part.Value, String> format = value -> LessonText.format(value, readouts);
        step.accept(new Step.Visitor<Runnable>() {
                    @Override
                    public Runnable visit(Step.Predict predict) {
                        return () -> {
                            blocks.addBlocks(predict.scene().text().blocks(format), BODY, true);
                            add(predict.question(), readouts);
                        };
                    }

                    @Override
                    public Runnable visit(Step.Observe observe) {
                        return () -> {
                            if (answers) {
                                blocks.addBlocks(observe.scene().text().blocks(format), BODY, false);
                            } else {
                                items.add(new PageItem.WritingLines(PROMPT_LINES));
                            }
                        };
                    }

                    @Override
                    public Runnable visit(Step.Explain explain) {
                        return () -> {
                            if (answers) {
                                blocks.addBlocks(explain.scene().text().blocks(format), BODY, false);
                            } else {
                                addWritingLines(explain.prompt());
                            }
                        };
                    }

                    @Override
                    public Runnable visit(Step.Reach reach) {
                        return () -> {
                            blocks.addBlocks(reach.scene().text().blocks(format), BODY, false);
                            add(reach);
                        };
                    }
                })
                .run();
    }

    private void addWritingLines(@Nullable String prompt) {
        if (prompt != null) {
            items.add(new Paragraph(PageItem.words(prompt, BODY, false), BODY, 0, true));
        }
        items.add(new PageItem.WritingLines(prompt == null ? EXPLAIN_LINES : PROMPT_LINES + 1));
    }

    private void add(Question question, DocumentReadouts readouts) {
        question.accept(new Question.Visitor<Runnable>() {
                    @Override
                    public Runnable visit(Question.Choice choice) {
                        return () -> addChoice(choice, readouts);
                    }

                    @Override
                    public Runnable visit(Question.Numeric number) {
                        return () -> addNumber(number, readouts);
                    }

                    @Override
                    public Runnable visit(Question.Order order) {
                        return () -> addOrder(order, readouts);
                    }

                    @Override
                    public Runnable visit(Question.Sketch sketch) {
                        return () -> addSketch(sketch, readouts);
                    }
                })
                .run();
    }

    private void addChoice(Question.Choice choice, DocumentReadouts readouts) {
        int right = answers ? LessonChecker.answer(choice, readouts).orElse(-1) : -1;
        for (int i = 0; i < choice.options().size(); i++) {
            Question.Option option = choice.options().get(i);
            items.add(PageItem.Box.choice(i == right, BlockItems.paragraph(option.text(), BODY)));
            if (answers && option.misconception() != null) {
                items.add(new Paragraph(
                        PageItem.words(texts.get("lesson.sheet.belief", option.misconception()), NOTE, false),
                        NOTE,
                        20,
                        false));
            }
        }
    }

    /** On the worksheet, the items are in the order of their texts, which tells nothing. */
    private void addOrder(Question.Order order, DocumentReadouts readouts) {
        List<Question.Item> shown = answers
                ? LessonChecker.computedOrder(order, readouts)
                : order.items().stream()
                        .sorted(Comparator.comparing(Question.Item::text))
                        .toList();
        for (Question.Item item : shown) {
            Paragraph text = BlockItems.paragraph(
                    answers
                            ? item.text() + ": "
                                    + NumberFormats.format(item.truth().value(readouts), 3)
                            : item.text(),
                    BODY);
            items.add(new PageItem.Box(24, false, text));
        }
    }

    private void addNumber(Question.Numeric number, DocumentReadouts readouts) {
        if (answers) {
            blocks.addText(
                    texts.get(
                                    "lesson.sheet.number",
                                    NumberFormats.format(number.truth().value(readouts), 4),
                                    NumberFormats.format(number.tolerance(), 3))
                            + (number.unit().isEmpty() ? "" : " (" + number.unit() + ")"),
                    BODY,
                    true);
        } else {
            items.add(new PageItem.Box(NUMBER_BOX, false, BlockItems.paragraph(number.unit(), BODY)));
        }
    }

    private void addSketch(Question.Sketch sketch, DocumentReadouts readouts) {
        SketchChart chart = new SketchChart(texts, ChartTheme.LIGHT);
        Curve actual = answers ? visible(hyperlab.lesson.Curve.truth(sketch, readouts)) : Curve.EMPTY;
        chart.show(new SketchChart.Model(model(sketch.x()), model(sketch.y()), Curve.EMPTY, actual));
        items.add(new PageItem.ChartItem(chart.chart(), SKETCH_HEIGHT));
    }

    private static SketchChart.AxisModel model(Question.Axis axis) {
        return new SketchChart.AxisModel(
                axis.title(), axis.low(), axis.high(), axis.logarithmic(), axis.hasWholeNumbers());
    }

    private static Curve visible(hyperlab.lesson.Curve curve) {
        int[] finite = IntStream.range(0, curve.x().length)
                .filter(i -> Double.isFinite(curve.y()[i]))
                .toArray();
        return Curve.of(
                IntStream.of(finite).mapToDouble(i -> curve.x()[i]).toArray(),
                IntStream.of(finite).mapToDouble(i -> curve.y()[i]).toArray());
    }

    private void add(Step.Reach reach) {
        if (!answers) {
            items.add(new PageItem.WritingLines(PROMPT_LINES));
            return;
        }
        for (Map<String, String> solution : reach.solutions()) {
            blocks.addText(
                    texts.get(
                            "lesson.sheet.solution",
                            solution.entrySet().stream()
                                    .map(change -> change.getKey() + " = " + change.getValue())
                                    .collect(Collectors.joining(", "))),
                    BODY,
                    false);
        }
        for (String hint : reach.hints()) {
            blocks.addText(texts.get("lesson.sheet.hint", hint), NOTE, false);
        }
    }

    private void addHeading(String text) {
        items.add(new Paragraph(PageItem.words(text, HEADING, true), HEADING, 0, true));
        items.add(new PageItem.Gap(3));
    }
}
