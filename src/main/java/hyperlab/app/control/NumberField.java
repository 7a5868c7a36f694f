package hyperlab.app.control;

import hyperlab.app.Messages;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A field for a number, such as 0.03, 1e-3 or −2. What breaks its rule is refused in place. */
public final class NumberField extends EntryField<Double> {
    private final Messages messages;
    private final DoubleProperty value;
    private NumberRule rule;
    private DoublePredicate alsoAllowed = number -> true;
    private String alsoKey = "";
    private int digits = NumberText.DIGITS;
    private String wordKey = "";
    private double wordValue;

    public NumberField(String id, Messages messages, NumberRule rule, double initial) {
        super(id, messages, initial);
        this.messages = messages;
        this.rule = rule;
        value = new SimpleDoubleProperty(this, "value", initial);
        value.addListener((observed, before, now) -> entry().set(now.doubleValue()));
        entry().addListener((observed, before, now) -> value.set(now));
        showEntry();
    }

    /** The value in force; bind it to a view model's number with {@code bindBidirectional}. */
    public DoubleProperty value() {
        return value;
    }

    /** From now on; the value in force is not checked. */
    public void rule(NumberRule newRule) {
        rule = newRule;
    }

    /** From now on a number must also be one that {@code allowed} holds of, as the text of {@code messageKey} says. */
    public void also(DoublePredicate allowed, String messageKey) {
        alsoAllowed = allowed;
        alsoKey = messageKey;
    }

    /** Shows so many significant digits; the value in force keeps all of its own until another is typed. */
    public void digits(int significant) {
        digits = significant;
        showEntry();
    }

    /** Takes, and shows, a word in place of one number, such as "full"; an empty key takes none any more. */
    public void word(String messageKey, double number) {
        wordKey = messageKey;
        wordValue = number;
        showEntry();
    }

    @Override
    Optional<Double> parse(String text) {
        if (!wordKey.isEmpty() && text.strip().equalsIgnoreCase(messages.get(wordKey))) {
            return Optional.of(wordValue);
        }
        return allowedByRule(text).filter(alsoAllowed::test);
    }

    private Optional<Double> allowedByRule(String text) {
        OptionalDouble number = NumberText.parse(text);
        return number.isPresent() && rule.allows(number.getAsDouble())
                ? Optional.of(number.getAsDouble())
                : Optional.empty();
    }

    @Override
    String show(Double number) {
        return !wordKey.isEmpty() && number == wordValue ? messages.get(wordKey) : NumberText.show(number, digits);
    }

    @Override
    String rule() {
        if (allowedByRule(getText()).isPresent()) {
            return messages.get(alsoKey);
        }
        String words = rule.text(messages);
        return wordKey.isEmpty() ? words : messages.get("shell.rule.orWord", words, messages.get(wordKey));
    }
}
