package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({"330106199001011234,330***********1234", "E12345678,E******78", "1234567,*******", "'',''"})
    void anIdNumberShowsTooLittleToBeUsed(String number, String shown) {
        assertThat(Masked.idNo(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"13812345678,138****5678", "057188888888,057*****8888", "88888888,******88", "'',''"})
    void aPhoneShowsTooLittleToBeCalled(String phone, String shown) {
        assertThat(Masked.phone(phone)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"王小明,王*明", "王明,王*", "欧阳小明,欧**明", "王,王"})
    void aNameKeepsItsFirstAndItsLastCharacter(String name, String shown) {
        assertThat(Masked.name(name)).isEqualTo(shown);
    }
}
