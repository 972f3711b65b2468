package cn.anchang.salescase;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerKind;
import cn.anchang.customer.Grade;
import cn.anchang.customer.IdType;
import cn.anchang.customer.Intent;
import cn.anchang.customer.Segment;
import cn.anchang.customer.VisitRegistration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** 来访登记 (到访客户意愿登记表) as filled in at reception. Only a site manager names another consultant. */
public record VisitForm(
        @NotNull UUID projectId,
        @NotBlank @Size(max = 100) String name,
        @NotNull CustomerKind kind,
        @NotBlank @Size(max = 40) String phone,
        IdType idType,
        @Size(max = 40) String idNo,
        @Size(max = 200) String email,
        @NotNull Channel channel,
        Segment segment,
        Grade grade,
        @NotNull @Min(1) @Max(50) Integer partySize,
        @Size(max = 200) String wantedArea,
        @Size(max = 200) String wantedLayout,
        @Size(max = 200) String wantedBudget,
        @Size(max = 200) String wantedFloor,
        @Size(max = 500) String motive,
        @Size(max = 500) String objections,
        @Size(max = 500) String rivals,
        @Size(max = 2000) String feedback,
        @Size(max = 2000) String suggestion,
        String consultant) {

    VisitRegistration registration() {
        return new VisitRegistration(
                projectId,
                name,
                kind,
                phone,
                idType,
                idNo,
                email,
                channel,
                segment,
                grade,
                partySize,
                new Intent(wantedArea, wantedLayout, wantedBudget, wantedFloor, motive, objections, rivals),
                null,
                feedback,
                suggestion,
                null,
                null);
    }
}
