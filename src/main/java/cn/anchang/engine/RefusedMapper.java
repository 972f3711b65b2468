package cn.anchang.engine;

import cn.anchang.shared.Refused;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/** A refusal over HTTP: 409 when the click came too late, else 422, and the sentence as it was said. */
class RefusedMapper implements ExceptionMapper<Refused> {

    private static final int UNPROCESSABLE = 422;

    @Override
    public Response toResponse(Refused refused) {
        boolean tooLate = refused.refusal() instanceof MovedOn || refused.refusal() instanceof TaskTaken;
        return Response.status(tooLate ? Response.Status.CONFLICT.getStatusCode() : UNPROCESSABLE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Refused", "message", refused.getMessage()))
                .build();
    }
}
