class Main extends Sealed {}
