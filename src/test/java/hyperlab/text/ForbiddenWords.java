package hyperlab.text;

import java.util.regex.Pattern;

/** What no text of Hyperlab may contain. */
public final class ForbiddenWords {
    public static final Pattern HANGUL = Pattern.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]");

    /** Terms that must be replaced by the standard term for the same concept. */
    public static final Pattern NONSTANDARD_TERMS = Pattern.compile(
            "초매개변수|매개변수|러닝 레이트|배치 사이즈|걸음|이터레이션|세대|(?<!제곱 |표준 )오차|코스트|그래디언트|페널티|오버피팅|옵티마이저|유닛|노드|씨앗|최적화(?! 알고리즘)|출발점");

    /** British spellings; the texts are American English. */
    public static final Pattern BRITISH = Pattern.compile(
            "\\b\\w*(?:"
                    + "colour|behaviour|neighbour|favour|honour|labour|centre[ds]?\\b|centring|metres?\\b|fibre|grey|catalogue"
                    + "|analys(?:e|ed|ing)\\b|modell(?:ed|ing)|labell(?:ed|ing)|levell(?:ed|ing)|travell(?:ed|ing)"
                    + "|cancell(?:ed|ing)\\b|signall(?:ed|ing)|licence|defence|artefact|learnt\\b|whilst|amongst|judgement"
                    + "|fulfil\\b|programme\\b|towards\\b|(?:normal|standard|initial|optim|regular|general|minim|maxim|summar|visual"
                    + "|recogn|organ|emphas|util|random|parallel|vector|discret|penal|memor|categor)is(?:e|es|ed|ing|ation)\\b"
                    + ")\\w*",
            Pattern.CASE_INSENSITIVE);

    /** English that was translated word for word, and has been replaced by plain English. */
    public static final Pattern TRANSLATED_ENGLISH = Pattern.compile(
            "nobody chooses|what comes of it|as slow as each other|else alike|lift a walk|by heart|the turn comes"
                    + "|it would have said|\\bkin to\\b|bends a network|cannot part\\b|\\bupright\\b|\\blevel edges"
                    + "|the seeds are apart|whoever searches|\\bto mend\\b|\\bmended\\b|\\bforetold\\b|\\bastray\\b"
                    + "|leaves all numbers|as many flowers|\\bparted\\b|\\bof now\\b|told in peace|\\bwill not do\\b"
                    + "|without a name|pulls at weights|does not divide\\.|\\bis no (?:known|option|command|parameter|variable)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Korean that was translated word for word, and forms other than 해요. */
    public static final Pattern TRANSLATED_KOREAN = Pattern.compile("훈련이 옮기는|기울기가 옮기지|옮겨 놓아요|얼마나 먼지|에서 돌아서요|한쪽만 배워요"
            + "|값을 치르게|보탬이 적은|무엇으로 굽을까|친척|크게 답한|한 눈금으로|다른 수가 적어요|든 것이 없어요|이름이 그렇게 말해요"
            + "|마다 한 몫|봐주|기울기를 흘림|가장 곧아요|(?<!아)니다(?=[.?!]|$)"
            + "|(?:한|된|난|간|진|는|있|없|같|좋|이)다(?=[.”\"!?]|$)");

    /**
     * Terms that must be replaced by the standard term in texts about networks and data, and other names of what has a
     * name. Words that also have another meaning, such as 필터 or 로그, cannot be found this way.
     */
    public static final Pattern REPLACED_TERMS = Pattern.compile("특성|네트워크|화소|모형|테두리|확장(?!자)|레슨|워크시트|반달|협곡"
            + "|나누기 시드|데이터 나누기|신경망 크기|연구실|레이블|빈 값|\\bleaky ReLU|\\bAdagrad|\\bAdadelta");

    public static final Pattern PLAIN_MINUS = Pattern.compile("(?<![\\w])-[\\d{]");
    public static final Pattern BARE_PERCENT = Pattern.compile("[^\u00a0]%");

    private ForbiddenWords() {}
}
