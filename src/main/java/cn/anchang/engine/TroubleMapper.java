package cn.anchang.engine;

import cn.anchang.shared.Sentences;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * What the engine says in its own English words to somebody at a task, said in theirs: a right they lack, a task they do not see, a
 * failure of ours. The engine's words go to the log; what it tells operators stays as it is.
 */
abstract class TroubleMapper<T extends RuntimeException> implements ExceptionMapper<T> {

    private static final List<String> AT_A_FORM = List.of("Cannot submit", "Cannot instantiate", "Cannot complete");

    private final Sentences sentences;

    private TroubleMapper(Sentences sentences) {
        this.sentences = sentences;
    }

    static List<TroubleMapper<?>> all(Sentences sentences) {
        return List.of(new NoRight(sentences), new NotThere(sentences), new OurFault(sentences));
    }

    @Override
    public Response toResponse(T trouble) {
        Response answer = ExceptionHandlerHelper.getInstance().getResponse(trouble);
        if (answer.getEntity() instanceof ExceptionDto said) {
            String key = keyOf(trouble, answer.getStatus(), said.getMessage() == null ? "" : said.getMessage());
            if (key != null) {
                said.setMessage(sentences.text(key));
            }
        }
        return answer;
    }

    private static String keyOf(RuntimeException trouble, int status, String words) {
        if (trouble instanceof AuthorizationException) {
            return "trouble.noRight";
        } else if (status == Response.Status.NOT_FOUND.getStatusCode() && words.contains("task with id")) {
            return "trouble.noTask";
        } else if (status == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                && AT_A_FORM.stream().anyMatch(words::startsWith)) {
            return "trouble.ourFault";
        }
        return null;
    }

    private static final class NoRight extends TroubleMapper<AuthorizationException> {
        NoRight(Sentences sentences) {
            super(sentences);
        }
    }

    private static final class NotThere extends TroubleMapper<InvalidRequestException> {
        NotThere(Sentences sentences) {
            super(sentences);
        }
    }

    /** Asked before the engine's own, which is for the same type. */
    @Priority(1)
    private static final class OurFault extends TroubleMapper<RestException> {
        OurFault(Sentences sentences) {
            super(sentences);
        }
    }
}
