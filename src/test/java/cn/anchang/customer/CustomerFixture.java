package cn.anchang.customer;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Two consultants, a site manager, and a key. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProtectionRules.class, FollowUpRhythm.class})
class CustomerFixture {

    private static final Map<String, String> NAMES = Map.of("chen.xiao", "陈晓", "lin.jia", "林佳");

    @Bean
    PersonalData personalData() {
        return new PersonalData(PersonalDataTest.KEY);
    }

    @Bean
    Consultants consultants() {
        return new Consultants() {
            @Override
            public String nameOf(String userId) {
                return NAMES.getOrDefault(userId, userId);
            }

            @Override
            public Optional<String> find(String nameOrId) {
                return NAMES.entrySet().stream()
                        .filter(person -> person.getKey().equals(nameOrId)
                                || person.getValue().equals(nameOrId))
                        .map(Map.Entry::getKey)
                        .findFirst();
            }

            @Override
            public boolean maySeeEveryNumber(String userId) {
                return userId.equals("zhao.ming");
            }
        };
    }
}
