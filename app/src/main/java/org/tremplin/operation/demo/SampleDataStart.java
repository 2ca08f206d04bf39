package org.tremplin.operation.demo;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;

/** Has the sample data made after the migrations and before the first visitor: ahead of the web server and the pump. */
@Component
class SampleDataStart implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = 0;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SampleData sampleData;
    private final TremplinSettings settings;
    private final DemoSettings demo;
    private volatile boolean running;

    SampleDataStart(SampleData sampleData, TremplinSettings settings, DemoSettings demo) {
        this.sampleData = sampleData;
        this.settings = settings;
        this.demo = demo;
    }

    @Override
    public void start() {
        if (settings.demo() && demo.sampleData()) {
            // the main thread has nothing else to do: nobody is let in before the story is whole
            sampleData.make().block(LONGEST);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
