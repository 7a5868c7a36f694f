package hyperlab.ui.control.field;

import hyperlab.ui.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A field for a number, such as 0.03, 1e-3 or −2. If the text violates its rule, the field shows the rule. */
public final class NumberField extends EntryField<Double> {
    private final Messages messages;
    private final DoubleProperty value;
    private NumberRule rule;
    private DoublePredicate extraCondition = number -> true;
    private String extraRuleKey = "";
    private int digits = NumberText.DIGITS;
    private String wordKey = "";
    private double wordValue;

    public NumberField(String id, Messages messages, NumberRule rule, double initial) {
        super(id, messages, initial);
        this.messages = messages;
        this.rule = rule;
        value = new SimpleDoubleProperty(this, "value", initial);
        value.addListener((observed, before, now) -> entryProperty().set(now.doubleValue()));
        entryProperty().addListener((observed, before, now) -> value.set(now));
        resetText();
    }

    /** The last valid value; bind it to a view model's property with {@code bindBidirectional}. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /**
     * Whether a node has the focus but leaves a key to the window: a letter or a page key pressed in a field in which
     * no number is being typed, such as after Enter.
     */
    public static boolean leavesToWindow(KeyEvent event, @Nullable Node focused) {
        KeyCode code = event.getCode();
        return focused instanceof NumberField field
                && !field.isBeingEdited()
                && !event.isShortcutDown()
                && !event.isAltDown()
                && (code.isLetterKey() || code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN);
    }

    /** Changes the rule; the current value is not checked again. */
    public void rule(NumberRule newRule) {
        rule = newRule;
    }

    /** Also requires {@code allowed} to accept a number; the text of {@code messageKey} states that rule. */
    public void requireAlso(DoublePredicate allowed, String messageKey) {
        extraCondition = allowed;
        extraRuleKey = messageKey;
    }

    /**
     * Sets the number of significant digits shown; the current value keeps its full precision until another is typed.
     */
    public void setDigits(int significant) {
        digits = significant;
        resetText();
    }

    /** Accepts and shows a word in place of one number, such as "full"; an empty key removes the word. */
    public void setWord(String messageKey, double number) {
        wordKey = messageKey;
        wordValue = number;
        resetText();
    }

    /**
     * Changes the number as one entry, within its rule: a whole number by 1 or 10, another one by a tenth of a decade
     * or by a decade, and 0 to 0.1 at most.
     */
    public void step(int steps, boolean large) {
        double now = value.get();
        double next = rule.whole()
                ? now + steps * (large ? 10 : 1)
                : now == 0 ? Math.max(0, steps) * (large ? 0.1 : 0.01) : now * Math.pow(10, steps * (large ? 1 : 0.1));
        double kept = rule.whole() ? next : Double.parseDouble(String.format(Locale.ROOT, "%.3g", next));
        double within = Math.max(
                rule.lowOpen() ? Double.NEGATIVE_INFINITY : rule.low(),
                Math.min(rule.highOpen() ? Double.POSITIVE_INFINITY : rule.high(), kept));
        if (within != now && rule.allows(within) && extraCondition.test(within)) {
            value.set(within);
            settle();
        }
    }

    @Override
    Optional<Double> parse(String text) {
        if (!wordKey.isEmpty() && text.strip().equalsIgnoreCase(messages.get(wordKey))) {
            return Optional.of(wordValue);
        }
        return allowedByRule(text).filter(extraCondition::test);
    }

    private Optional<Double> allowedByRule(String text) {
        OptionalDouble number = NumberText.parse(text);
        return number.isPresent() && rule.allows(number.getAsDouble())
                ? Optional.of(number.getAsDouble())
                : Optional.empty();
    }

    @Override
    String format(Double number) {
        return !wordKey.isEmpty() && number == wordValue ? messages.get(wordKey) : NumberText.format(number, digits);
    }

    @Override
    String rule() {
        if (allowedByRule(getText()).isPresent()) {
            return messages.get(extraRuleKey);
        }
        String words = rule.text(messages);
        return wordKey.isEmpty() ? words : messages.get("shell.rule.orWord", words, messages.get(wordKey));
    }
}
