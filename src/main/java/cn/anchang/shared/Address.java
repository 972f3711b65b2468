package cn.anchang.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address of ours with what is asked for behind it, encoded; what is null or blank is left out. Each change makes a new one. */
public record Address(String path, Map<String, String> asked) {

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    public Address with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        more.remove(name);
        if (value != null && !value.toString().isBlank()) {
            more.put(name, value.toString());
        }
        return new Address(path, more);
    }

    /** The same question put elsewhere. */
    public Address at(String otherPath) {
        return new Address(otherPath, asked);
    }

    @Override
    public String toString() {
        return asked.isEmpty()
                ? path
                : asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
