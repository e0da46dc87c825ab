package library.sub;
class Deeper { public static inline var value = "deeper"; }
