package cn.anchang.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One text for one content: names in order, nothing between, numbers without trailing zeros. What is equal has equal bytes. */
@Component
class CanonicalJson {

    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    String write(Object content) {
        try {
            return json.writeValueAsString(ordered(json.valueToTree(content)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + content.getClass().getSimpleName(), e);
        }
    }

    <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored content is no " + type.getSimpleName(), e);
        }
    }

    /** SHA-256 of kind, document, version number and content, so that neither an edit nor a copy has the same. */
    String fingerprint(String kind, UUID documentId, int version, String content) {
        String sealed = "{\"content\":%s,\"document\":\"%s\",\"kind\":\"%s\",\"version\":%d}"
                .formatted(content, documentId, kind, version);
        return sha256(sealed.getBytes(StandardCharsets.UTF_8));
    }

    /** In hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ordered(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), ordered(field.getValue())));
            ObjectNode sorted = json.createObjectNode();
            fields.forEach(sorted::set);
            return sorted;
        } else if (node instanceof ArrayNode list) {
            ArrayNode same = json.createArrayNode();
            list.forEach(element -> same.add(ordered(element)));
            return same;
        }
        return node;
    }
}
