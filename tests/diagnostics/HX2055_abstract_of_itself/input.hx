abstract Meters(Meters) {}
