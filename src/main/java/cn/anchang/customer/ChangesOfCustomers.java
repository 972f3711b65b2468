package cn.anchang.customer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ChangesOfCustomers extends Repository<ChangeOfCustomer, UUID> {

    ChangeOfCustomer save(ChangeOfCustomer change);

    List<ChangeOfCustomer> findByCustomerIdOrderByChangedAt(UUID customerId);
}
