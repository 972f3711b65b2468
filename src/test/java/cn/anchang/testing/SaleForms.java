package cn.anchang.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people hand in along a sale that goes well, field by field as the forms send it; a test changes the field it is about. */
public final class SaleForms {

    private SaleForms() {}

    public static Map<String, Object> visit(String projectId, String name, String phone) {
        return form(
                "projectId",
                projectId,
                "name",
                name,
                "kind",
                "PERSON",
                "phone",
                phone,
                "channel",
                "WALK_IN",
                "grade",
                "A",
                "partySize",
                2);
    }

    public static Map<String, Object> intent() {
        return form("outcome", "intent", "feedback", "喜欢南向三房");
    }

    public static Map<String, Object> followUp(LocalDate day) {
        return form("outcome", "followUp", "followUpOn", day.toString(), "feedback", "再比较两个楼盘");
    }

    public static Map<String, Object> lost(String reason) {
        return form("outcome", "lost", "lostReason", reason);
    }

    public static Map<String, Object> choose(String unitId) {
        return form("chosen", true, "unitId", unitId);
    }

    /** For 收取定金, 收取首期或全款. */
    public static Map<String, Object> money(String amount, String payer, String bankSerial, LocalDate paidOn) {
        return form(
                "amount",
                amount,
                "method",
                "TRANSFER",
                "payer",
                payer,
                "bankSerial",
                bankSerial,
                "paidOn",
                paidOn.toString());
    }

    /** One buyer, the plan as the form proposes it. */
    public static Map<String, Object> subscription(String buyer, String passportNo, JsonNode prefill) {
        return form(
                "buyers",
                List.of(form("name", buyer, "idType", "PASSPORT", "idNo", passportNo, "sharePercent", 100)),
                "paymentMethod",
                "FULL",
                "plan",
                prefill.path("plan"));
    }

    public static Map<String, Object> contract(JsonNode prefill, LocalDate signedOn, LocalDate deliverOn) {
        return form(
                "total",
                prefill.path("total").asText(),
                "signedOn",
                signedOn.toString(),
                "deliverOn",
                deliverOn.toString());
    }

    public static Map<String, Object> filing(String filingNo, LocalDate filedOn) {
        return form("filingNo", filingNo, "filedOn", filedOn.toString());
    }

    /** Every line ticked, for the deal's checklist. */
    public static Map<String, Object> ticked(JsonNode prefill) {
        return form("lines", lines(prefill));
    }

    public static Map<String, Object> papers(JsonNode prefill, LocalDate handedOn) {
        return form("lines", lines(prefill), "receivedBy", "买受人本人", "handedOn", handedOn.toString());
    }

    public static Map<String, Object> handover(LocalDate handedOn) {
        return form("handedOn", handedOn.toString(), "receivedBy", "买受人本人", "keys", 3);
    }

    public static Map<String, Object> title(String titleNo, LocalDate registeredOn) {
        return form("titleNo", titleNo, "registeredOn", registeredOn.toString());
    }

    /** Every question of the writing guide answered. */
    public static Map<String, Object> summary(JsonNode prefill) {
        List<Object> answers = new ArrayList<>();
        for (JsonNode question : prefill.path("guide")) {
            answers.add(form("code", question.path("code").asText(), "text", "客户三次到访后成交，讲解到位，异议及时答复。"));
        }
        return form("answers", answers);
    }

    private static List<Object> lines(JsonNode prefill) {
        List<Object> lines = new ArrayList<>();
        for (JsonNode line : prefill.path("lines")) {
            lines.add(form("code", line.path("code").asText(), "ticked", true));
        }
        return lines;
    }

    /** A form that a test may still change. */
    public static Map<String, Object> form(Object... fields) {
        Map<String, Object> form = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put((String) fields[i], fields[i + 1]);
        }
        return form;
    }
}
