package hyperlab.learn;

import hyperlab.text.Language;

/**
 * A word of the subject.
 *
 * @param english as English has it
 * @param korean as Korean has it
 * @param inEnglish what it means, in one English sentence
 * @param inKorean the same in Korean
 * @param page where it is taught, one of {@link Pages#NAMES}
 */
public record Term(String english, String korean, String inEnglish, String inKorean, String page) {
    /** The word itself. */
    public String word(Language language) {
        return language == Language.KOREAN ? korean : english;
    }

    /** The word in the other language. */
    public String otherWord(Language language) {
        return language == Language.KOREAN ? english : korean;
    }

    public String meaning(Language language) {
        return language == Language.KOREAN ? inKorean : inEnglish;
    }
}
