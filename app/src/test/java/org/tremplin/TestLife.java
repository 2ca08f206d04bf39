package org.tremplin;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** A database of its own for each class, the clock at its start for each test. */
final class TestLife implements TestExecutionListener, Ordered {

    static {
        NothingBlocks.watch();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext().getBean(TestConnections.class).renew();
        test.getApplicationContext().getBean(TestClock.class).reset();
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).reset();
    }
}
