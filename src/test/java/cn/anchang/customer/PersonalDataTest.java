package cn.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    static final String KEY =
            Base64.getEncoder().encodeToString("a-key-for-tests-of-32-bytes-long".getBytes(StandardCharsets.UTF_8));

    private final PersonalData data = new PersonalData(KEY);
    private final UUID row = UUID.randomUUID();

    @Test
    void aSealedNumberOpensAndShowsNothingOfItself() {
        byte[] sealed = data.seal("330102199203152211", row);

        assertThat(data.open(sealed, row)).isEqualTo("330102199203152211");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("3301", "2211");
        assertThat(data.seal("330102199203152211", row)).isNotEqualTo(sealed);
    }

    @Test
    void aSealedNumberDoesNotOpenInAnotherRowUnderAnotherKeyOrAltered() {
        byte[] sealed = data.seal("330102199203152211", row);
        PersonalData other = new PersonalData(Base64.getEncoder().encodeToString(new byte[32]));

        assertThatThrownBy(() -> data.open(sealed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(sealed, row)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> data.open(sealed, row)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.open(new byte[3], row)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64 at all, but long enough!!", "YWJj"})
    void aKeyThatIsNone32BytesIsRefusedWithoutBeingShown(String key) {
        assertThatThrownBy(() -> new PersonalData(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ANCHANG_SECRET_KEY")
                .satisfies(e -> assertThat(e.getMessage().replace("short", "x")).doesNotContain("not base64 at all"));
    }

    @ParameterizedTest
    @CsvSource({
        "ID_CARD, 33010219920315 2211, 330102199203152211",
        "ID_CARD, 33010619850612004x, 33010619850612004X",
        "PASSPORT, e12345678, E12345678",
        "BUSINESS_LICENCE, 91330100MA27XXXX0A, 91330100MA27XXXX0A",
        "OTHER, A-123-456, A123456"
    })
    void numbersOfPapersAreReadWithoutSpaces(IdType type, String typed, String number) {
        assertThat(IdNumbers.read(type, typed)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "ID_CARD, 330102199203152212",
        "ID_CARD, 330102199213152210",
        "ID_CARD, 33010219920315221",
        "PASSPORT, 护照",
        "BUSINESS_LICENCE, 123",
        "OTHER, 1"
    })
    void aWrongNumberIsNotRead(IdType type, String typed) {
        assertThat(IdNumbers.read(type, typed)).isEmpty();
    }
}
