/// The ledger knows the disk, and nothing of features or networks.
module muster.ledger {
    requires transitive muster.kernel;
    requires java.sql;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.xerial.sqlitejdbc;

    exports muster.ledger;
}
