package hyperlab.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The supported languages. */
public enum Language {
    ENGLISH("en", ""),
    KOREAN("ko", "_ko");

    private final String code;
    private final String suffix;

    Language(String code, String suffix) {
        this.code = code;
        this.suffix = suffix;
    }

    /** As in {@code --language ko}. */
    public String code() {
        return code;
    }

    /** The suffix of the resource bundles' names. */
    public String suffix() {
        return suffix;
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** Korean on a Korean system; otherwise English. */
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }
}
