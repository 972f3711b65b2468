package cn.anchang.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts a browser before each person a test asks for, takes it away after the test, and keeps a picture of a failure. */
class Browsers implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(Browsers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String port =
                SpringExtension.getApplicationContext(test).getEnvironment().getProperty("local.server.port");
        test.getRoot().getStore(OURS).getOrComputeIfAbsent(Browsers.class, all ->
                (CloseableResource) Browser::closeAll);
        Browser browser = Browser.open(Integer.parseInt(port));
        opened(test).add(browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        boolean failed = test.getExecutionException().isPresent();
        List<Browser> browsers = opened(test);
        for (int i = 0; i < browsers.size(); i++) {
            if (failed) {
                browsers.get(i)
                        .picture("failed-%s-%s-%d"
                                .formatted(
                                        test.getRequiredTestClass().getSimpleName(),
                                        test.getRequiredTestMethod().getName(),
                                        i));
            }
            browsers.get(i).close();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Browser> opened(ExtensionContext test) {
        return test.getStore(OURS).getOrComputeIfAbsent(test.getUniqueId(), id -> new ArrayList<Browser>(), List.class);
    }
}
