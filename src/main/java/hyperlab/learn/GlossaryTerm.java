package hyperlab.learn;

import hyperlab.text.Language;

/**
 * A term of the glossary.
 *
 * @param english the English term
 * @param korean the Korean term
 * @param englishMeaning the meaning in one English sentence
 * @param koreanMeaning the meaning in one Korean sentence
 * @param page the page that explains it, one of {@link LearnPages#NAMES}
 */
public record GlossaryTerm(String english, String korean, String englishMeaning, String koreanMeaning, String page) {
    /** The term in this language. */
    public String word(Language language) {
        return language == Language.KOREAN ? korean : english;
    }

    /** The term in the other language. */
    public String otherWord(Language language) {
        return language == Language.KOREAN ? english : korean;
    }

    public String meaning(Language language) {
        return language == Language.KOREAN ? koreanMeaning : englishMeaning;
    }
}
