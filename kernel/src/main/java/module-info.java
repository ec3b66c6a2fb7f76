/// The kernel knows JSON and persistent maps, and nothing of disks, networks or features.
module muster.kernel {
    requires transitive tools.jackson.databind;
    requires transitive org.pcollections;
    requires static transitive org.jspecify;

    exports muster.kernel;
}
