package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The size of the feature map, and the parameters of the layer. */
final class ConvolutionQuestions implements SubjectQuestions {
    private static final double HALF = 0.5;

    private final ConvolutionLabSettings setup;
    private final Texts texts;
    private final DocumentReadouts readouts;

    ConvolutionQuestions(ConvolutionLabSettings setup, Texts texts) {
        this.setup = setup;
        this.texts = texts;
        readouts = new ReadoutCache(null).of(new Document.OfConvolution(setup));
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return List.of(this::outputSide, this::parameters);
    }

    @Override
    public String noneKey() {
        return "ask.none";
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, new Document.OfConvolution(setup), "ask.convolution." + kind);
    }

    private double number(String name) {
        return readouts.value(name, RunSelector.FIRST);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }

    private Optional<AskedQuestion> outputSide() {
        int side = setup.kernel().side();
        int reach = setup.dilation() * (side - 1) + 1;
        String why = texts.get(
                "ask.convolution.rows.why",
                show(number("inputSide")),
                whole(setup.padding()),
                whole(reach),
                whole(setup.stride()),
                show(number("outputSide")));
        return Optional.of(builder("rows")
                .answeredBy("convolution-output")
                .number(
                        "outputSide",
                        readouts,
                        HALF,
                        why,
                        show(number("inputSide")),
                        whole(side),
                        whole(setup.stride()),
                        whole(setup.padding()),
                        whole(setup.dilation())));
    }

    private Optional<AskedQuestion> parameters() {
        int side = setup.kernel().side();
        int filters = setup.filters();
        double weights = (double) side * side;
        return builder("parameters")
                .right(number("parameters"))
                .wrong("noBias", filters * weights)
                .wrong("oneKernel", weights + 1)
                .wrong("positions", filters * (weights + 1) * number("positions"))
                .wrong("side", (double) filters * (side + 1))
                .choice(
                        texts.get(
                                "ask.convolution.parameters.why",
                                whole(filters),
                                whole(side),
                                show(number("parameters"))),
                        whole(filters),
                        whole(side),
                        show(number("positions")));
    }
}
