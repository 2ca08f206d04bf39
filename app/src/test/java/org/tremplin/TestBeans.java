package org.tremplin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.platform.security.PersonLookup;
import org.tremplin.platform.security.RoleLookup;

@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    TestConnections testConnections() {
        return new TestConnections();
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    TestPeople testPeople() {
        return new TestPeople();
    }

    @Bean
    @Primary
    PersonLookup testPersonLookup(TestPeople people, ObjectProvider<PersonLookup> real) {
        return people.before(real);
    }

    @Bean
    @Primary
    RoleLookup testRoleLookup(TestPeople people, ObjectProvider<RoleLookup> real) {
        return people.beforeRoles(real);
    }

    @Bean
    Visitors visitors(WebTestClient web, DatabaseClient database, TestPeople people, TestClock clock) {
        return new Visitors(web, database, people, clock);
    }
}
