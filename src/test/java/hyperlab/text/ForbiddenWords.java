package hyperlab.text;

import java.util.regex.Pattern;

/** What no text of Hyperlab may contain. */
public final class ForbiddenWords {
    public static final Pattern HANGUL = Pattern.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]");

    /** Terms that must be replaced by the standard term for the same concept. */
    public static final Pattern NONSTANDARD_TERMS = Pattern.compile(
            "초매개변수|매개변수|러닝 레이트|배치 사이즈|걸음|이터레이션|세대|(?<!제곱 |표준 )오차|코스트|그래디언트|페널티|오버피팅|옵티마이저|유닛|노드|씨앗|최적화(?! 알고리즘)|출발점");

    public static final Pattern PLAIN_MINUS = Pattern.compile("(?<![\\w])-[\\d{]");
    public static final Pattern BARE_PERCENT = Pattern.compile("[^\u00a0]%");

    private ForbiddenWords() {}
}
