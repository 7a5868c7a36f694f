package hyperlab.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that Hyperlab speaks. */
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

    /** What a bundle's name ends in. */
    public String suffix() {
        return suffix;
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** Korean on a Korean system, English elsewhere. */
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }
}
