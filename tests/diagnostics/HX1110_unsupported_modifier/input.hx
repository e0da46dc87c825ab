static class A {}
public enum B {}
static var x = 1;
