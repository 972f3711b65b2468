package cn.anchang.workbook;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param groups for each kind of import the groups that may bring it in; a kind without any is for nobody */
@ConfigurationProperties("anchang.import")
record ImportRights(Map<String, Set<String>> groups) {

    ImportRights {
        groups = groups == null ? Map.of() : Map.copyOf(groups);
    }

    Set<String> groupsFor(String kind) {
        return groups.getOrDefault(kind, Set.of());
    }
}
