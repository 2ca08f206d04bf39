package org.tremplin.operation.demo;

import java.util.List;
import org.tremplin.association.Role;

/**
 * Somebody of the demonstration, plainly fictional. The sample data makes them members; {@code /demo} signs in as them.
 *
 * @param email how {@code People.findByEmail} finds them
 * @param association slug of the association they act for
 * @param first role in which they joined it
 */
record DemoPerson(String email, String name, Role role, String association, Role first) {

    static final String JARDINS = "les-jardins-du-coin";
    static final String RIVIERES = "rivieres-en-commun";
    static final String ETOILE = "etoile-sportive-de-saint-modele";

    /** Presidents first: they found their association. */
    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("presidente@jardins.example", "Amina Essai", Role.PRESIDENT, JARDINS),
            new DemoPerson("tresoriere@jardins.example", "Odile Modèle", Role.TREASURER, JARDINS),
            new DemoPerson("comptable@jardins.example", "Paul Spécimen", Role.ACCOUNTANT, JARDINS),
            new DemoPerson("redaction@jardins.example", "Lina Maquette", Role.EDITOR, JARDINS),
            new DemoPerson("lecteur@jardins.example", "Yann Témoin", Role.READER, JARDINS),
            new DemoPerson("president@rivieres.example", "Hervé Exemple", Role.PRESIDENT, RIVIERES),
            new DemoPerson("tresoriere@rivieres.example", "Nora Fictif", Role.TREASURER, RIVIERES),
            new DemoPerson("comptable@rivieres.example", "Gilles Échantillon", Role.ACCOUNTANT, RIVIERES),
            new DemoPerson("chargee-de-projet@rivieres.example", "Maud Prototype", Role.EDITOR, RIVIERES),
            new DemoPerson("lectrice@rivieres.example", "Soizic Témoin", Role.READER, RIVIERES),
            // one person does all here since the treasurer stepped back: the draft of the minibus waits for a second
            // one
            new DemoPerson("president@etoile.example", "Karim Démo", Role.PRESIDENT, ETOILE),
            new DemoPerson("parent@etoile.example", "Sophie Brouillon", Role.READER, ETOILE, Role.TREASURER));

    DemoPerson(String email, String name, Role role, String association) {
        this(email, name, role, association, role);
    }

    static List<DemoPerson> of(String association) {
        return ALL.stream()
                .filter(person -> person.association().equals(association))
                .toList();
    }
}
