package cn.anchang.collection;

import cn.anchang.mortgage.Mortgages;
import cn.anchang.organization.Staff;
import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The right party: a buyer's own part is asked of the buyer, a loan's money of the bank and the consultant, never of the buyer. */
@Component
class Recipients {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    private final Mortgages mortgages;
    private final Staff staff;

    Recipients(Mortgages mortgages, Staff staff) {
        this.mortgages = mortgages;
        this.staff = staff;
    }

    /**
     * @param to null when nobody can be written to
     * @param lender whom the loan's money comes from; null for the buyer's own
     */
    record Recipient(Audience audience, String to, String cc, String lender) {}

    Recipient of(DueLine line, SaleContact sale) {
        if (!line.kind().byLender()) {
            return new Recipient(Audience.BUYER, sale.email(), null, null);
        }
        String consultant = staff.mail(sale.consultant()).orElse(null);
        String lender = lenderOf(line.account()).orElse(null);
        Matcher address = ADDRESS.matcher(lender == null ? "" : lender);
        return address.find()
                ? new Recipient(Audience.LENDER, address.group(), consultant, lender)
                : new Recipient(Audience.LENDER, consultant, null, lender);
    }

    /** The bank and whom to reach there; empty until one is chosen. */
    Optional<String> lenderOf(UUID account) {
        return mortgages
                .of(account)
                .filter(file -> file.bank() != null)
                .map(file -> file.bank() + "（" + file.contact() + "）");
    }
}
