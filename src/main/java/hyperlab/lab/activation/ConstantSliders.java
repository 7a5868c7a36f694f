package hyperlab.lab.activation;

import hyperlab.nn.Activation;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import javafx.beans.property.Property;

/**
 * Sliders for the constants of the functions, for any topic that needs them. All sliders for the same constant are
 * bound to the same value.
 */
final class ConstantSliders {
    private static final int MAX_ON_TRACK = 8;

    private final Messages messages;
    private final CurvesViewModel model;

    ConstantSliders(Messages messages, CurvesViewModel model) {
        this.messages = messages;
        this.model = model;
    }

    LinearSlider leakySlope(String id) {
        return slider(
                id,
                "activation.leakySlope",
                LinearRange.of(0, 0.5, 0.01),
                Activation.LeakyRelu.DEFAULT.slope(),
                NumberRule.FINITE,
                model.leakySlopeProperty());
    }

    LinearSlider preluSlope(String id) {
        return slider(
                id,
                "activation.preluSlope",
                LinearRange.of(-0.5, 1, 0.05),
                Activation.Prelu.DEFAULT.slope(),
                NumberRule.FINITE,
                model.preluSlopeProperty());
    }

    LinearSlider eluAlpha(String id) {
        return slider(
                id,
                "activation.eluAlpha",
                LinearRange.of(0.1, 2, 0.1),
                Activation.Elu.DEFAULT.alpha(),
                NumberRule.POSITIVE,
                model.eluAlphaProperty());
    }

    LinearSlider maxoutPieces(String id) {
        return slider(
                id,
                "activation.maxoutPieces",
                LinearRange.whole(Activation.Maxout.MIN_PIECES, MAX_ON_TRACK),
                Activation.Maxout.DEFAULT.pieces(),
                NumberRule.wholeWithin(Activation.Maxout.MIN_PIECES, Activation.Maxout.MAX_PIECES),
                model.maxoutPiecesProperty());
    }

    private LinearSlider slider(
            String id, String key, LinearRange range, double initial, NumberRule rule, Property<Number> number) {
        LinearSlider slider = new LinearSlider(id, messages, messages.bind(key), range, initial);
        slider.rule(rule);
        slider.valueProperty().bindBidirectional(number);
        slider.onSettled(model.undo()::settle);
        return Hints.withHint(slider, messages.bind(key + ".hint"));
    }
}
