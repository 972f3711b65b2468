package cn.anchang.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Change;
import cn.anchang.approval.ChangeKind;
import cn.anchang.approval.web.DocumentWords.Pieces;
import cn.anchang.organization.Departments;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentWordsTest {

    private final DocumentWords words = new DocumentWords(
            null,
            null,
            new Departments(List.of(), List.of()),
            List::of,
            new cn.anchang.shared.Site("", TimeZone.getTimeZone("Asia/Shanghai").toZoneId()));

    @ParameterizedTest
    @CsvSource({
        "重点投放高铁站，形成热度。, 重点经营老业主，形成热度。, 重点, 投放高铁站, ，形成热度。",
        "600 组, 480 组, '', 600, ' 组'",
        "目标：1600 组, 目标：1900 组, 目标：, 1600, ' 组'",
        "一样的话, 一样的话加上几个字, 一样的话, '', ''",
        "甲乙丙, 丁戊己, '', 甲乙丙, ''",
        "'80,000.00', '56,000.00', '', '80,000.00', ''"
    })
    void whatDiffersBetweenTwoTextsIsMarkedAndNumbersWhole(
            String text, String other, String head, String own, String tail) {
        assertThat(words.pieces(text, other)).isEqualTo(new Pieces(head, own, tail));
    }

    @Test
    void aSectionIsNamedOnce() {
        assertThat(words.label(new Change("推广活动", "推广活动 · 开放日 · 费用", ChangeKind.CHANGED, "1", "2")))
                .isEqualTo("开放日 · 费用");
        assertThat(words.label(new Change("概要", "预算", ChangeKind.CHANGED, "1", "2")))
                .isEqualTo("预算");
        assertThat(words.label(new Change("附件", "附件", ChangeKind.ADDED, "", "图")))
                .isEmpty();
    }
}
