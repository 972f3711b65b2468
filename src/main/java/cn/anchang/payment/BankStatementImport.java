package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind;
import cn.anchang.workbook.Row;
import cn.anchang.workbook.Verdict;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings in a bank statement (银行流水): what came in waits to be booked by a person; what went out is passed over. */
@Component
class BankStatementImport implements ImportKind {

    static final Column SERIAL = Column.required("流水号", "交易流水号", "银行流水号", "交易序号", "凭证号");
    static final Column DAY = Column.required("交易日期", "日期", "入账日期", "记账日期");
    static final Column AMOUNT = Column.optional("收入金额", "贷方金额", "贷方发生额", "收入", "入账金额");
    static final Column PAYER = Column.optional("对方户名", "付款人", "对方名称", "付款方");
    static final Column REMARK = Column.optional("附言", "摘要", "备注", "用途");

    private static final int SERIAL_LENGTH = 64;
    private static final int PAYER_LENGTH = 100;
    private static final int REMARK_LENGTH = 200;

    /** The line was brought in before, and said something else. */
    record SerialSaysOtherwise(String serial, LocalDate paidOn, Money amount) implements Refusal {}

    record SerialTwice(String serial) implements Refusal {}

    record NotYetPaid(LocalDate day) implements Refusal {}

    private final BankLines lines;
    private final EntityManager entities;
    private final Sentences sentences;
    private final Clock clock;

    BankStatementImport(BankLines lines, EntityManager entities, Sentences sentences, Clock clock) {
        this.lines = lines;
        this.entities = entities;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "bank-statement";
    }

    @Override
    public List<Column> columns() {
        return List.of(SERIAL, DAY, AMOUNT, PAYER, REMARK);
    }

    @Override
    public List<Column> amounts() {
        return List.of(AMOUNT);
    }

    @Override
    public List<Object> example() {
        return Arrays.asList("2026112400001", LocalDate.now(clock), 300000, "王小明", "1-1102 第二期房款");
    }

    @Override
    public Pass begin(Order order) {
        return new StatementPass(order);
    }

    private record Said(String serial, LocalDate day, Money amount, String payer, String remark) {}

    private final class StatementPass implements Pass {

        private final Order order;
        private final Set<String> seen = new HashSet<>();
        private int passedOver;

        StatementPass(Order order) {
            this.order = order;
        }

        @Override
        public List<Verdict> take(List<Row> rows, boolean write) {
            Map<Row, Said> readable = new HashMap<>();
            for (Row row : rows) {
                Said said = read(row);
                if (row.isGood()) {
                    readable.put(row, said);
                }
            }
            Map<String, BankLine> known = new HashMap<>();
            lines.findBySerialIn(readable.values().stream().map(Said::serial).toList())
                    .forEach(line -> known.put(line.serial(), line));
            List<Verdict> verdicts = new ArrayList<>();
            for (Row row : rows) {
                Said said = readable.get(row);
                verdicts.add(said == null ? null : judge(row, said, known.get(said.serial()), write));
            }
            // Whatever the statement's length, so many lines are held as one batch has.
            entities.flush();
            entities.clear();
            return verdicts;
        }

        private Said read(Row row) {
            String serial = row.text(SERIAL, SERIAL_LENGTH);
            LocalDate day = row.date(DAY);
            Money amount = row.has(AMOUNT) ? row.money(AMOUNT) : null;
            String payer = row.has(PAYER) ? row.text(PAYER, PAYER_LENGTH) : null;
            String remark = row.has(REMARK) ? row.text(REMARK, REMARK_LENGTH) : null;
            if (serial != null && !seen.add(serial)) {
                row.problem(SERIAL, new SerialTwice(serial));
            } else if (day != null && day.isAfter(LocalDate.now(clock))) {
                row.problem(DAY, new NotYetPaid(day));
            }
            return new Said(serial, day, amount, payer == null ? "" : payer, remark == null ? "" : remark);
        }

        private Verdict judge(Row row, Said said, BankLine known, boolean write) {
            if (said.amount() == null || !said.amount().isPositive()) {
                passedOver++;
                return Verdict.UNCHANGED;
            } else if (known == null) {
                if (write) {
                    lines.save(new BankLine(
                            said.serial(),
                            said.day(),
                            said.amount(),
                            said.payer(),
                            said.remark(),
                            order.filename(),
                            new Act(order.userId(), clock.instant(), clock.getZone())));
                }
                return Verdict.ADDED;
            } else if (!known.says(said.day(), said.amount())) {
                row.problem(SERIAL, new SerialSaysOtherwise(said.serial(), known.paidOn(), known.amount()));
                return null;
            }
            return Verdict.UNCHANGED;
        }

        @Override
        public List<String> notices() {
            return passedOver == 0 ? List.of() : List.of(sentences.text("bank.notice.passedOver", passedOver));
        }
    }
}
