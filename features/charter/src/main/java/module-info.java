/// Only what is named here can be reached: no network, no disk.
module muster.charter {
    requires transitive muster.kernel;
    requires transitive muster.people;

    exports muster.charter;
}
