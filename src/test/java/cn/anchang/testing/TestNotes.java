package cn.anchang.testing;

import cn.anchang.approval.Attachment;
import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.shared.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.StaticMessageSource;

/** A small controlled document for tests of approval itself: a note about money, whose amount decides the way it takes. */
@TestConfiguration(proxyBeanMethods = false)
public class TestNotes {

    public static final String KIND = "test-note";

    /** Up to here the marketing director decides alone. */
    public static final Money LIMIT = Money.of("1000");

    /** @param hidden part of the content, and of no section */
    public record Note(String text, Money budget, List<Item> items, List<Attachment> files, String hidden) {

        public static Note of(String text, String budget, Item... items) {
            return new Note(text, Money.of(budget), Arrays.asList(items), List.of(), null);
        }

        public Note with(Attachment... named) {
            return new Note(text, budget, items, List.of(named), hidden);
        }

        public Note hiding(String secret) {
            return new Note(text, budget, items, files, secret);
        }
    }

    public record Item(String key, String title, Money cost) {

        public static Item of(String key, String title, String cost) {
            return new Item(key, title, Money.of(cost));
        }
    }

    static final class NoteKind implements DocumentKind<Note> {

        @Override
        public String code() {
            return KIND;
        }

        @Override
        public String prefix() {
            return "CS";
        }

        @Override
        public Class<Note> type() {
            return Note.class;
        }

        @Override
        public Set<String> readers() {
            return Set.of("marketing", "marketing-director", "management");
        }

        @Override
        public Route route(Note note) {
            if (note.budget().isZero()) {
                return Route.NONE;
            }
            return note.budget().isMoreThan(LIMIT)
                    ? Route.of(Route.review("marketing-director"), Route.approve("management"))
                    : Route.of(Route.approve("marketing-director"));
        }

        @Override
        public List<Section> sections(Note note) {
            return List.of(
                    new Section(
                            "main",
                            "概要",
                            List.of(
                                    new Field("text", "正文", note.text()),
                                    new Field("budget", "预算", note.budget().formatted()))),
                    new Section(
                            "items",
                            "明细",
                            List.of(new Table(
                                    "items",
                                    "项目",
                                    List.of("名称", "费用"),
                                    note.items().stream()
                                            .map(item -> new Line(
                                                    item.key(),
                                                    List.of(
                                                            item.title(),
                                                            item.cost().formatted())))
                                            .toList()))));
        }

        @Override
        public List<Attachment> attachments(Note note) {
            return note.files();
        }
    }

    /** Its name stands in no bundle of ours. */
    TestNotes(MessageSource messages) {
        StaticMessageSource names = new StaticMessageSource();
        names.addMessage("document." + KIND, Locale.SIMPLIFIED_CHINESE, "便笺");
        ((AbstractMessageSource) messages).setParentMessageSource(names);
    }

    @Bean
    DocumentKind<Note> testNote() {
        return new NoteKind();
    }
}
