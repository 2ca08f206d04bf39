package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AgreementTextTest {

    @Property
    void letsNobodyWriteAnArticleOfItsOwn(@ForAll("typed") String typed) {
        assertThat(AgreementText.read("# 1. Apport\n" + AgreementText.plain(typed)))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(AgreementText.read("# 1. Apport\nDix heures\n" + AgreementText.plain(typed)))
                .singleElement()
                .satisfies(one -> assertThat(one.heading()).isEqualTo("1. Apport"));
    }

    @Example
    void keepsTheWordsOfWhatIsTyped() {
        assertThat(AgreementText.plain("Dix heures\n# 13. Le contrôle\n## # Rien\nLot #3, vis n° 4 # 5"))
                .isEqualTo("Dix heures\n13. Le contrôle\nRien\nLot #3, vis n° 4 # 5");
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.strings().withChars("# \t\n\r\u0085\u2028\u2029a1.").ofMaxLength(40);
    }
}
