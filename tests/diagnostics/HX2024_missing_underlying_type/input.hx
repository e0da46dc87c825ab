abstract Meters {}
