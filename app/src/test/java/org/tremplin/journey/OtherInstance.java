package org.tremplin.journey;

import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.tremplin.Samples;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.TremplinApplication;

/** One more instance, that of somebody else: its own address, secret, database, folder and clock. */
final class OtherInstance implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final String address;
    private final ConfigurableApplicationContext application;

    OtherInstance(Path folder) {
        int port = OwnAddress.free();
        address = "http://127.0.0.1:" + port;
        application = new SpringApplicationBuilder(TremplinApplication.class, TestClock.class, Samples.class)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("withoutBeansOfTests", new WithoutBeansOfTests()))
                .registerShutdownHook(false)
                .run(
                        "--server.port=" + port,
                        "--tremplin.base-url=" + address,
                        "--tremplin.secret=another-secret-of-somebody-else-0123456789",
                        "--tremplin.data-dir=" + folder,
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--spring.r2dbc.username=" + TestDatabase.user(),
                        "--spring.r2dbc.password=" + TestDatabase.password());
    }

    /** The whole address of a page there. */
    String at(String path) {
        return address + path;
    }

    <T> T its(Class<T> bean) {
        return application.getBean(bean);
    }

    @Override
    public void close() {
        application.close();
        database.drop();
    }

    /** Else the scan of the application would find what stands in for its parts in other tests. */
    private static final class WithoutBeansOfTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory) {
            return found.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName())
                    || found.getAnnotationMetadata().isAnnotated(TestComponent.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutBeansOfTests;
        }

        @Override
        public int hashCode() {
            return WithoutBeansOfTests.class.hashCode();
        }
    }
}
