package cn.anchang.notice;

import cn.anchang.notice.Occasion.Choice;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where each person wants to be told of what. A choice counts for what happens after it. */
@Service
@Transactional
public class NoticeChoices {

    private final JdbcClient database;

    NoticeChoices(JdbcClient database) {
        this.database = database;
    }

    /** For every occasion. */
    @Transactional(readOnly = true)
    public Map<Occasion, Choice> of(String person) {
        Map<Occasion, Choice> choices = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            choices.put(occasion, occasion.byDefault());
        }
        database.sql("select occasion, on_page, by_mail from sales.notice_choices where person = ?")
                .param(person)
                .query(row -> {
                    choices.put(
                            Occasion.valueOf(row.getString("occasion")),
                            new Choice(row.getBoolean("on_page"), row.getBoolean("by_mail")));
                });
        return choices;
    }

    /** By person, for all of these people. */
    Map<String, Choice> of(Occasion occasion, Collection<String> people) {
        Map<String, Choice> choices = new HashMap<>();
        people.forEach(person -> choices.put(person, occasion.byDefault()));
        if (!people.isEmpty()) {
            database.sql("select person, on_page, by_mail from sales.notice_choices"
                            + " where occasion = :occasion and person in (:people)")
                    .param("occasion", occasion.name())
                    .param("people", people)
                    .query(row -> {
                        choices.put(
                                row.getString("person"),
                                new Choice(row.getBoolean("on_page"), row.getBoolean("by_mail")));
                    });
        }
        return choices;
    }

    public void choose(String person, Map<Occasion, Choice> wanted) {
        wanted.forEach((occasion, choice) -> database.sql("""
                        insert into sales.notice_choices (person, occasion, on_page, by_mail) values (?, ?, ?, ?)
                        on conflict (person, occasion) do update set on_page = excluded.on_page, by_mail = excluded.by_mail""")
                .params(person, occasion.name(), choice.onPage(), choice.byMail())
                .update());
    }
}
