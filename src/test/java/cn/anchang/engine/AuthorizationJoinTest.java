package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorizationJoinTest {

    private static final String FROM = "SELECT A.* FROM ACT_RU_AUTHORIZATION A WHERE ";
    private static final String ASKED =
            "A.TYPE_ < 2 AND ( A.USER_ID_ in ( ?, '*') OR A.GROUP_ID_ IN ( ? ) ) AND ( A.RESOURCE_TYPE_ = ? AND A.PERMS_ & ? = ? )";

    @Test
    void rightsAreLookedUpByTheThreeResourcesOfARowAndParametersKeepTheirOrder() {
        String tasks =
                "select distinct RES.* from ACT_RU_TASK RES inner join ACT_RE_PROCDEF D on RES.PROC_DEF_ID_ = D.ID_\n inner join ( "
                        + FROM + ASKED
                        + ") AUTH ON (AUTH.RESOURCE_ID_ IN ( RES.ID_ , D.KEY_ , '*' )) WHERE RES.ASSIGNEE_ = ? LIMIT ? OFFSET ?";

        assertThat(AuthorizationJoin.better(tasks))
                .isEqualTo(
                        "select distinct RES.* from ACT_RU_TASK RES inner join ACT_RE_PROCDEF D on RES.PROC_DEF_ID_ = D.ID_\n"
                                + " inner join lateral (values (RES.ID_), (D.KEY_), ('*')) OWN (ID_) on true inner join lateral ("
                                + FROM
                                + "A.RESOURCE_ID_ = OWN.ID_ and " + ASKED
                                + " offset 0) AUTH on true WHERE RES.ASSIGNEE_ = ? LIMIT ? OFFSET ?");
    }

    @Test
    void whoCountsReadsTheRightsOnce() {
        String count = "SELECT COUNT(*) FROM (SELECT DISTINCT RES.ID_ from ACT_HI_TASKINST RES inner join (" + FROM
                + ASKED + ") AUTH ON (AUTH.RESOURCE_ID_ IN (RES.ID_, '*')))";

        assertThat(AuthorizationJoin.better(count))
                .isEqualTo("SELECT COUNT(*) FROM (SELECT DISTINCT RES.ID_ from ACT_HI_TASKINST RES inner join lateral"
                        + " (values (RES.ID_), ('*')) OWN (ID_) on (OWN.ID_ in (SELECT A.RESOURCE_ID_ FROM ACT_RU_AUTHORIZATION A WHERE "
                        + ASKED + ")) is true)");
    }

    @Test
    void whatJoinsNoRightsStaysAsItWas() {
        String own = "select * from ACT_RU_AUTHORIZATION where USER_ID_ = ?";

        assertThat(AuthorizationJoin.better(own)).isEqualTo(own);
        assertThat(AuthorizationJoin.better("select 1")).isEqualTo("select 1");
    }
}
