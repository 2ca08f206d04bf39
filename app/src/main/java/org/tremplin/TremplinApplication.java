package org.tremplin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

@Modulithic(
        systemName = "Tremplin",
        sharedModules = {"platform", "money"})
@SpringBootApplication
@ConfigurationPropertiesScan
public class TremplinApplication {

    public static void main(String[] args) {
        if (Commands.asked(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(TremplinApplication.class, args);
    }
}
