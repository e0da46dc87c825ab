final class Sealed {}
