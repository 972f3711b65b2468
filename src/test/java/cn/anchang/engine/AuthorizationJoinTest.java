package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorizationJoinTest {

    private static final String RIGHTS =
            "( SELECT A.* FROM ACT_RU_AUTHORIZATION A WHERE A.TYPE_ < 2 AND ( A.USER_ID_ in ( ?, '*') OR A.GROUP_ID_ IN ( ? ) )"
                    + " AND ( A.RESOURCE_TYPE_ = ? AND A.PERMS_ & ? = ? )";

    @Test
    void rightsAreJoinedByAnEqualityAndParametersKeepTheirOrder() {
        String tasks = "select distinct RES.* from ACT_RU_TASK RES inner join ACT_RE_PROCDEF D on RES.PROC_DEF_ID_ = D.ID_\n inner join "
                + RIGHTS + ") AUTH ON (AUTH.RESOURCE_ID_ IN ( RES.ID_ , D.KEY_ , '*' )) WHERE RES.ASSIGNEE_ = ? LIMIT ? OFFSET ?";

        assertThat(AuthorizationJoin.better(tasks))
                .isEqualTo("select distinct RES.* from ACT_RU_TASK RES inner join ACT_RE_PROCDEF D on RES.PROC_DEF_ID_ = D.ID_\n"
                        + " inner join lateral (values (RES.ID_), (D.KEY_), ('*')) OWN (ID_) on true inner join " + RIGHTS
                        + ") AUTH ON (AUTH.RESOURCE_ID_ = OWN.ID_) WHERE RES.ASSIGNEE_ = ? LIMIT ? OFFSET ?");
    }

    @Test
    void whoCountsReadsAllRightsAtOnce() {
        String count = "SELECT COUNT(*) FROM (SELECT DISTINCT RES.ID_ from ACT_RU_TASK RES inner join " + RIGHTS
                + ") AUTH ON (AUTH.RESOURCE_ID_ IN (RES.ID_, '*')))";

        assertThat(AuthorizationJoin.better(count)).contains("offset 0) AUTH ON (AUTH.RESOURCE_ID_ = OWN.ID_)");
    }

    @Test
    void whatJoinsNoRightsStaysAsItWas() {
        String own = "select * from ACT_RU_AUTHORIZATION where USER_ID_ = ?";

        assertThat(AuthorizationJoin.better(own)).isEqualTo(own);
        assertThat(AuthorizationJoin.better("select 1")).isEqualTo("select 1");
    }
}
