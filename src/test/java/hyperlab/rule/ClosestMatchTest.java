package hyperlab.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosestMatchTest {
    @Test
    void nearNeedsAtMostHalfOfTheLettersEdited() {
        assertEquals(Optional.of("price"), ClosestMatch.near("pirce", List.of("size", "price")));
        assertEquals(Optional.of("Price"), ClosestMatch.near("price", List.of("Price")));
        assertEquals(Optional.of("abxy"), ClosestMatch.near("abcd", List.of("abxy")));
        assertEquals(Optional.empty(), ClosestMatch.near("abcd", List.of("axyz")));
        assertEquals(Optional.empty(), ClosestMatch.near("species", List.of("키", "몸무게")));
        assertEquals(Optional.empty(), ClosestMatch.near("species", List.of()));
    }
}
