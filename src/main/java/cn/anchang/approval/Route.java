package cn.anchang.approval;

import java.util.List;

/** The steps a version takes until it is approved, in order. Without any it is valid on submission. */
public record Route(List<Step> steps) {

    public static final Route NONE = new Route(List.of());

    /** @param group whose members may decide */
    public record Step(StepKind kind, String group) {}

    public Route {
        steps = List.copyOf(steps);
    }

    public static Route of(Step... steps) {
        return new Route(List.of(steps));
    }

    public static Step review(String group) {
        return new Step(StepKind.REVIEW, group);
    }

    public static Step approve(String group) {
        return new Step(StepKind.APPROVE, group);
    }
}
