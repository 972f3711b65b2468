package cn.anchang.mortgage;

import cn.anchang.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** What people write in the steps of a loan file. */
public final class MortgageForms {

    /** 选定贷款银行. @param applicants names, one a line or separated by 、 */
    public record BankForm(
            @NotBlank String bank,
            @NotBlank @Size(max = 200) String applicants) {}

    /** 收集按揭资料: what is there by now, and what is the matter with the rest. */
    public record PapersForm(@NotEmpty @Size(max = 100) List<@NotNull @Valid PaperLine> papers) {}

    /** @param key of the paper in the file */
    public record PaperLine(
            @NotBlank String key,
            Boolean received,
            @Size(max = 100) String note) {}

    /** 报送银行. */
    public record SubmissionForm(@NotNull LocalDate submittedOn) {}

    /**
     * 登记审批结果.
     *
     * @param wanted the papers the bank still wants, one a line
     */
    public record AnswerForm(
            @NotNull BankAnswer answer,
            @NotNull LocalDate decidedOn,
            Money commercialApproved,
            Money fundApproved,
            @Size(max = 500) String wanted,
            @Size(max = 300) String reason) {}

    /** 处理拒贷. */
    public record RefusalForm(
            @NotNull RefusalWay way,
            @NotBlank @Size(max = 150) String reason) {}

    /** 签订借款合同. */
    public record LoanContractForm(
            @NotBlank @Size(max = 60) String contractNo,
            @NotNull LocalDate signedOn) {}

    /** 登记放款: money of the lender; zero when finance has recorded it elsewhere. */
    public record ReleaseForm(
            @NotNull Money amount,
            @NotBlank @Size(max = 100) String payer,
            @Size(max = 64) String bankSerial,
            @NotNull LocalDate paidOn) {}

    private MortgageForms() {}
}
