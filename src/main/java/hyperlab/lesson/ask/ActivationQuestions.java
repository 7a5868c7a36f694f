package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.nn.Activation;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The derivative of the examined function at x, and where the gradient is smallest in a deep network. */
final class ActivationQuestions implements SubjectQuestions {
    /** Gradients within this factor count as about equal. */
    private static final double EQUAL_FACTOR = 2;

    private static final String[] DEPTH_CARDS = {"activation-backward", "activation-shape-depth"};

    private final ActivationLabSettings setup;
    private final Texts texts;
    private final Activation function;
    private final DocumentReadouts readouts;

    ActivationQuestions(ActivationLabSettings setup, Texts texts) {
        this.setup = setup;
        this.texts = texts;
        function = setup.selection().activations().get(0);
        readouts = new ReadoutCache(null).of(new Document.OfActivations(setup));
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return setup.topic() == ActivationTopic.DEPTH
                ? List.of(this::smallestGradient, this::growth)
                : List.of(this::slope, this::smallestGradient);
    }

    @Override
    public String noneKey() {
        return "ask.none";
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, new Document.OfActivations(setup), "ask.activation." + kind);
    }

    private String name() {
        return texts.get("component.activation." + function.name() + ".inText");
    }

    private Optional<AskedQuestion> slope() {
        double x = setup.selection().probe();
        double value = function.value(x);
        double slope = function.derivative(x);
        return builder("slope")
                .answeredBy("activation-derivative")
                .showing("activation-function")
                .right(slope)
                .wrong("value", value)
                .wrong("sign", -slope)
                .wrong("zero", function.derivative(0))
                .wrong("ratio", value / x)
                .choice(
                        texts.get("ask.activation.slope.why", name(), show(x), show(value), show(slope)),
                        name(),
                        show(x));
    }

    /** The medians of the gradient by hidden layer, the first one at index 0; empty if one is not a positive number. */
    private double[] gradients() {
        double[] layers = readouts.series("backward", RunSelector.FIRST);
        double[] gradients = layers.length < 2 ? new double[0] : Arrays.copyOfRange(layers, 1, layers.length);
        return Arrays.stream(gradients).allMatch(each -> each > 0 && Double.isFinite(each)) ? gradients : new double[0];
    }

    private Optional<AskedQuestion> smallestGradient() {
        double[] gradients = gradients();
        if (gradients.length < 3) {
            return Optional.empty();
        }
        int smallest = 0;
        double largest = 0;
        for (int layer = 0; layer < gradients.length; layer++) {
            smallest = gradients[layer] < gradients[smallest] ? layer : smallest;
            largest = Math.max(largest, gradients[layer]);
        }
        int last = gradients.length - 1;
        boolean equal = largest <= EQUAL_FACTOR * gradients[smallest];
        return builder("smallest")
                .answeredBy(DEPTH_CARDS)
                .option("first", !equal && smallest == 0)
                .option("between", !equal && smallest > 0 && smallest < last)
                .option("last", !equal && smallest == last)
                .option("equal", equal)
                .choice(
                        texts.get(
                                "ask.activation.smallest.why",
                                show(gradients[0] / gradients[last]),
                                Integer.toString(last + 1),
                                Integer.toString(smallest + 1),
                                show(largest / gradients[smallest])),
                        name(),
                        Integer.toString(last + 1));
    }

    /** Whether the gradient shrinks, stays or grows from layer to layer on its way back. */
    private Optional<AskedQuestion> growth() {
        double[] gradients = gradients();
        if (gradients.length < 3) {
            return Optional.empty();
        }
        double ratio = gradients[0] / gradients[gradients.length - 1];
        double factor = Math.pow(ratio, 1.0 / (gradients.length - 1));
        return builder("growth")
                .answeredBy(DEPTH_CARDS)
                .option("shrinks", ratio < 1 / EQUAL_FACTOR)
                .option("stays", ratio >= 1 / EQUAL_FACTOR && ratio <= EQUAL_FACTOR)
                .option("grows", ratio > EQUAL_FACTOR)
                .choice(
                        texts.get(
                                "ask.activation.growth.why",
                                show(ratio),
                                show(factor),
                                Integer.toString(gradients.length)),
                        name(),
                        Integer.toString(gradients.length));
    }
}
