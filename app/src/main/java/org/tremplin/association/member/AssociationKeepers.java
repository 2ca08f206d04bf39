package org.tremplin.association.member;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Keeper;

/** What is kept of associations and their teams, as long as they are here. */
@Configuration(proxyBeanMethods = false)
class AssociationKeepers {

    @Bean
    Keeper membersKeeper() {
        return () -> Holding.of("members", Basis.LEGITIMATE_INTEREST);
    }

    @Bean
    Keeper associationsKeeper() {
        return () -> Holding.of("associations", Basis.CONTRACT);
    }
}
