package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.control.SeriesMark;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The chosen racer's next step, told in its numbers. */
final class StepStrip extends HBox {
    private static final double ROOMY = 700;
    /** With a direction told beside the gradient. */
    private static final double ROOMY_FOR_MORE = 900;

    private final LabContext context;
    private final SeriesMark mark;
    private Moment moment;

    StepStrip(LabContext context, Moment moment) {
        this.context = context;
        this.moment = moment;
        setId("rate-narration");
        getStyleClass().addAll("rate-lab", "step-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        mark = new SeriesMark(context.appearance(), RacerLook.of(moment.selected()));
        widthProperty().addListener((observed, before, now) -> {
            boolean tight = before.doubleValue() < ROOMY != now.doubleValue() < ROOMY;
            if (tight || isRoomy(before.doubleValue()) != isRoomy(now.doubleValue())) {
                show(this.moment);
            }
        });
    }

    /** With a direction told beside the gradient there is no room for the old value. */
    private boolean isTight() {
        return !moment.chosen().isPlain() && getWidth() < ROOMY;
    }

    /** Whether the working of the new x has room. */
    private boolean isRoomy(double width) {
        boolean plain = moment.chosen().isPlain();
        return width >= (plain ? ROOMY : ROOMY_FOR_MORE);
    }

    /** What it says, for tests and readers of the screen. */
    String text() {
        return getAccessibleText();
    }

    void show(Moment newMoment) {
        moment = newMoment;
        mark.look(RacerLook.of(moment.chosen(), moment.step()));
        Texts texts = context.messages().texts();
        moment.narration().ifPresentOrElse(told -> tell(told, texts), () -> tellTheEnd(texts));
    }

    private void tellTheEnd(Texts texts) {
        RacerWalk chosen = moment.chosen();
        int last = chosen.path().steps();
        String line = chosen.path().diverged()
                ? texts.get("rate.narrated.diverged", Integer.toString(last + 1))
                : texts.get(
                        "rate.narrated.end",
                        Integer.toString(last),
                        Numbers.show(chosen.x(last)),
                        Numbers.show(chosen.value(last)));
        Label end = new Label(line);
        end.getStyleClass().add("step-end");
        getChildren().setAll(mark, end);
        setAccessibleText(line);
    }

    private void tell(Narration told, Texts texts) {
        String style = RateWords.style(moment.chosen(), moment.step());
        String title =
                texts.get("rate.narrated.title", Integer.toString(told.step()), Integer.toString(told.step() + 1));
        Label head = new Label(title);
        head.getStyleClass().add("step-title");
        head.setMinWidth(USE_PREF_SIZE);
        String rate = RateWords.shown(told.rate());
        String move = RateWords.inStep(told.move());
        String newX = RateWords.inStep(told.newX());
        String working = RateWords.inStep(told.x()) + (told.move() < 0 ? " − " : " + ")
                + RateWords.inStep(Math.abs(told.move())) + " = " + newX;
        String newValue = " → " + RateWords.inStep(told.newValue());
        String values = RateWords.inStep(told.value()) + newValue;
        getChildren().setAll(mark, head, divider());
        if (told.kind() == Narration.Kind.GRADIENT) {
            getChildren().add(number(texts.get("rate.narrated.gradient"), RateWords.inStep(told.gradient()), ""));
        } else {
            getChildren().add(number(texts.get("rate.narrated.gradient"), RateWords.inStep(told.gradient()), "quiet"));
            getChildren().add(divider());
            getChildren().add(number(texts.get(directionKey(told.kind())), RateWords.inStep(told.direction()), ""));
        }
        getChildren()
                .addAll(
                        sign("×"),
                        number(texts.get("rate.narrated.rate"), rate, ""),
                        sign("→"),
                        number(texts.get("rate.narrated.move"), move, style),
                        divider(),
                        number(texts.get("rate.narrated.newX"), isRoomy(getWidth()) ? working : newX, ""),
                        divider(),
                        number(texts.get(valueKey(told)), isTight() ? newValue.strip() : values, ""));
        setAccessibleText(String.join(
                ". ",
                title,
                texts.get("rate.narrated.gradient") + " " + RateWords.inStep(told.gradient()),
                texts.get("rate.narrated.rate") + " " + rate,
                texts.get("rate.narrated.move") + " " + move,
                texts.get("rate.narrated.newX") + " " + working,
                texts.get(valueKey(told)) + " " + values));
    }

    private static String directionKey(Narration.Kind kind) {
        return switch (kind) {
            case GRADIENT -> "rate.narrated.gradient";
            case VELOCITY -> "rate.narrated.velocity";
            case NESTEROV -> "rate.narrated.nesterov";
            case ADAGRAD -> "rate.narrated.adagrad";
            case RMSPROP -> "rate.narrated.rmsprop";
            case ADADELTA -> "rate.narrated.adadelta";
            case ADAM -> "rate.narrated.adam";
            case NADAM -> "rate.narrated.nadam";
            case ADAMW -> "rate.narrated.adamw";
        };
    }

    private static String valueKey(Narration told) {
        if (told.newValue() == told.value()) {
            return "rate.narrated.stays";
        }
        return told.newValue() < told.value() ? "rate.narrated.falls" : "rate.narrated.rises";
    }

    private static Node number(String caption, String number, String style) {
        Label above = new Label(caption);
        above.getStyleClass().add("caption");
        above.setMinWidth(USE_PREF_SIZE);
        Label below = new Label(number);
        below.getStyleClass().add("step-number");
        if (!style.isEmpty()) {
            below.getStyleClass().add(style);
        }
        below.setMinWidth(USE_PREF_SIZE);
        VBox both = new VBox(above, below);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Node sign(String sign) {
        Label label = new Label(sign);
        label.getStyleClass().add("step-sign");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node divider() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("step-divider");
        return line;
    }
}
