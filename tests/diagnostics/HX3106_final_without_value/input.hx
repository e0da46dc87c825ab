class Main {
	final a:Int;
	static final B:Int;
}
