package cn.anchang.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds there are. Asked late, for a kind may itself read documents. */
@Component
class DocumentKinds {

    private final ObjectProvider<DocumentKind<?>> kinds;

    DocumentKinds(ObjectProvider<DocumentKind<?>> kinds) {
        this.kinds = kinds;
    }

    DocumentKind<?> of(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of document is called " + code));
    }

    Set<String> codes() {
        return kinds.stream().map(DocumentKind::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds somebody of these groups may read. */
    Set<String> readableBy(Set<String> groups) {
        return kinds.stream()
                .filter(kind -> kind.readers().stream().anyMatch(groups::contains))
                .map(DocumentKind::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Section> sections(String code, Object content) {
        return ask(of(code)).sections(content);
    }

    Optional<List<Change>> changes(String code, Object before, Object now) {
        return ask(of(code)).changes(before, now);
    }

    Route route(String code, Object content) {
        return ask(of(code)).route(content);
    }

    List<Attachment> attachments(String code, Object content) {
        return ask(of(code)).attachments(content);
    }

    /** Contents are read back as their kind's own type. */
    @SuppressWarnings("unchecked")
    private static DocumentKind<Object> ask(DocumentKind<?> kind) {
        return (DocumentKind<Object>) kind;
    }
}
