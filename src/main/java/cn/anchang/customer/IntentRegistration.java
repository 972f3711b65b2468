package cn.anchang.customer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** What a customer said at one visit (到访客户意愿登记表), kept as it was said. */
@Entity
@Table(name = "intent_registrations")
public class IntentRegistration {

    @Id
    private UUID visitId;

    @Version
    private Long version;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Embedded
    private Intent intent;

    protected IntentRegistration() {}

    IntentRegistration(UUID visitId, Grade grade, Intent intent) {
        this.visitId = visitId;
        this.grade = grade;
        this.intent = intent;
    }

    public Grade grade() {
        return grade;
    }

    public Intent intent() {
        return intent == null ? Intent.NONE : intent;
    }
}
