function main() {
	var a;
	var b:Int = 1, c = 2;
	final d = 3;
	static var calls = 0;
	@:keep var e = 4;
}
