package cn.anchang.workbench;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Links stand in a page as they were written. Otherwise each is looked for as a file, in every jar there is, to put its version into the
 * address: most threads of a busy server stood there, and ours carry none. Libraries are found without a version all the same.
 */
@Configuration(proxyBeanMethods = false)
class PlainLinks {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
