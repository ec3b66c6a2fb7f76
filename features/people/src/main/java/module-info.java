/// Only what is named here can be reached: no network, no disk.
module muster.people {
    requires transitive muster.kernel;

    exports muster.people;
}
