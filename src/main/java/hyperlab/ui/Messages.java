package hyperlab.ui;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The texts in the language that the user chose, which may change at any time. FX thread only; needs no toolkit. */
public final class Messages {
    private final ObjectProperty<Language> language;

    public Messages(Language language) {
        this.language = new SimpleObjectProperty<>(this, "language", language);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /** The texts in the current language. */
    public Texts texts() {
        return Texts.in(language.get());
    }

    /** The text in the current language; see {@link #bind} for one that follows the language. */
    public String get(String key, Object... arguments) {
        return texts().get(key, arguments);
    }

    /** A text that follows the language and any observable arguments. */
    public StringBinding bind(String key, Object... arguments) {
        List<Observable> dependencies = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Observable dependency) {
                dependencies.add(dependency);
            }
        }
        return compute(() -> get(key, values(arguments)), dependencies.toArray(Observable[]::new));
    }

    /** A text that is recomputed when the language or one of {@code causes} changes. */
    public StringBinding compute(Callable<String> text, Observable... dependencies) {
        Observable[] all = Arrays.copyOf(dependencies, dependencies.length + 1);
        all[dependencies.length] = language;
        return Bindings.createStringBinding(text, all);
    }

    private static Object[] values(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument)
                .toArray();
    }
}
