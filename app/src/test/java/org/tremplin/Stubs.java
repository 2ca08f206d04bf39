package org.tremplin;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Configuration;
import org.tremplin.platform.security.PersonLookup;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Stand-ins for what other modules supply, only while they are missing. */
@Configuration(proxyBeanMethods = false)
class Stubs implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ListableBeanFactory beans = (ListableBeanFactory) registry;
        if (beans.getBeanNamesForType(PersonLookup.class, true, false).length == 0) {
            registry.registerBeanDefinition(
                    "stubPeople",
                    BeanDefinitionBuilder.genericBeanDefinition(
                                    PersonLookup.class, () -> id -> Mono.just(new SignedInPerson(id, "x", false, "fr")))
                            .getBeanDefinition());
        }
        if (beans.getBeanNamesForType(RoleLookup.class, true, false).length == 0) {
            registry.registerBeanDefinition(
                    "stubRoles",
                    BeanDefinitionBuilder.genericBeanDefinition(RoleLookup.class, () -> (person, body) -> Mono.empty())
                            .getBeanDefinition());
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {}
}
