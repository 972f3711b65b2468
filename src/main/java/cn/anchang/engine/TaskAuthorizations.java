package cn.anchang.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * Who may see and work a task. In a personal lane an assigned task is for its assignee alone, and the supervising group may read and
 * reassign it; elsewhere the candidate group sees and works its tasks, assigned or not. A right ends with the assignment it came with.
 */
class TaskAuthorizations extends DefaultAuthorizationProvider {

    private static final Permission[] OF_THE_ASSIGNEE = {READ, TASK_WORK};
    private static final Permission[] OF_THE_GROUP = {READ, TASK_WORK, TASK_ASSIGN};
    private static final Permission[] OF_THE_SUPERVISOR = {READ, TASK_ASSIGN};

    private final TaskRules rules;

    TaskAuthorizations(TaskRules rules) {
        this.rules = rules;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        List<AuthorizationEntity> granted = new ArrayList<>();
        if (!rules.personal().containsKey(groupId) || task.getAssignee() == null) {
            granted.add(grant(task, null, groupId, OF_THE_GROUP));
        }
        if (rules.personal().containsKey(groupId)) {
            granted.add(grant(task, null, rules.personal().get(groupId), OF_THE_SUPERVISOR));
        }
        return granted.toArray(AuthorizationEntity[]::new);
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        if (Objects.equals(before, now)) {
            return new AuthorizationEntity[0];
        }
        if (before != null) {
            revoke(task, before, null);
        }
        List<AuthorizationEntity> granted = new ArrayList<>();
        for (String personal : personalGroupsOf(task)) {
            if (now == null) {
                granted.add(grant(task, null, personal, OF_THE_GROUP));
            } else {
                revoke(task, null, personal);
            }
        }
        if (now != null) {
            granted.add(grant(task, now, null, OF_THE_ASSIGNEE));
        }
        return granted.toArray(AuthorizationEntity[]::new);
    }

    private Set<String> personalGroupsOf(Task task) {
        return ((DelegateTask) task)
                .getCandidates().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .filter(rules.personal()::containsKey)
                        .collect(Collectors.toSet());
    }

    private AuthorizationEntity grant(Task task, String userId, String groupId, Permission... permissions) {
        return createOrUpdateAuthorization(task, userId, groupId, TASK, false, permissions);
    }

    private void revoke(Task task, String userId, String groupId) {
        var entities = Context.getCommandContext().getDbEntityManager();
        entities.getCachedEntitiesByType(AuthorizationEntity.class).stream()
                .filter(right -> Arrays.asList(userId, groupId, task.getId())
                        .equals(Arrays.asList(right.getUserId(), right.getGroupId(), right.getResourceId())))
                .toList()
                .forEach(entities::delete);
        AuthorizationEntity right = getAuthorizationManagerFind(task, userId, groupId);
        if (right != null) {
            entities.delete(right);
        }
    }

    private AuthorizationEntity getAuthorizationManagerFind(Task task, String userId, String groupId) {
        return groupId == null
                ? getAuthorizationManager()
                        .findAuthorizationByUserIdAndResourceId(AUTH_TYPE_GRANT, userId, TASK, task.getId())
                : getAuthorizationManager()
                        .findAuthorizationByGroupIdAndResourceId(AUTH_TYPE_GRANT, groupId, TASK, task.getId());
    }
}
